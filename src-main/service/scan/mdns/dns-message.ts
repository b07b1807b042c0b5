/** As much of a DNS message (RFC 1035, RFC 6762) as finding a service takes: a question for PTR records, and the records of an answer. */

export interface DnsRecord {
  readonly name: string;
  readonly type: number;
  /** PTR: a name. */
  readonly target?: string;
  /** SRV. */
  readonly port?: number;
  /** A: dotted. */
  readonly address?: string;
  /** TXT: key and value. */
  readonly text?: Readonly<Record<string, string>>;
}

export const recordTypes = { A: 1, PTR: 12, TXT: 16, SRV: 33 } as const;
const CLASS_IN = 1;
/** "Answer to me alone": a scanner need not wake the whole network (RFC 6762, 5.4). */
const UNICAST = 0x8000;
/** Names are at most 255 bytes; what points in circles is not read for ever. */
const mostJumps = 20;

export function questionFor(services: readonly string[]): Buffer {
  const header = Buffer.alloc(12);
  header.writeUInt16BE(services.length, 4);
  const questions = services.map((name) => {
    const labels = name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
    const end = Buffer.alloc(5);
    end.writeUInt16BE(recordTypes.PTR, 1);
    end.writeUInt16BE(CLASS_IN | UNICAST, 3);
    return Buffer.concat([...labels, end]);
  });
  return Buffer.concat([header, ...questions]);
}

/** Records of all sections; none when the message is no answer or is damaged. */
export function recordsOf(message: Buffer): DnsRecord[] {
  try {
    if (message.length < 12 || (message.readUInt16BE(2) & 0x8000) === 0) return [];
    const records: DnsRecord[] = [];
    let at = 12;
    for (let i = message.readUInt16BE(4); i > 0; i--) at = nameAt(message, at).end + 4;
    const count = message.readUInt16BE(6) + message.readUInt16BE(8) + message.readUInt16BE(10);
    for (let i = 0; i < count; i++) {
      const { name, end } = nameAt(message, at);
      const type = message.readUInt16BE(end);
      const from = end + 10;
      const to = from + message.readUInt16BE(end + 8);
      if (to > message.length) return records;
      records.push({ name, type, ...contentOf(message, type, from, to) });
      at = to;
    }
    return records;
  } catch (error) {
    // Anybody on the network may send anything; reading beyond the end is the way in which a short message fails.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function contentOf(message: Buffer, type: number, from: number, to: number): Omit<DnsRecord, 'name' | 'type'> {
  switch (type) {
    case recordTypes.PTR:
      return { target: nameAt(message, from).name };
    case recordTypes.SRV:
      return { port: message.readUInt16BE(from + 4), target: nameAt(message, from + 6).name };
    case recordTypes.A:
      return to - from === 4 ? { address: [...message.subarray(from, to)].join('.') } : {};
    case recordTypes.TXT:
      return { text: textAt(message, from, to) };
    default:
      return {};
  }
}

function textAt(message: Buffer, from: number, to: number): Record<string, string> {
  const text: Record<string, string> = {};
  for (let at = from; at < to; at += 1 + (message[at] ?? 0)) {
    const pair = message.toString('utf8', at + 1, Math.min(to, at + 1 + (message[at] ?? 0)));
    const split = pair.indexOf('=');
    if (split > 0) text[pair.slice(0, split).toLowerCase()] = pair.slice(split + 1);
  }
  return text;
}

function nameAt(message: Buffer, start: number): { readonly name: string; readonly end: number } {
  const labels: string[] = [];
  let at = start;
  let end = -1;
  for (let jumps = 0; jumps <= mostJumps; ) {
    const length = message.readUInt8(at);
    if (length === 0) return { name: labels.join('.'), end: end < 0 ? at + 1 : end };
    if ((length & 0xc0) === 0xc0) {
      if (end < 0) end = at + 2;
      at = message.readUInt16BE(at) & 0x3fff;
      jumps++;
    } else {
      labels.push(message.toString('utf8', at + 1, at + 1 + length));
      at += 1 + length;
    }
  }
  throw new RangeError('a name that points in circles');
}
