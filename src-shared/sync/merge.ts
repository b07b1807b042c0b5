/**
 * Merge of one op into one record, the same at workstation and hub. Any order of the same ops gives the same fields, clocks and open
 * conflicts, as long as each is merged once: whoever calls keeps, per incarnation, which numbers it has merged.
 *
 * - A field that merges as a whole: the later clock stands. A value that nobody replaced knowingly (no op names it as its base) and
 *   that does not stand is a conflict until an op settles it (merging/register.ts).
 * - Sets and small tables merge by their elements (merging/table.ts).
 * - Meta fields and fields that only the program writes: the later clock stands, and there is nothing to ask a person.
 */
import { mergeRuleOf } from '../records/field';
import { isRecordTypeName, recordType } from '../records/registry';
import { type ClockEntry, clockOf, type Clocks, stands } from './clocks';
import { type FieldClock, fieldClock } from './hlc';
import { type Held, isPlain, type Knows, losers, remembered, writeRegister } from './merging/register';
import { type TableKind, tableLosers, type TableState, writeTable } from './merging/table';
import { canonical, type Json, metaFields, type Op } from './op';
import { readTouched } from './touched';

/**
 * All that a side keeps of a record in order to merge. Plain JSON; fields and clocks belong together and are written together. A clock without a
 * field is of one in which nothing stands yet; it is kept beside the record (merging/beside.ts).
 */
export interface MergeState {
  readonly fields: Readonly<Record<string, Json>>;
  readonly clocks: Clocks;
}

export interface ConflictSide {
  readonly value: Json;
  readonly clock: FieldClock;
  /** Who set it; absent where the merge cannot know (it stood there before). */
  readonly actor?: string;
}

/** A value that lost without the winner's author having known of it. It is named by (record, field, item, loser's clock). */
export interface Conflict {
  readonly field: string;
  /** Id of the item, where the field is a small table; its values are the item, or null where it was taken out. */
  readonly item?: string;
  /** What stood when the conflict was found. It may have been changed since: show what stands. */
  readonly winner: ConflictSide;
  readonly loser: ConflictSide;
}

/** A conflict that was open and is no more. */
export interface ClosedConflict {
  readonly conflict: Conflict;
  /** settled: a person decided; withdrawn: what replaced the losing value knowingly arrived later, or both values are the same again. */
  readonly why: 'settled' | 'withdrawn';
  /** Clock of the op that closed it. */
  readonly by: FieldClock;
}

export interface Merged {
  /** The state before itself when nothing is new. */
  readonly state: MergeState;
  /** Fields of which anything is new: value, clock, or what is remembered of others. */
  readonly changed: readonly string[];
  /** Conflicts that are open now and were not before. One that was closed may open again. */
  readonly conflicts: readonly Conflict[];
  readonly closed: readonly ClosedConflict[];
}

export interface MergeContext {
  /**
   * Whether the op of this clock was merged before, or never will be. A side that cannot tell says no: it then remembers a clock more of
   * each conflict, and nothing else differs.
   */
  readonly knows?: Knows;
  /** The op was refused: of it counts only what its author had seen. */
  readonly refused?: boolean;
}

export const emptyState: MergeState = { fields: {}, clocks: {} };

type Rule = 'latest' | 'register' | TableKind;

export function merge(state: MergeState, op: Op, incarnation: string, { knows = () => false, refused = false }: MergeContext = {}): Merged {
  const mine = fieldClock(op.stamp, incarnation, op.hash);
  const settles = settledBy(op);
  const fields: Record<string, Json> = { ...state.fields };
  const clocks: Record<string, ClockEntry> = { ...state.clocks };
  const changed: string[] = [];
  const conflicts: Conflict[] = [];
  const closed: ClosedConflict[] = [];

  for (const field in op.fields) {
    if (aboutOp.has(field)) continue;
    const value = op.fields[field] ?? null;
    const entry = state.clocks[field];
    const base = op.base[field];
    if (entry === undefined && base === undefined && !Array.isArray(value)) {
      // Nothing stood there and nobody saw anything there: nothing to compare with.
      if (refused) continue;
      fields[field] = value;
      clocks[field] = mine;
      changed.push(field);
      continue;
    }
    const rule = ruleOf(op.type, field);
    const before = entry === undefined ? undefined : { value: state.fields[field] ?? null, entry };
    const parents = base === undefined ? settles : [base, ...settles];
    const write = { clock: mine, value, actor: op.actor, base, parents, settles, refused };
    const after =
      rule === 'latest'
        ? writeLatest(before, write)
        : rule === 'register'
          ? writeWhole(before, write, knows)
          : writeTable(rule, before, { ...write, touched: readTouched(op, field) }, knows);
    if (before && after ? sameEntry(before.entry, after.entry) : before === after) continue;
    changed.push(field);
    if (after) clocks[field] = after.entry;
    else delete clocks[field];
    if (!after || !stands(after.entry)) continue;
    fields[field] = after.value;
    compare(field, conflictsOf(rule, field, before), conflictsOf(rule, field, after));
  }
  return changed.length === 0 ? { state, changed, conflicts, closed } : { state: { fields, clocks }, changed, conflicts, closed };

  function compare(field: string, were: readonly Conflict[], are: readonly Conflict[]): void {
    const isIn = (list: readonly Conflict[], { item, loser }: Conflict): boolean =>
      list.some((other) => other.item === item && other.loser.clock === loser.clock);
    const withActor = (side: ConflictSide): ConflictSide => (side.clock === mine ? { ...side, actor: op.actor } : side);
    for (const conflict of are)
      if (!isIn(were, conflict)) conflicts.push({ ...conflict, winner: withActor(conflict.winner), loser: withActor(conflict.loser) });
    for (const conflict of were)
      if (!isIn(are, conflict)) closed.push({ conflict, why: settles.includes(conflict.loser.clock) ? 'settled' : 'withdrawn', by: mine });
  }
}

/** Conflicts of a record that nobody has settled. */
export const openConflicts = (type: string, { fields, clocks }: MergeState): Conflict[] =>
  Object.entries(clocks).flatMap(([field, entry]) =>
    typeof entry === 'string' ? [] : conflictsOf(ruleOf(type, field), field, { value: fields[field] ?? null, entry }),
  );

/** How a field of a type merges; a field that this version does not know merges as a whole. */
export function ruleOf(type: string, field: string): Rule {
  if (field.startsWith('$')) return 'latest';
  const definition = isRecordTypeName(type) ? recordType(type).fields[field] : undefined;
  if (!definition) return 'register';
  if (definition.readOnly) return 'latest';
  const rule = mergeRuleOf(definition);
  return rule === 'last-writer' ? 'register' : rule;
}

const aboutOp: ReadonlySet<string> = new Set([metaFields.touched, metaFields.settles]);

function settledBy(op: Op): FieldClock[] {
  const settles = op.fields[metaFields.settles];
  return Array.isArray(settles) ? settles.filter((clock) => typeof clock === 'string') : [];
}

interface WholeWrite {
  readonly clock: FieldClock;
  readonly value: Json;
  readonly actor: string;
  readonly parents: readonly FieldClock[];
  readonly refused: boolean;
}

function writeLatest(before: TableState | undefined, { clock, value, refused }: WholeWrite): TableState | undefined {
  return refused || (before && clock <= clockOf(before.entry)) ? before : { value, entry: clock };
}

function writeWhole(before: TableState | undefined, write: WholeWrite, knows: Knows): TableState | undefined {
  const after = writeRegister(before && heldOf(before), write, knows);
  if (!after) return undefined;
  return { value: after.value, entry: isPlain(after) ? after.clock : remembered(after) };
}

const heldOf = ({ value, entry }: TableState): Held => (typeof entry === 'string' ? { clock: entry, value } : { ...entry, value });

function conflictsOf(rule: Rule, field: string, state: TableState | undefined): Conflict[] {
  if (!state || typeof state.entry === 'string') return [];
  if (rule === 'set' || rule === 'items')
    return tableLosers(rule, state).map(({ item, winner: { value, clock }, head }) => ({
      field,
      item,
      winner: { value, clock },
      loser: head,
    }));
  const winner = heldOf(state);
  return losers(winner).map((loser) => ({ field, winner: { value: winner.value, clock: winner.clock }, loser }));
}

/** By content: a store may give the keys of an entry back in another order. */
const sameEntry = (a: ClockEntry, b: ClockEntry): boolean => a === b || (typeof a !== 'string' && canonical(a) === canonical(b));
