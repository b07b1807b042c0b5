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
import { violationLists } from './violation';

export type { CodeItem, CodeList } from './code-list';
export { codeListIds, type CodeListId } from './code-list-id';

/** Every code list of the system. A committee's own values are records of its book, not part of this. */
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
};

const itemsByCode = new Map<CodeListId, ReadonlyMap<string, CodeItem>>(
  Object.values(codeLists).map((list) => [list.id, new Map(list.items.map((item) => [item.code, item]))]),
);

export const codeList = (id: CodeListId): CodeList => codeLists[id];

export const codeItem = (id: CodeListId, code: string): CodeItem | undefined => itemsByCode.get(id)?.get(code);

/** What people read for a code; the code itself where the list does not know it, so that nothing is hidden. */
export const codeLabel = (id: CodeListId, code: string, language: 'vi' | 'en'): string => codeItem(id, code)?.label[language] ?? code;
