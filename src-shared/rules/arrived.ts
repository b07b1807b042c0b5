/** Rules that came as records take effect wherever packs, lists and the working calendar are looked up in this process. */
import type { ValuesOfType } from '../records/registry';
import { takeCalendars } from './calendar/in-force';
import { takeArrivedLists } from './code-lists/arrived';
import { readRulePack, takeArrivedPacks } from './packs/index';

/**
 * Of records that were not moved aside, in the order in which they were made: of two that say the same, the later one holds. Packs of the
 * committee come behind those of the province.
 */
export interface ArrivedRules {
  readonly packs: readonly Pick<ValuesOfType<'rulePack'>, 'content'>[];
  readonly lists: readonly ValuesOfType<'codeList'>[];
  readonly calendars?: readonly ValuesOfType<'workingCalendar'>[];
}

/** Replaces what was taken over before. Lists first: packs name their codes. */
export function takeArrivedRules({ packs, lists, calendars = [] }: ArrivedRules): void {
  const read = packs.flatMap(({ content }) => (typeof content === 'string' ? (readRulePack(content) ?? []) : []));
  const added = read.flatMap(({ codeLists = [] }) =>
    codeLists.map(({ list, items }) => ({
      list,
      items: items.map(({ code, label }) => ({ id: code, code, vi: label.vi, en: label.en })),
    })),
  );
  takeArrivedLists([...lists, ...added]);
  takeArrivedPacks(read);
  takeCalendars(calendars);
}
