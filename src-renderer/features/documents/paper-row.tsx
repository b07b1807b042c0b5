import type { RecordView } from '#shared/contract/window/common';
import { codeLabel } from '#shared/rules/code-lists/index';
import { Chip } from '../../components/chip';
import { dayText } from '../../components/day';
import { Due } from '../../components/due';
import { SyncMark } from '../../components/sync-mark';
import { useLanguage } from '../../i18n/words';
import row from '../../components/register-row.module.css';
import classes from './documents.module.css';
import { useDocumentWords } from './words';

/** A line of the book of papers: number, what it is, from whom or to whom, the day; a secret one wears its mark as on paper. */
export function PaperRow({ record }: { record: RecordView }) {
  const say = useDocumentWords();
  const language = useLanguage();
  const v = record.values;
  const incoming = record.type === 'incomingDocument';
  const number = v[incoming ? 'arrivalNumber' : 'number'];
  const secrecy = typeof v['secrecy'] === 'string' ? v['secrecy'] : 'THUONG';
  const done = !incoming || typeof v['doneOn'] === 'string';
  const linked = ['case', 'petition', 'archiveDocument'].filter((name) => typeof v[name] === 'string').length;
  const below = [
    v['symbol'],
    typeof v['type'] === 'string' ? codeLabel('documentType', v['type'], language) : '',
    incoming
      ? v['issuer']
      : String(v['recipients'] ?? '')
          .split('\n')[0]
          ?.replace(/^\s*[-–+]\s*/, ''),
    linked > 0 ? say('rowLinks', { count: linked }) : '',
  ];
  return (
    <div className={row.row} data-voided={v['voided'] === true || undefined}>
      <b className={row.number}>{String(number ?? '')}</b>
      <span className={row.text}>
        <span className={row.title} title={String(v['subject'] ?? '')}>
          {secrecy !== 'THUONG' && <b className={classes.secret}>{codeLabel('secrecy', secrecy, language).toUpperCase()}</b>}{' '}
          {String(v['subject'] ?? record.title)}
        </span>
        <span className={row.place}>{below.filter(Boolean).map(String).join(' · ')}</span>
      </span>
      <span className={row.side}>
        {v['voided'] === true ? (
          <Chip tone="neutral">{say('rowVoided')}</Chip>
        ) : typeof v['dueOn'] === 'string' && !done ? (
          <Due date={v['dueOn']} />
        ) : null}
        <span className={row.state}>
          <span>{dayText(String(v[incoming ? 'arrivedOn' : 'issuedOn'] ?? ''))}</span>
          <SyncMark state={record.sync} wordless />
        </span>
      </span>
    </div>
  );
}
