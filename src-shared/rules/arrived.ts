/** Rules that came from the province as records (rulePack, codeList) take effect wherever packs and lists are looked up in this process. */
import type { ValuesOfType } from '../records/registry';
import { takeArrivedLists } from './code-lists/arrived';
import { readRulePack, takeArrivedPacks } from './packs/index';

/** Of records that were not moved aside, in the order in which they were made: of two that say the same, the later one holds. */
export interface ArrivedRules {
  readonly packs: readonly ValuesOfType<'rulePack'>[];
  readonly lists: readonly ValuesOfType<'codeList'>[];
}

/** Replaces what was taken over before. Lists first: packs name their codes. */
export function takeArrivedRules({ packs, lists }: ArrivedRules): void {
  takeArrivedLists(lists);
  takeArrivedPacks(packs.flatMap(({ content }) => (typeof content === 'string' ? (readRulePack(content) ?? []) : [])));
}
