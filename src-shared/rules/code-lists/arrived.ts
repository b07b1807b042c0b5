import type { ValuesOfType } from '../../records/registry';
import { type ArrivedItems, takeArrivedItems } from './index';

/** Takes over what records of type codeList say, in the order in which they were made; replaces what was taken over before. */
export const takeArrivedLists = (lists: readonly ValuesOfType<'codeList'>[]): void => takeArrivedItems(lists.map(itemsOf));

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
