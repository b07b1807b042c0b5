/**
 * What is remembered of fields in which nothing stands yet: a refused op sets nothing, but its author had seen something there, and that
 * may still be on its way. It stands beside the records, because there may be no record yet: in one of a type that nobody projects. Its `fields` are
 * `{ "<type> <id>": { <field>: entry } }`, it has no clocks, and so no part in the fingerprint. Each side makes its own out of the refused ops that it
 * reads; in a snapshot it comes before all others. A workstation from before keeps it like any record of a type that it does not know.
 */
import { type Clocks, stands } from '../clocks';
import type { MergeState } from '../merge';
import type { Json } from '../op';

/** Where it is kept; ops never name this type. */
export const besideRef = { type: '$awaited', id: 'beside' } as const;

/** By record. */
export type Beside = ReadonlyMap<string, Clocks>;

export const besideKey = ({ type, id }: { readonly type: string; readonly id: string }): string => `${type} ${id}`;
export const readBeside = (state: MergeState | undefined): Map<string, Clocks> =>
  new Map(Object.entries(state?.fields ?? {}) as unknown as [string, Clocks][]);
export const besideState = (beside: Beside): MergeState => ({
  fields: Object.fromEntries(beside) as unknown as Record<string, Json>,
  clocks: {},
});

/** The state of a record with what is remembered beside it. */
export const joined = (state: MergeState, beside: Clocks | undefined): MergeState =>
  beside ? { fields: state.fields, clocks: { ...beside, ...state.clocks } } : state;

/** The two apart again. */
export function apart(state: MergeState): { readonly state: MergeState; readonly beside: Clocks | undefined } {
  const waiting = Object.entries(state.clocks).filter(([, entry]) => !stands(entry));
  if (waiting.length === 0) return { state, beside: undefined };
  const clocks = Object.fromEntries(Object.entries(state.clocks).filter(([, entry]) => stands(entry)));
  return { state: { fields: state.fields, clocks }, beside: Object.fromEntries(waiting) };
}
