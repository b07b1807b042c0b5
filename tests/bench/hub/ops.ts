/** What a simulated commune sends: cases of 20 fields as a workstation makes them, and changes of one field. */
import type { WireOp } from '#shared/sync/columns';
import { fieldClock, writeStamp } from '#shared/sync/hlc';
import type { Json } from '#shared/sync/op';
import { hashOfOp } from '#shared/sync/op-hash';
import { batchTools } from '#service/sync/crypto/batch-tools';
import { newCases, otherState } from '../sync/work';

/** `new`: every op makes a case. `day`: of twelve ops one makes a case and eleven change a field of one, as in the work of a day. */
export type Mix = 'new' | 'day';

const templates = newCases(500);
const uuid = (n: number): string => `01890000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** The ops of one commune from `firstSeq` on; the same numbers give the same ops in every commune. */
export function opsOf(mix: Mix, incarnation: string): (count: number) => WireOp[] {
  let seq = 0;
  let cases = 0;
  const clocks: { readonly id: string; clock: string }[] = [];
  const finish = (op: Omit<WireOp, 'hash' | 'stamp' | 'seq' | 'actor'>): WireOp => {
    const open = { ...op, seq: ++seq, stamp: writeStamp({ ms: Date.UTC(2026, 10, 1) + seq * 1000, counter: 0 }), actor: uuid(1) };
    return { ...open, hash: hashOfOp(open, batchTools.sha256Hex) };
  };
  const make = (): WireOp => {
    const { values } = templates[cases % templates.length] ?? { values: {} };
    const fields = { ...(values as Record<string, Json>), $createdAt: '2026-11-01T08:00:00.000Z', $createdBy: uuid(1) };
    const op = finish({ type: 'case', id: uuid(1000 + cases++), fields, base: {} });
    clocks.push({ id: op.id, clock: fieldClock(op.stamp, incarnation, op.hash) });
    return op;
  };
  const change = (): WireOp => {
    const target = clocks[clocks.length - 1 - ((seq * 7919) % Math.min(clocks.length, 150))];
    if (!target) return make();
    const op = finish({ type: 'case', id: target.id, fields: { state: otherState }, base: { state: target.clock } });
    target.clock = fieldClock(op.stamp, incarnation, op.hash);
    return op;
  };
  return (count) => Array.from({ length: count }, () => (mix === 'new' || seq % 12 === 0 ? make() : change()));
}
