import type { Field } from '#shared/records/field';
import { codeLabel } from '#shared/rules/code-lists/index';
import type { Language } from '../i18n/words';
import { dayText, momentText } from './day';

/** A value as one line of text; '' for nothing. References need their titles. */
export function valueText(field: Field, value: unknown, language: Language, titles: Readonly<Record<string, string>> = {}): string {
  if (value === null || value === undefined || value === '') return '';
  switch (field.kind) {
    case 'date':
    case 'partialDate':
      return dayText(String(value));
    case 'dateTime':
      return momentText(String(value));
    case 'money':
      return `${Number(value).toLocaleString('vi-VN')} ${language === 'vi' ? 'đồng' : 'VND'}`;
    case 'boolean':
      return language === 'vi' ? (value ? 'Có' : 'Không') : value ? 'Yes' : 'No';
    case 'code':
      return codeLabel(field.list, String(value), language);
    case 'codes':
      return (value as readonly string[]).map((code) => codeLabel(field.list, code, language)).join('; ');
    case 'ref':
      return titles[String(value)] ?? '…';
    case 'refs':
      return (value as readonly string[]).map((id) => titles[id] ?? '…').join('; ');
    case 'tags':
      return (value as readonly string[]).join(', ');
    case 'list':
      return (value as readonly unknown[]).length.toString();
    default:
      return String(value);
  }
}
