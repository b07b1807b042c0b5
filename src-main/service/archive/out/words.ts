/** Values of archive records as lists and packages print them. */
import { codeItem, codeLabel } from '#shared/rules/code-lists/index';
import type { CodeListId } from '#shared/rules/code-lists/code-list-id';
import type { Values } from '#shared/records/record-type';

export const textOf = (values: Values | undefined, field: string): string => {
  const value = values?.[field];
  if (Array.isArray(value)) return value.join(', ');
  return value === undefined || value === null ? '' : String(value);
};

export const labelOf = (list: CodeListId, values: Values | undefined, field: string): string => {
  const code = textOf(values, field);
  return code === '' ? '' : codeLabel(list, code, 'vi');
};

/** YYYY-MM-DD as DD/MM/YYYY, YYYY-MM as MM/YYYY, YYYY as it is. */
export const dayText = (value: string): string => value.split('-').toReversed().join('/');

/** Letters without diacritics, case kept. */
export const strip = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

/** Number of the type in the circular's list; 32 is 'other'. */
export const typeNumber = (type: string): string => codeItem('documentType', type)?.archiveCode ?? '32';

/** Number and notation of a symbol: '05-BC/UBKTĐU' is 05 and BC/UBKTĐU, '15/QĐ-UBND' is 15 and QĐ-UBND. */
export function splitSymbol(number: string, symbol: string): { number: string; notation: string } {
  const parts = /^\s*(\d+[a-zA-Z]?)\s*[-/]\s*(.+)$/.exec(symbol);
  if (parts) return { number: number || (parts[1] ?? ''), notation: parts[2] ?? '' };
  return { number, notation: symbol === number ? '' : symbol };
}
