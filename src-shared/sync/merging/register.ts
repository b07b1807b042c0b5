/**
 * A value that merges as a whole. Every op that sets it was made on one that its author saw, its parents; values that are nobody's
 * parent are the heads. The head with the latest clock stands, the others are conflicts. Which values are heads follows from the
 * set of ops, so the order of their arrival does not matter; a parent that arrives later than its child is awaited.
 */
import type { FieldClock } from '../hlc';
import { canonical, type Json } from '../op';
import type { Head, Register } from './memory';

export interface Held extends Register {
  readonly value: Json;
}

export interface Write {
  readonly clock: FieldClock;
  readonly value: Json;
  readonly actor: string;
  /** What its author saw and replaced. */
  readonly parents: readonly FieldClock[];
  /** Only what it replaced counts, its value does not. */
  readonly refused: boolean;
}

/** Whether the op of this clock was merged before, or never will be (it was refused or never leaves its workstation). */
export type Knows = (clock: FieldClock) => boolean;

/** Nobody set anything yet. An op that was refused may leave of it what its author had seen: then its clock is '' and it awaits that. */
const nothing: Held = { clock: '', value: null, replaced: true };

/** Undefined where nothing stands and nothing is awaited. */
export function writeRegister(before: Held = nothing, write: Write, knows: Knows): Held | undefined {
  const after = written(before, write, knows);
  return isNothing(after) ? undefined : after;
}

const isNothing = ({ clock, awaited }: Held): boolean => clock === '' && !awaited;

function written(before: Held, write: Write, knows: Knows): Held {
  if (write.clock === before.clock) return withoutHeads(before, write.parents);
  let heads = before.heads ?? [];
  let stands = before.replaced !== true;
  const awaited = new Set(before.awaited);
  const isReplaced = awaited.delete(write.clock) || write.refused;
  for (const parent of write.parents) {
    if (parent === before.clock) stands = false;
    else if (heads.some(({ clock }) => clock === parent)) heads = heads.filter(({ clock }) => clock !== parent);
    else if (!knows(parent)) awaited.add(parent);
  }
  if (!write.refused && write.clock > before.clock) {
    if (stands) heads = withHead(heads, { clock: before.clock, value: before.value });
    return held(write, heads, [...awaited], isReplaced);
  }
  if (!isReplaced) heads = withHead(heads, { clock: write.clock, value: write.value, actor: write.actor });
  return held(before, heads, [...awaited], !stands);
}

/** Heads that lost with another value than the one that stands. */
export const losers = ({ heads, value }: Held): readonly Head[] =>
  heads ? heads.filter((head) => canonical(head.value) !== canonical(value)) : [];

/** Whether there is nothing to remember but the clock. */
export const isPlain = ({ heads, awaited, replaced }: Register): boolean => !heads && !awaited && !replaced;

/** The register alone, without its value. */
export const remembered = ({ clock, heads, awaited, replaced }: Register): Register => ({
  clock,
  ...(heads ? { heads } : {}),
  ...(awaited ? { awaited } : {}),
  ...(replaced ? { replaced } : {}),
});

/** Merged once more (an own op that was issued again): what its author replaced may have come back. */
function withoutHeads(before: Held, parents: readonly FieldClock[]): Held {
  if (!before.heads?.some(({ clock }) => parents.includes(clock))) return before;
  const heads = before.heads.filter(({ clock }) => !parents.includes(clock));
  return held(before, heads, before.awaited ?? [], before.replaced === true);
}

/** The op of this clock arrived and did not set this value. Undefined as above. */
export function withoutAwaited(register: Held, clock: FieldClock): Held | undefined {
  const awaited = register.awaited?.filter((one) => one !== clock) ?? [];
  const after = held(register, register.heads ?? [], awaited, register.replaced === true);
  return isNothing(after) ? undefined : after;
}

function held(
  { clock, value }: { readonly clock: FieldClock; readonly value: Json },
  heads: readonly Head[],
  awaited: readonly FieldClock[],
  replaced: boolean,
): Held {
  return {
    clock,
    value,
    ...(heads.length > 0 ? { heads } : {}),
    ...(awaited.length > 0 ? { awaited: awaited.toSorted() } : {}),
    ...(replaced ? { replaced: true as const } : {}),
  };
}

const withHead = (heads: readonly Head[], head: Head): readonly Head[] =>
  heads.some(({ clock }) => clock === head.clock) ? heads : [...heads, head].sort((a, b) => (a.clock < b.clock ? -1 : 1));
