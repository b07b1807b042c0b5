/**
 * Body of a batch: ops in columns, because equal keys and similar values side by side compress about a quarter better
 * than rows. Ops that set the same fields of the same type form one group; `seq` brings them back into order.
 *
 *   { actors: [id], withheld: [seq], groups: [{ type, fields: [name], seq: [delta], time: [ms delta], counter: [n], id: [..],
 *     actor: [index], values: [[..] per field], base?: [[clock|null ..] per field] }] }
 *
 * An op's hash is not sent: the reader computes it anew, so that a clock never rests on a hash that somebody only claimed.
 * `withheld` lists numbers whose content never leaves the workstation (eligible.ts): they only fill the gap.
 */
import { z } from 'zod';
import { readStamp, writeStamp } from './hlc';
import type { Json, Op } from './op';
import { hashOfOp } from './op-hash';

/** An op as it arrives: its type may be one that this version does not know. */
export type WireOp = Omit<Op, 'type'> & { readonly type: string };

export interface BatchBody {
  readonly ops: readonly WireOp[];
  readonly withheld: readonly number[];
}

const name = z.string().min(1).max(80);
const whole = z.int();
const groupSchema = z.strictObject({
  type: name,
  fields: z.array(name).min(1).max(300),
  seq: z.array(whole).min(1),
  time: z.array(whole),
  counter: z.array(whole.min(0)),
  id: z.array(z.string().regex(/^[0-9a-zA-Z-]{1,64}$/)),
  actor: z.array(whole.min(0)),
  // What JSON.parse gave is JSON.
  values: z.array(z.custom<unknown[]>(Array.isArray)),
  base: z.array(z.array(z.string().max(120).nullable())).optional(),
});
const bodySchema = z.strictObject({ actors: z.array(z.string().max(64)), withheld: z.array(whole.min(1)), groups: z.array(groupSchema) });
type Group = z.infer<typeof groupSchema>;

export function toColumns({ ops, withheld }: BatchBody): unknown {
  const actors: string[] = [];
  const groups = new Map<string, Group>();
  const last = new Map<Group, { seq: number; ms: number }>();
  for (const op of ops) {
    const fields = Object.keys(op.fields).sort();
    const key = `${op.type}\n${fields.join('\n')}`;
    const group = groups.get(key) ?? {
      type: op.type,
      fields,
      seq: [],
      time: [],
      counter: [],
      id: [],
      actor: [],
      values: fields.map(() => []),
      base: fields.map(() => []),
    };
    groups.set(key, group);
    const before = last.get(group) ?? { seq: 0, ms: 0 };
    const { ms, counter } = readStamp(op.stamp);
    if (!actors.includes(op.actor)) actors.push(op.actor);
    group.seq.push(op.seq - before.seq);
    group.time.push(ms - before.ms);
    group.counter.push(counter);
    group.id.push(op.id);
    group.actor.push(actors.indexOf(op.actor));
    fields.forEach((field, i) => {
      group.values[i]?.push((op.fields[field] ?? null) as never);
      group.base?.[i]?.push(op.base[field] ?? null);
    });
    last.set(group, { seq: op.seq, ms });
  }
  for (const group of groups.values()) if (group.base?.every((column) => column.every((clock) => clock === null))) delete group.base;
  return { actors, withheld, groups: [...groups.values()] };
}

/** @throws ZodError or RangeError for anything that is not a body. */
export function fromColumns(body: unknown, sha256Hex: (text: string) => string): BatchBody {
  const { actors, withheld, groups } = bodySchema.parse(body);
  const ops = groups.flatMap((group) => readGroup(group, actors, sha256Hex)).sort((a, b) => a.seq - b.seq);
  return { ops, withheld };
}

function readGroup(group: Group, actors: readonly string[], sha256Hex: (text: string) => string): WireOp[] {
  const rows = group.seq.length;
  const columns = [group.time, group.counter, group.id, group.actor, ...group.values, ...(group.base ?? [])];
  const whole =
    columns.every((column) => column.length === rows) &&
    group.values.length === group.fields.length &&
    (!group.base || group.base.length === group.fields.length);
  if (!whole) throw new RangeError('columns of unequal length');
  // The one name that no plain object keeps; it never had a value.
  const named = [...group.fields.entries()].filter(([, field]) => field !== '__proto__');
  const empty = Object.fromEntries(named.map(([, field]) => [field, null]));
  let seq = 0;
  let ms = 0;
  return group.seq.map((delta, row) => {
    seq += delta;
    ms += group.time[row] ?? 0;
    const actor = actors[group.actor[row] ?? -1];
    const stamp = writeStamp({ ms, counter: group.counter[row] ?? 0 });
    if (actor === undefined || ms < 0 || stamp.length !== 12) throw new RangeError('an op without author or time');
    // A copy of an object has its keys at once; setting them one by one costs three times as much.
    const fields: Record<string, Json> = { ...empty };
    for (const [i, field] of named) fields[field] = group.values[i]?.[row] as Json;
    const base: Record<string, string> = {};
    for (const [i, clocks] of group.base?.entries() ?? []) {
      const clock = clocks[row];
      if (clock) base[group.fields[i] ?? ''] = clock;
    }
    const op = { seq, stamp, type: group.type, id: group.id[row] ?? '', fields, base, actor };
    return { ...op, hash: hashOfOp(op, sha256Hex) };
  });
}
