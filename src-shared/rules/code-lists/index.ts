import { archiveLists } from './archive';
import { caseLists } from './case';
import type { CodeItem, CodeList } from './code-list';
import type { CodeListId } from './code-list-id';
import { disciplineLists } from './discipline';
import { documentLists } from './document';
import { dutyLists } from './duty';
import { memberLists } from './member';
import { organisationLists } from './organisation';
import { petitionLists } from './petition';
import { ruleLists } from './rules';
import { statisticsLists } from './statistics';
import { violationLists } from './violation';

export type { CodeItem, CodeList } from './code-list';
export { codeListIds, type CodeListId } from './code-list-id';

/** Every code list of this version. A province's own values are records of its books, not part of this. */
export const codeLists: Readonly<Record<CodeListId, CodeList>> = {
  ...organisationLists,
  ...memberLists,
  ...petitionLists,
  ...violationLists,
  ...caseLists,
  ...dutyLists,
  ...disciplineLists,
  ...documentLists,
  ...archiveLists,
  ...statisticsLists,
  ...ruleLists,
};

interface Known {
  readonly lists: Readonly<Record<CodeListId, CodeList>>;
  readonly items: ReadonlyMap<CodeListId, ReadonlyMap<string, CodeItem>>;
}

const knowing = (lists: Readonly<Record<CodeListId, CodeList>>): Known => ({
  lists,
  items: new Map(Object.values(lists).map((list) => [list.id, new Map(list.items.map((item) => [item.code, item]))])),
});

const builtIn = knowing(codeLists);
let known = builtIn;

export interface ArrivedItems {
  readonly list: string;
  readonly items: readonly CodeItem[];
}

/**
 * Takes over values that came from the province: a known code gets its new label or last day, others stand behind. No value ever goes away,
 * records hold it. Replaces what was taken over before; lists that this version does not have are passed over.
 */
export function takeArrivedItems(arrived: readonly ArrivedItems[]): void {
  const lists: Record<CodeListId, CodeList> = { ...codeLists };
  for (const { list, items } of arrived) {
    const there = Object.hasOwn(lists, list) ? lists[list as CodeListId] : undefined;
    if (!there) continue;
    const byCode = new Map(there.items.map((item) => [item.code, item]));
    for (const item of items) byCode.set(item.code, { ...byCode.get(item.code), ...item });
    lists[there.id] = { ...there, items: [...byCode.values()] };
  }
  known = arrived.length === 0 ? builtIn : knowing(lists);
}

export const codeList = (id: CodeListId): CodeList => known.lists[id];

export const codeItem = (id: CodeListId, code: string): CodeItem | undefined => known.items.get(id)?.get(code);

/** What people read for a code; the code itself where the list does not know it, so that nothing is hidden. */
export const codeLabel = (id: CodeListId, code: string, language: 'vi' | 'en'): string => codeItem(id, code)?.label[language] ?? code;
