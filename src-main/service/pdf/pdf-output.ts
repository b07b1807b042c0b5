/** The bytes of a PDF as they go out: numbered objects in any order, then the table of where each begins. Holds offsets only. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** Takes the next bytes of the file; the promise is done when more may follow. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

/** Where a stream's bytes stand in the file. */
export interface StreamPlace {
  readonly offset: number;
  readonly length: number;
}

export interface PdfOutput {
  /** Number of an object that is written later. */
  reserve(): number;
  object(id: number, body: string): Promise<void>;
  /** A new object. */
  add(body: string): Promise<number>;
  /** `dictionary` without << >> and Length. */
  stream(dictionary: string, parts: readonly Uint8Array[], id?: number): Promise<{ id: number } & StreamPlace>;
  /** A stream that is compressed here. */
  deflated(dictionary: string, bytes: Uint8Array): Promise<number>;
  /** Table and trailer; `trailer` without << >>, Size and ID. */
  end(trailer: string): Promise<{ bytes: number; sha256: string }>;
}

/** @param version of the header, '1.4' or '1.7' */
export async function openPdfOutput(sink: Sink, version: string): Promise<PdfOutput> {
  const offsets: number[] = [0];
  const hash = createHash('sha256');
  let at = 0;
  const write = async (bytes: Uint8Array): Promise<void> => {
    hash.update(bytes);
    at += bytes.length;
    await sink(bytes);
  };
  const reserve = (): number => offsets.push(0) - 1;
  // Four bytes above 127 in a comment tell programs that carry the file that it is not text.
  await write(Buffer.from(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`, 'latin1'));

  const object = async (id: number, body: string): Promise<void> => {
    offsets[id] = at;
    await write(Buffer.from(`${id} 0 obj\n${body}\nendobj\n`, 'latin1'));
  };
  const stream: PdfOutput['stream'] = async (dictionary, parts, id = reserve()) => {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    offsets[id] = at;
    await write(Buffer.from(`${id} 0 obj\n<<${dictionary}/Length ${length}>>\nstream\n`, 'latin1'));
    const offset = at;
    for (const part of parts) await write(part);
    await write(Buffer.from('\nendstream\nendobj\n', 'latin1'));
    return { id, offset, length };
  };
  return {
    reserve,
    object,
    add: async (body) => {
      const id = reserve();
      await object(id, body);
      return id;
    },
    stream,
    deflated: async (dictionary, bytes) => (await stream(`${dictionary}/Filter/FlateDecode`, [deflateSync(bytes)])).id,
    end: async (trailer) => {
      const id = hash.copy().digest('hex').slice(0, 32);
      const start = at;
      const rows = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
      await write(Buffer.from(`xref\n0 ${offsets.length}\n0000000000 65535 f \n`, 'latin1'));
      for (let row = 0; row < rows.length; row += 1000) await write(Buffer.from(rows.slice(row, row + 1000).join(''), 'latin1'));
      await write(Buffer.from(`trailer\n<</Size ${offsets.length}${trailer}/ID[<${id}><${id}>]>>\nstartxref\n${start}\n%%EOF\n`, 'latin1'));
      return { bytes: at, sha256: hash.digest('hex') };
    },
  };
}

/** A number as PDF writes it: no exponent, at most three decimals. */
export const number = (value: number): string => {
  const text = value.toFixed(3).replace(/\.?0+$/, '');
  return text === '-0' || text === '' ? '0' : text;
};

/** Any text as a hexadecimal string in UTF-16. */
export const textString = (value: string): string => `<feff${Buffer.from(value, 'utf16le').swap16().toString('hex')}>`;
