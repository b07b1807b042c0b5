import type { RecordView } from '#shared/contract/window/common';
import { recordType } from '#shared/records/registry';
import { dayText } from '../../components/day';
import { Due } from '../../components/due';
import classes from '../../components/register-row.module.css';
import { SyncMark } from '../../components/sync-mark';
import { useLanguage } from '../../i18n/words';
import { leadingColumn, stateText } from './columns';

/** Two lines: what it is; below, kind and place. Time and state stand right in their own column. */
export function RegisterRow({ record }: { record: RecordView }) {
  const language = useLanguage();
  const definition = recordType(record.type);
  const number = leadingColumn(record.type);
  const closed = definition.closed?.(record.values as never) ?? false;
  const due = definition.dueField ? record.values[definition.dueField] : undefined;
  const year = definition.yearField && definition.yearField !== definition.dueField ? record.values[definition.yearField] : undefined;
  return (
    <div className={classes.row}>
      {number && <b className={classes.number}>{String(record.values[number] ?? '')}</b>}
      <span className={classes.text}>
        <span className={classes.title} title={record.title}>
          {record.title || '—'}
        </span>
        <span className={classes.place}>
          {[typeof year === 'string' ? dayText(year) : '', record.subtitle].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className={classes.side}>
        {typeof due === 'string' && !closed ? <Due date={due} /> : null}
        <span className={classes.state}>
          {stateText(record, language)}
          <SyncMark state={record.sync} wordless />
        </span>
      </span>
    </div>
  );
}
