/** Random histories of one record: several authors who see each other's ops late, in any order or not at all, and edit what they see. */
import fc from 'fast-check';
import { clockOf, stands } from '#shared/sync/clocks';
import { type FieldClock, fieldClock, writeStamp } from '#shared/sync/hlc';
import { emptyState, merge, type MergeState, openConflicts, ruleOf } from '#shared/sync/merge';
import { type Json, metaFields, type Op } from '#shared/sync/op';
import { type Touched, touchedBy } from '#shared/sync/touched';

/** case: scalars name and outcomeText, the set outcome, the table team; $removedAt is a meta field, currentStep one that the program writes. */
export const type = 'case';
const tags = ['BAO_CAO', 'KY_LUAT', 'NHAC_NHO', 'THI_HANH'];
const members = ['m1', 'm2', 'm3'];
const words = ['A', 'B', 'C'];

export interface Sent {
  readonly op: Op;
  readonly by: string;
  readonly clock: FieldClock;
  /** By the hub: it stands with its author alone. */
  readonly refused: boolean;
}

type Edit =
  | { readonly kind: 'whole'; readonly field: string; readonly word: string }
  | { readonly kind: 'set'; readonly element: string }
  | { readonly kind: 'item'; readonly id: string; readonly word: string }
  | { readonly kind: 'order' }
  | { readonly kind: 'settle'; readonly choice: 'winner' | 'loser' | 'other' };

export interface Step {
  readonly author: number;
  readonly edits: readonly Edit[];
  /** How far the wall clock of the author is off. */
  readonly skew: number;
  /** Which of the others' ops it has seen by then, by place; they need not come in their order. */
  readonly sees: readonly number[];
  /** An author of version 1 does not say what it touched. */
  readonly old: boolean;
}

const wholeFields = ['name', 'outcomeText', '$removedAt', 'currentStep', 'future'];
const edit = fc.oneof<fc.Arbitrary<Edit>[]>(
  fc.record({ kind: fc.constant('whole' as const), field: fc.constantFrom(...wholeFields), word: fc.constantFrom(...words) }),
  fc.record({ kind: fc.constant('set' as const), element: fc.constantFrom(...tags) }),
  fc.record({ kind: fc.constant('item' as const), id: fc.constantFrom(...members), word: fc.constantFrom(...words, '') }),
  fc.record({ kind: fc.constant('order' as const) }),
);
const decision: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constant('settle' as const),
  choice: fc.constantFrom('winner' as const, 'loser' as const, 'other' as const),
});

export const step: fc.Arbitrary<Step> = fc.record({
  author: fc.integer({ min: 0, max: 2 }),
  // A decision is an op of its own.
  edits: fc.oneof({ weight: 3, arbitrary: fc.array(edit, { minLength: 1, maxLength: 3 }) }, { weight: 1, arbitrary: fc.tuple(decision) }),
  skew: fc.integer({ min: 0, max: 6 }),
  sees: fc.array(fc.nat({ max: 30 }), { maxLength: 6 }),
  old: fc.constant(false),
});

interface Author {
  readonly name: string;
  state: MergeState;
  ms: number;
  readonly seen: Set<FieldClock>;
}

export const knowsOf = (seen: ReadonlySet<FieldClock>) => (clock: FieldClock) => seen.has(clock);

/** @param refuses whether the hub refuses the op of this step */
export function play(steps: readonly Step[], refuses: (at: number) => boolean = () => false): Sent[] {
  const sent: Sent[] = [];
  const authors = ['a', 'b', 'c'].map((name): Author => ({ name, state: emptyState, ms: 0, seen: new Set() }));
  const take = (author: Author, { op, by, clock, refused }: Sent): void => {
    if (author.seen.has(clock)) return;
    author.state = merge(author.state, op, by, { knows: knowsOf(author.seen), refused: refused && by !== author.name }).state;
    author.seen.add(clock);
    author.ms = Math.max(author.ms, Number.parseInt(op.stamp.slice(0, 9), 36));
  };
  steps.forEach(({ author: index, edits, skew, sees, old }, at) => {
    const author = authors[index];
    if (!author) return;
    for (const place of sees) {
      const one = sent[place];
      if (one) take(author, one);
    }
    author.ms = Math.max(author.ms + 1, at + skew);
    const change = changeOf(author.state, edits, old);
    if (Object.keys(change.fields).length === 0) return;
    const hash = at.toString(16).padStart(12, '0');
    const op: Op = { seq: at + 1, stamp: writeStamp({ ms: author.ms, counter: 0 }), type, id: 'x', actor: author.name, hash, ...change };
    const one = { op, by: author.name, clock: fieldClock(op.stamp, author.name, hash), refused: refuses(at) };
    take(author, one);
    sent.push(one);
  });
  return sent;
}

/** Merges ops in this order, each once however often it is there. */
export function mergeAll(sent: readonly Sent[], knowing = true): MergeState {
  const seen = new Set<FieldClock>();
  let state = emptyState;
  for (const { op, by, clock, refused } of sent) {
    if (seen.has(clock)) continue;
    state = merge(state, op, by, { refused, ...(knowing ? { knows: knowsOf(seen) } : {}) }).state;
    seen.add(clock);
  }
  return state;
}

function changeOf(state: MergeState, edits: readonly Edit[], old: boolean): Pick<Op, 'fields' | 'base'> {
  const fields: Record<string, Json> = {};
  const touched: Record<string, Touched> = {};
  const base: Record<string, FieldClock> = {};
  const settles: FieldClock[] = [];
  const present = (field: string): Json => fields[field] ?? state.fields[field] ?? null;
  for (const one of edits) {
    switch (one.kind) {
      case 'whole':
        fields[one.field] = one.word;
        break;
      case 'set': {
        const list = (present('outcome') ?? []) as string[];
        fields['outcome'] = list.includes(one.element) ? list.filter((element) => element !== one.element) : [...list, one.element];
        break;
      }
      case 'item': {
        const others = itemsOf(present('team')).filter(({ id }) => id !== one.id);
        fields['team'] = one.word === '' ? others : [...others, { id: one.id, name: one.word }];
        break;
      }
      case 'order':
        fields['team'] = itemsOf(present('team')).toReversed();
        break;
      case 'settle': {
        const [conflict] = openConflicts(type, state);
        if (!conflict || conflict.field in fields) break;
        const value: Json = one.choice === 'winner' ? conflict.winner.value : one.choice === 'loser' ? conflict.loser.value : 'D';
        settles.push(conflict.loser.clock);
        if (conflict.item === undefined) fields[conflict.field] = value;
        else {
          const others = itemsOf(present(conflict.field)).filter(({ id }) => id !== conflict.item);
          const item = one.choice === 'other' ? { id: conflict.item, name: 'D' } : value;
          fields[conflict.field] = item === null ? others : [...others, item];
          touched[conflict.field] = { [conflict.item]: conflict.winner.clock };
        }
        break;
      }
    }
  }
  for (const [field, value] of Object.entries(fields)) {
    const entry = state.clocks[field];
    if (entry === undefined || !stands(entry)) continue;
    base[field] = clockOf(entry);
    const rule = ruleOf(type, field);
    if (rule !== 'set' && rule !== 'items') continue;
    const changed = touchedBy(rule, { value: state.fields[field] ?? null, entry }, value);
    touched[field] = Array.isArray(changed) ? changed : { ...touched[field], ...changed };
  }
  if (!old && Object.keys(touched).length > 0) fields[metaFields.touched] = touched;
  if (settles.length > 0) fields[metaFields.settles] = settles;
  return { fields, base };
}

const itemsOf = (value: Json): { id: string; name: Json }[] => (value ?? []) as { id: string; name: Json }[];
