import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CountedRecord, FormView } from '#shared/contract/window/statistics';
import type { Span } from '#shared/statistics/fact';
import { Problem } from '../../components/problem';
import { noticeOfFailure } from '../../app/notices';
import { service, useQueryOf } from '../../service/use-service';
import { dayText } from '../format';
import { openRecord } from '../open-record';
import classes from './aside.module.css';
import type { Place } from './form-sheet';
import { useReportWords } from './words';

export interface Counted extends Span {
  readonly form: string;
  readonly unit?: string;
}

/** What stands behind one figure: the records, how it is counted, and what was sent before. */
export function CellAside({ counted, view, place, onClose }: { counted: Counted; view: FormView; place: Place; onClose: () => void }) {
  const say = useReportWords();
  const found = useQueryOf(['work', 'statistics', 'cell', counted, place], () => service().statistics.cell({ ...counted, ...place }));
  const row = view.rows[place.row];
  const cell = found.data;
  return (
    <Aside
      head={say('cellHead', { row: row?.key === 'total' ? row.label.toLowerCase() : (row?.key ?? ''), column: place.column + 1 })}
      title={`${row?.label ?? ''}, ${view.columns[place.column]?.label.toLowerCase() ?? ''}`}
      onClose={onClose}
    >
      {found.isError && <Problem error={found.error} />}
      {cell && (
        <>
          <p className={classes.figure}>
            <strong>{typeof cell.figure === 'number' ? cell.figure.toLocaleString('vi-VN') : cell.figure}</strong> {view.unit}
          </p>
          <RecordsBehind records={cell.records} />
          {cell.sent && (
            <section>
              <h3>{say('compare')}</h3>
              <dl className={classes.compare}>
                <dt>{say('compareSent', { period: cell.sent.period, day: dayText(cell.sent.takenOn) })}</dt>
                <dd>{cell.sent.figure}</dd>
                <dt>{say('compareNow')}</dt>
                <dd>{cell.figure}</dd>
              </dl>
              {cell.sent.added.length > 0 && <RecordsBehind label={say('compareAdded')} records={cell.sent.added} />}
              {cell.sent.gone.length > 0 && <RecordsBehind label={say('compareGone')} records={cell.sent.gone} />}
            </section>
          )}
          <section>
            <h3>{say('how')}</h3>
            <p>{cell.rule}</p>
          </section>
        </>
      )}
      <p className={classes.foot}>{say('noEdit')}</p>
    </Aside>
  );
}

/** The records that a check names. */
export function CheckAside({ counted, check, text, onClose }: { counted: Counted; check: number; text: string; onClose: () => void }) {
  const say = useReportWords();
  const found = useQueryOf(['work', 'statistics', 'check', counted, check], () => service().statistics.check({ ...counted, check }));
  return (
    <Aside head={say('checkHead')} title={text} onClose={onClose}>
      {found.isError && <Problem error={found.error} />}
      {found.data && <RecordsBehind records={found.data.records} />}
      <p className={classes.foot}>{say('noEdit')}</p>
    </Aside>
  );
}

function Aside({ head, title, onClose, children }: { head: string; title: string; onClose: () => void; children: ReactNode }) {
  const say = useReportWords();
  return (
    <aside className={classes.aside} aria-label={title}>
      <header>
        <span>{head}</span>
        <button type="button" className="square" aria-label={say('close')} onClick={onClose}>
          <IconX size="1rem" aria-hidden />
        </button>
      </header>
      <h2>{title}</h2>
      {children}
    </aside>
  );
}

function RecordsBehind({ records, label }: { records: readonly CountedRecord[]; label?: string }) {
  const say = useReportWords();
  return (
    <div>
      {label && <h4>{label}</h4>}
      {records.length === 0 && <p>{say('none')}</p>}
      <ul className={classes.records}>
        {records.map((record, index) => (
          <li key={`${record.id} ${index}`}>
            <button type="button" className="link" onClick={() => void openRecord(record.type, record.id).catch(noticeOfFailure)}>
              {record.title}
            </button>
            {record.about && <p>{record.about}</p>}
            <p className={classes.quiet}>{[record.state, record.about ? '' : record.subtitle].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
