/** Rules that came from the province as records (rulePack, codeList) take effect wherever packs and lists are looked up in this process. */
import type { ValuesOfType } from '../records/registry';
import { type ArrivedItems, takeArrivedItems } from './code-lists/index';
import { readRulePack, takeArrivedPacks } from './packs/index';

/** Of records that were not moved aside, in the order in which they were made: of two that say the same, the later one holds. */
export interface ArrivedRules {
  readonly packs: readonly ValuesOfType<'rulePack'>[];
  readonly lists: readonly ValuesOfType<'codeList'>[];
}

/** Replaces what was taken over before. Lists first: packs name their codes. */
export function takeArrivedRules({ packs, lists }: ArrivedRules): void {
  takeArrivedItems(lists.map(itemsOf));
  takeArrivedPacks(packs.flatMap(({ content }) => (typeof content === 'string' ? (readRulePack(content) ?? []) : [])));
}

const itemsOf = ({ list, items }: ValuesOfType<'codeList'>): ArrivedItems => ({
  list: list ?? '',
  items: (items ?? []).flatMap(({ code, vi, en, abbreviation, source, validTo }) =>
    code && vi
      ? [
          {
            code,
            label: { vi, en: en ?? vi },
            ...(abbreviation ? { abbreviation } : {}),
            ...(source ? { source } : {}),
            ...(validTo ? { validTo } : {}),
          },
        ]
      : [],
  ),
});
