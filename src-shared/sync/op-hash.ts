import { canonical, type Op } from './op';

/** The first 12 hex digits of SHA-256 over canonical(op without hash). It ends the op's field clocks, so that no two are equal (rule 4). */
export const hashOfOp = (op: Omit<Op, 'hash' | 'type'> & { readonly type: string }, sha256Hex: (text: string) => string): string => {
  const { seq, stamp, type, id, fields, base, actor } = op;
  return sha256Hex(canonical({ seq, stamp, type, id, fields, base, actor })).slice(0, 12);
};
