import type { RecordView } from '#shared/contract/window/common';
import { recordType } from '#shared/records/registry';
import { valueText } from '../../components/value-text';
import { useLanguage } from '../../i18n/words';
import panel from '../../components/panel.module.css';
import classes from './petition.module.css';
import { usePetitionWords } from './words';

/** The filled fields of one group as label and value; lists and sealed fields have their own places. */
export function Facts({
  record,
  titles,
  group,
  columns = 1,
  skip = [],
  none,
}: {
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
    .map(([name, field]) => ({ name, label: field.label[language], text: valueText(field, record.values[name], language, titles) }))
    .filter((one) => one.text !== '');
  if (filled.length === 0) return <p className={panel.none}>{none ?? say('notSet')}</p>;
  return (
    <dl className={classes.facts} data-columns={columns}>
      {filled.map((one) => (
        <div key={one.name}>
          <dt>{one.label}</dt>
          <dd>{one.text}</dd>
        </div>
      ))}
    </dl>
  );
}
