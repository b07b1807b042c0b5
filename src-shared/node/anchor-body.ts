/**
 * The request of contract/hub-audit as it travels. Packed: JSON of all but the contents, a line feed, then 32 bytes of each. Hashes do not
 * compress, and with digits and commas they are 67 bytes of each audit entry, three times what the op of a small change takes.
 */
import type { AnchorRequest } from '../contract/hub-audit';

const lineFeed = 0x0a;
const hashBytes = 32;

export function writeAnchor(request: AnchorRequest, packed: boolean): Buffer {
  const { contents, ...head } = request;
  return packed
    ? Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`, 'utf8'), Buffer.from(contents.join(''), 'hex')])
    : Buffer.from(JSON.stringify(request), 'utf8');
}

/** Either form, not yet checked by anchorRequest: JSON as it is written holds no line feed. @throws SyntaxError, RangeError for what is neither */
export function readAnchor(body: Buffer): unknown {
  const end = body.indexOf(lineFeed);
  if (end < 0) return JSON.parse(body.toString('utf8'));
  if ((body.length - end - 1) % hashBytes !== 0) throw new RangeError('a hash is cut');
  const head = JSON.parse(body.toString('utf8', 0, end)) as object;
  const digits = body.toString('hex', end + 1);
  const contents = Array.from({ length: digits.length / 2 / hashBytes }, (_, n) =>
    digits.slice(n * 2 * hashBytes, (n + 1) * 2 * hashBytes),
  );
  return { ...head, contents };
}
