/** One change of a field as lines that people read: of a small table only the rows that differ. Pure. */
import type { Field, ListField } from '#shared/records/field';
import type { Language } from '../../i18n/words';
import { valueText } from '../value-text';

export interface ChangeLine {
  /** '' where there was, or is, nothing. */
  readonly from: string;
  readonly to: string;
}

type Titles = Readonly<Record<string, string>>;
type Item = Readonly<Record<string, unknown>> & { readonly id: string };

export const sealedValue = '[sealed]';

export function changeLines(field: Field, from: unknown, to: unknown, language: Language, titles: Titles): ChangeLine[] {
  if (field.kind === 'sealed') return [{ from: from === null ? '' : sealedValue, to: to === null ? '' : sealedValue }];
  if (field.kind === 'list') return itemLines(field, itemsOf(from), itemsOf(to), language, titles);
  return [{ from: valueText(field, from, language, titles), to: valueText(field, to, language, titles) }];
}

const itemsOf = (value: unknown): readonly Item[] => (Array.isArray(value) ? (value as Item[]) : []);

function itemLines(field: ListField, before: readonly Item[], after: readonly Item[], language: Language, titles: Titles): ChangeLine[] {
  const text = (item: Item | undefined): string =>
    item === undefined
      ? ''
      : Object.entries(field.item)
          .map(([name, sub]) => valueText(sub, item[name], language, titles))
          .filter(Boolean)
          .join(', ');
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  const find = (items: readonly Item[], id: string) => items.find((item) => item.id === id);
  return ids.map((id) => ({ from: text(find(before, id)), to: text(find(after, id)) })).filter(({ from, to }) => from !== to);
}
