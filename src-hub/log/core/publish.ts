import { encodeBatch } from '#shared/sync/batch';
import type { WireOp } from '#shared/sync/columns';
import { clockOf } from '#shared/sync/clocks';
import { readStamp, tick, writeStamp, zeroHlc } from '#shared/sync/hlc';
import { limits } from '#shared/sync/limits';
import { emptyState, type MergeState, ruleOf } from '#shared/sync/merge';
import { canonical, type Json, metaFields } from '#shared/sync/op';
import { hashOfOp } from '#shared/sync/op-hash';
import { type Touched, touchedBy } from '#shared/sync/touched';
import { applyBatch, recordsOf } from './apply-batch';
import type { HubCore } from './hub-core';
import type { RecordRef, StoredRecord } from './hub-store';
import { hubTypes, refusalOf } from './refusal';

/** A record of the hub, whole or the fields of it that change. */
export interface Publication extends RecordRef {
  readonly fields: Readonly<Record<string, Json>>;
}

export interface Moment {
  /** Wall clock, ms since 1970. */
  readonly now: number;
  /** Random: the hub's incarnation in this committee, if it has none yet. */
  readonly fresh: string;
}

/** A publication that cannot go out as it is; `words` say why. */
export class BadPublication extends Error {}

/**
 * Writes records of the hub into the log of a committee (protocol, section 9). What stands there already is passed over, so that
 * the same publication may be sent again after a failure. Returns how many records changed.
 * @throws BadPublication, UnknownScope
 */
export async function publish(core: HubCore, committee: string, records: readonly Publication[], moment: Moment): Promise<number> {
  check(records);
  return core.store.change(committee, async (scope) => {
    const head = await scope.head();
    const { device } = core.hub;
    const incarnation = await scope.ownIncarnation(moment.fresh);
    const author = await scope.author({ device, incarnation });
    const there = new Map((await scope.records(records)).map((record: StoredRecord) => [`${record.type} ${record.id}`, record.state]));
    let clock = head.stamp === '' ? zeroHlc : readStamp(head.stamp);
    const ops: WireOp[] = [];
    for (const record of records) {
      const state = there.get(`${record.type} ${record.id}`);
      const fields = changedFields(record, state, { at: new Date(moment.now).toISOString(), by: device });
      if (Object.keys(fields).length === 0) continue;
      clock = tick(clock, moment.now);
      const base = Object.fromEntries(
        Object.keys(fields).flatMap((name) => (state?.clocks[name] ? [[name, clockOf(state.clocks[name])]] : [])),
      );
      const { type, id } = record;
      const whole = { ...fields, ...touchedOf(type, state, fields) };
      const op = { seq: author.lastSeq + ops.length + 1, stamp: writeStamp(clock), type, id, fields: whole, base, actor: device };
      const hashed = { ...op, hash: hashOfOp(op, core.tools.sha256Hex) };
      const refusal = refusalOf(hashed, state ?? emptyState, { isHub: true, standalone: core.standalone });
      if (refusal) throw new BadPublication(`${type} ${id}: ${refusal.words.en}`);
      ops.push(hashed);
    }
    const [first] = ops;
    if (!first) return 0;
    const header = {
      committee,
      device,
      incarnation,
      number: author.lastNumber + 1,
      firstSeq: first.seq,
      count: ops.length,
      prevHash: author.lastHash,
    };
    // gzip: workstations of version 1 read it as well, and there is little of it.
    const { bytes, hash } = encodeBatch(header, { ops, withheld: [] }, 'gzip', core.tools, (digest) => core.sign(digest));
    const batch = { header, hash, ops, withheld: [] };
    await applyBatch(core, scope, batch, bytes, author, await recordsOf(scope, batch));
    return ops.length;
  });
}

function check(records: readonly Publication[]): void {
  if (records.length > limits.opsPerBatch) throw new BadPublication(`at most ${limits.opsPerBatch} records at once`);
  for (const { type, id } of records) {
    if (!hubTypes.has(type)) throw new BadPublication(`${type} is not written by the hub; it writes ${[...hubTypes].join(', ')}`);
    if (!/^[0-9a-zA-Z-]{1,64}$/.test(id)) throw new BadPublication('an id is letters, digits and hyphens, at most 64');
  }
}

function changedFields({ fields }: Publication, state: MergeState | undefined, made: { at: string; by: string }): Record<string, Json> {
  const wanted = state ? fields : { [metaFields.createdAt]: made.at, [metaFields.createdBy]: made.by, ...fields };
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => !state?.clocks[name] || canonical(state.fields[name] ?? null) !== canonical(value)),
  );
}

/** Of sets and small tables, which elements the op changes (sync/touched). */
function touchedOf(type: string, state: MergeState | undefined, fields: Readonly<Record<string, Json>>): Record<string, Json> {
  const touched: Record<string, Touched> = {};
  for (const [name, value] of Object.entries(fields)) {
    const rule = ruleOf(type, name);
    const entry = state?.clocks[name];
    if ((rule === 'set' || rule === 'items') && entry)
      touched[name] = touchedBy(rule, { value: state?.fields[name] ?? null, entry }, value);
  }
  return Object.keys(touched).length > 0 ? { [metaFields.touched]: touched } : {};
}
