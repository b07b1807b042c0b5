import { canonical, type Op } from './op';

const hashLength = 12;

/** The first 12 hex digits of SHA-256 over canonical(op without hash). It ends the op's field clocks, so that no two are equal (rule 4). */
export const hashOfOp = (op: Omit<Op, 'hash' | 'type'> & { readonly type: string }, sha256Hex: (text: string) => string): string => {
  const { seq, stamp, type, id, fields, base, actor } = op;
  return sha256Hex(canonical({ actor, base, fields, id, seq, stamp, type })).slice(0, hashLength);
};

/** An op with its hash, and the JSON in which it is kept: the text that was hashed, with the hash behind it. */
export function hashedOp<T extends Omit<Op, 'hash'>>(
  op: T,
  sha256Hex: (text: string) => string,
): { op: T & Pick<Op, 'hash'>; text: string } {
  const text = canonical(op);
  const hash = sha256Hex(text).slice(0, hashLength);
  return { op: { ...op, hash }, text: `${text.slice(0, -1)},"hash":"${hash}"}` };
}
