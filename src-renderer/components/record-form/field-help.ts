import type { Field, FieldKind } from '#shared/records/field';
import type { Label } from '#shared/records/label';
import type { Language } from '../../i18n/words';
import type { FormSay } from './words';

const keys = {
  text: 'helpText',
  longText: 'helpLongText',
  date: 'helpDate',
  partialDate: 'helpPartialDate',
  dateTime: 'helpDateTime',
  integer: 'helpInteger',
  money: 'helpMoney',
  boolean: 'helpBoolean',
  code: 'helpCode',
  codes: 'helpCodes',
  ref: 'helpRef',
  refs: 'helpRef',
  tags: 'helpTags',
  list: 'helpList',
  sealed: 'helpSealed',
} as const satisfies Record<FieldKind, string>;

/** What F1 says about a field: what it is for, how to type it, whether it is needed. */
export function fieldHelp(field: Field, help: Label | undefined, say: FormSay, language: Language): string {
  const bounds = { ...('max' in field ? { max: field.max.toLocaleString('vi-VN') } : {}), ...('min' in field ? { min: field.min } : {}) };
  return [(help ?? field.help)?.[language], say(keys[field.kind], bounds), field.required ? say('required') : undefined]
    .filter(Boolean)
    .join(' ');
}
