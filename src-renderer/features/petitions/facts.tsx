import type { RecordView } from '#shared/contract/window/common';
import type { Field } from '#shared/records/field';
import { recordType } from '#shared/records/registry';
import { codeLabel } from '#shared/rules/code-lists/index';
import { type Language, useLanguage } from '../../i18n/words';
import { dayText, momentText, numberText } from '../format';
import classes from './petitions.module.css';
import { usePetitionWords } from './words';

/** The filled fields of one group as label and value; lists and sealed fields have their own places. */
export function Facts({ record, titles, group, columns = 1, skip = [], none }: {
  record: RecordView;
  titles: Readonly<Record<string, string>>;
  group: string;
  columns?: 1 | 2;
  skip?: readonly string[];
  none?: string;
}) {
  const say = usePetitionWords();
  const language = useLanguage();
  const filled = Object.entries(recordType(record.type).fields)
    .filter(([name, field]) => field.group === group && field.kind !== 'sealed' && field.kind !== 'list' && !skip.includes(name))
    .map(([name, field]) => ({ name, label: field.label[language], text: valueText(field, record.values[name], titles, language) }))
    .filter((one) => one.text !== '');
  if (filled.length === 0) return <p className={classes.none}>{none ?? say('notSet')}</p>;
  return (
    <dl className={classes.facts} data-columns={columns}>
      {filled.map((one) => <div key={one.name}><dt>{one.label}</dt><dd>{one.text}</dd></div>)}
    </dl>
  );
}

/** A value as people read it; '' when there is none. */
export function valueText(field: Field, value: unknown, titles: Readonly<Record<string, string>>, language: Language): string {
  if (value === null || value === undefined || value === '') return '';
  switch (field.kind) {
    case 'date': case 'partialDate': return dayText(value);
    case 'dateTime': return momentText(String(value));
    case 'code': return codeLabel(field.list, String(value), language);
    case 'codes': return (value as string[]).map((code) => codeLabel(field.list, code, language)).join('; ');
    case 'ref': return titles[String(value)] ?? '';
    case 'refs': return (value as string[]).map((id) => titles[id]).filter(Boolean).join('; ');
    case 'tags': return (value as string[]).join(', ');
    case 'integer': case 'money': return numberText(Number(value), language);
    case 'boolean': return value === true ? (language === 'vi' ? 'Có' : 'Yes') : (language === 'vi' ? 'Không' : 'No');
    default: return typeof value === 'string' ? value : '';
  }
}
