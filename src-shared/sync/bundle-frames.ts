/** Frames of a bundle to bytes and back; one frame is in memory at a time. */
import {
  BundleError,
  type Frame,
  frameBytes,
  frameKinds,
  pageText,
  type SignedKind,
  signedText,
  type SignText,
  type BundleTools,
} from './bundle';
import { hex } from './batch';

export const frameHeadBytes = 5;
const hashBytes = 32;
const signatureBytes = 64;

export function frameHead({ kind, payload }: Frame): Uint8Array {
  const head = new Uint8Array(frameHeadBytes);
  head[0] = kind;
  new DataView(head.buffer).setUint32(1, payload.length, true);
  return head;
}

/**
 * Frames of a stream of bytes, whatever pieces it comes in.
 * @throws BundleError notABundle where the first frame is no header, damaged for a length that no frame has, cutOff in the middle of one
 */
export async function* parseFrames(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Frame, void> {
  const reader = pieceReader(bytes);
  for (let first = true; ; first = false) {
    const head = await reader.read(frameHeadBytes);
    if (head === undefined) return;
    if (head.length < frameHeadBytes) throw new BundleError('cutOff');
    const kind = head[0] ?? 0;
    const length = new DataView(head.buffer, head.byteOffset).getUint32(1, true);
    if (first && kind !== frameKinds.header) throw new BundleError('notABundle');
    if (length > frameBytes(kind)) throw new BundleError('damaged');
    const payload = length === 0 ? new Uint8Array(0) : await reader.read(length);
    if (payload === undefined || payload.length < length) throw new BundleError('cutOff');
    yield { kind, payload };
  }
}

/** Reads exact lengths from pieces of any length; shorter at the end of the stream, undefined behind it. */
function pieceReader(bytes: AsyncIterable<Uint8Array>): { read(length: number): Promise<Uint8Array | undefined> } {
  const iterator = bytes[Symbol.asyncIterator]();
  let rest = new Uint8Array(0);
  return {
    async read(length) {
      const wanted = new Uint8Array(length);
      let filled = 0;
      while (filled < length) {
        if (rest.length === 0) {
          const next = await iterator.next();
          if (next.done) break;
          rest = next.value as Uint8Array<ArrayBuffer>;
          continue;
        }
        const piece = rest.subarray(0, length - filled);
        wanted.set(piece, filled);
        filled += piece.length;
        rest = rest.subarray(piece.length);
      }
      return filled === 0 ? undefined : wanted.subarray(0, filled);
    },
  };
}

/** JSON that the sender signs; `value` without signature. */
export function signedFrame(kind: SignedKind, value: object, sign: SignText, tools: Pick<BundleTools, 'toUtf8'>): Frame {
  const signature = sign(signedText(kind, value));
  return { kind: frameKinds[kind], payload: tools.toUtf8(JSON.stringify({ ...value, signature })) };
}

export function blobFrame(hash: string, bytes: Uint8Array): Frame {
  const payload = new Uint8Array(hashBytes + bytes.length);
  payload.set(fromHex(hash));
  payload.set(bytes, hashBytes);
  return { kind: frameKinds.blob, payload };
}

/** @throws BundleError damaged unless the bytes have the hash that they come under */
export function readBlobFrame(payload: Uint8Array, tools: Pick<BundleTools, 'sha256'>): { hash: string; bytes: Uint8Array } {
  const bytes = payload.subarray(hashBytes);
  const hash = hex(payload.subarray(0, hashBytes));
  if (bytes.length === 0 || hex(tools.sha256(bytes)) !== hash) throw new BundleError('damaged');
  return { hash, bytes };
}

/** A page of the log (log-page.ts) and the cursor that it follows on: signature | u8 length of `from` | from | page. */
export function pageFrame(bundle: string, from: string, page: Uint8Array, sign: SignText, tools: BundleTools): Frame {
  const cursor = tools.toUtf8(from);
  const payload = new Uint8Array(signatureBytes + 1 + cursor.length + page.length);
  payload.set(fromBase64Url(sign(pageText(bundle, from, hex(tools.sha256(page))))));
  payload[signatureBytes] = cursor.length;
  payload.set(cursor, signatureBytes + 1);
  payload.set(page, signatureBytes + 1 + cursor.length);
  return { kind: frameKinds.page, payload };
}

/** @throws BundleError damaged, badSignature */
export function readPageFrame(
  bundle: string,
  publicKey: string,
  payload: Uint8Array,
  tools: BundleTools,
): { from: string; page: Uint8Array } {
  const length = payload[signatureBytes];
  if (length === undefined || payload.length < signatureBytes + 1 + length) throw new BundleError('damaged');
  const from = textOf(payload.subarray(signatureBytes + 1, signatureBytes + 1 + length), tools);
  const page = payload.subarray(signatureBytes + 1 + length);
  const signature = toBase64Url(payload.subarray(0, signatureBytes));
  if (!tools.verify(publicKey, pageText(bundle, from, hex(tools.sha256(page))), signature)) throw new BundleError('badSignature');
  return { from, page };
}

/** Of a snapshot: its description once (JSON, signed by the hub in itself), then its parts, proven by their hash in it. */
export const snapshotFrame = (what: 'description' | 'part', bytes: Uint8Array): Frame => {
  const payload = new Uint8Array(1 + bytes.length);
  payload[0] = what === 'description' ? 0 : 1;
  payload.set(bytes, 1);
  return { kind: frameKinds.snapshot, payload };
};
export const readSnapshotFrame = (payload: Uint8Array): { what: 'description' | 'part'; bytes: Uint8Array } => ({
  what: payload[0] === 0 ? 'description' : 'part',
  bytes: payload.subarray(1),
});

export const textOf = (bytes: Uint8Array, tools: Pick<BundleTools, 'fromUtf8'>): string => {
  try {
    return tools.fromUtf8(bytes);
  } catch (error) {
    throw new BundleError('damaged', error);
  }
};

const fromHex = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const base64Url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const three = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const digits = Math.min(4, bytes.length - i + 1);
    for (let d = 0; d < digits; d++) text += base64Url[(three >> (18 - 6 * d)) & 63] ?? '';
  }
  return text;
}
function fromBase64Url(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const digit of text) {
    held = ((held << 6) | base64Url.indexOf(digit)) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 255;
    }
  }
  return bytes;
}
