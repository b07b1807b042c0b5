/**
 * What does not fit together in the fields of one document. A hint asks a person to look; it never stops anybody, for papers do hold
 * such contradictions and are kept as they are.
 */
import { codeItem } from '../rules/code-lists/index';
import { fold, foldWords } from '../text/fold';
import type { SheetFieldName } from './sheet-fields';

export const hintCodes = ['future', 'tooOld', 'outsideFile', 'otherNumber', 'otherType', 'repeatsType', 'capitals'] as const;
export type HintCode = (typeof hintCodes)[number];

export interface Hint {
  readonly field: SheetFieldName;
  readonly code: HintCode;
  /** What it does not fit to, as people read it. */
  readonly other: string;
}

export interface HintContext {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** First and last day of the file, as far as they are known. */
  readonly fileFrom?: string | undefined;
  readonly fileTo?: string | undefined;
}

/** The Party was founded on 3 February 1930: no paper of its committees is older. */
const oldest = '1930';

export function hintsOf(values: Readonly<Record<string, unknown>>, context: HintContext): Hint[] {
  const text = (name: string): string => (typeof values[name] === 'string' ? values[name].trim() : '');
  return [...aboutDay(text('issuedOn'), context), ...aboutSymbol(text('symbol'), text('number'), text('type')), ...aboutWords(text)];
}

function aboutDay(day: string, { today, fileFrom = '', fileTo = '' }: HintContext): Hint[] {
  if (day === '') return [];
  if (day > today) return [{ field: 'issuedOn', code: 'future', other: today }];
  if (day < oldest) return [{ field: 'issuedOn', code: 'tooOld', other: oldest }];
  // A year alone stands for any day of it.
  const before = fileFrom !== '' && day.slice(0, 4) < fileFrom.slice(0, 4);
  const after = fileTo !== '' && day.slice(0, 4) > fileTo.slice(0, 4);
  return before || after ? [{ field: 'issuedOn', code: 'outsideFile', other: before ? fileFrom : fileTo }] : [];
}

/** 128-QĐ/ĐU, 15/QĐ-UBND: the number first, then the abbreviation of the type. */
const parts = /^\s*(\d+[a-z]?)\s*[-/]\s*(\p{L}{2,4})(?!\p{L})/u;

function aboutSymbol(symbol: string, number: string, type: string): Hint[] {
  const [, digits = '', abbreviation = ''] = parts.exec(symbol) ?? [];
  const hints: Hint[] = [];
  if (digits !== '' && number !== '' && Number.parseInt(digits, 10) !== Number.parseInt(number, 10))
    hints.push({ field: 'number', code: 'otherNumber', other: symbol });
  const known = type === '' ? undefined : codeItem('documentType', type)?.abbreviation;
  if (known && abbreviation !== '' && fold(known) !== fold(abbreviation)) hints.push({ field: 'type', code: 'otherType', other: symbol });
  return hints;
}

/** Rules of those who write inventories (domain 5.6 d): the subject does not repeat the type, names of bodies are not in capitals. */
function aboutWords(text: (name: string) => string): Hint[] {
  const hints: Hint[] = [];
  const type = codeItem('documentType', text('type'))?.label.vi ?? '';
  const subject = text('subject');
  if (type !== '' && subject !== '' && foldWords(subject).startsWith(`${foldWords(type)} `))
    hints.push({ field: 'subject', code: 'repeatsType', other: type });
  for (const field of ['issuer', 'subject'] as const) {
    const value = text(field);
    const letters = value.replace(/[^\p{L}]/gu, '');
    if (letters.length > 6 && letters === letters.toUpperCase()) hints.push({ field, code: 'capitals', other: '' });
  }
  return hints;
}
