import type { ReactNode } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import { workCalendar } from '#shared/rules/calendar/in-force';
import { codeLabel } from '#shared/rules/code-lists/index';
import { deadlineOf, deadlineWords } from '#shared/rules/deadline-of';
import { today as dayNow } from '../../components/day';
import panel from '../../components/panel.module.css';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { dayText } from '../format';
import { openRecord } from '../open-record';
import work from '../work/work.module.css';
import { useActWords } from './act-words';

interface Meeting {
  id: string;
  day?: string;
  time?: string;
  place?: string;
  with?: string;
  purpose?: string;
  minutes?: string;
}
interface Item {
  id: string;
  summary?: string;
  conclusion?: string;
}
interface Extension {
  id: string;
  days?: number;
  date?: string;
  document?: string;
  reason?: string;
}
interface Pause {
  id: string;
  from?: string;
  to?: string;
  reason?: string;
}
interface TypeChange {
  id: string;
  on?: string;
  from?: string;
  to?: string;
  reason?: string;
}
interface Evidence {
  id: string;
  name?: string;
  receivedFrom?: string;
  receivedOn?: string;
  document?: string;
}

const listOf = <T,>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as T[]) : []);

/** How the deadline of a case comes about, in words; nothing while no length is set. */
export function DeadlineNote({ record }: { record: RecordView }) {
  const say = useActWords();
  const language = useLanguage();
  const { durationDays, durationKind, announcedOn, openedOn, dueSource } = record.values;
  const start = announcedOn ?? openedOn;
  if (typeof durationDays !== 'number' || typeof start !== 'string') return null;
  const deadline = deadlineOf(
    { days: durationDays, dayKind: durationKind === 'LAM_VIEC' ? 'working' : 'calendar', source: String(dueSource ?? '') },
    {
      start,
      extensions: listOf<Extension>(record.values['extensions']),
      pauses: listOf<Pause>(record.values['pauses']),
      today: dayNow(),
    },
    workCalendar(),
  );
  return (
    <p className={work.quiet}>
      {say('reckoned', { words: deadlineWords(deadline, start, language) })}{' '}
      {deadline.paused ? say('pausedNow') : deadline.betterBy && say('better', { day: dayText(deadline.betterBy) })}
    </p>
  );
}

/** What belongs to a case beside its papers: items and their conclusions, schedule, evidence, pauses, and what was concluded. */
export function CaseFacts({ record, titles }: { record: RecordView; titles: Readonly<Record<string, string>> }) {
  const say = useActWords();
  const language = useLanguage();
  const v = record.values;
  const items = listOf<Item>(v['items']);
  const schedule = listOf<Meeting>(v['schedule']);
  const evidence = listOf<Evidence>(v['evidence']);
  const extensions = listOf<Extension>(v['extensions']);
  const pauses = listOf<Pause>(v['pauses']);
  const changes = listOf<TypeChange>(v['typeChanges']);
  const conclusions = useQueryOf(['records', 'conclusion', 'of', record.id], () =>
    service().records.list({ type: 'conclusion', filters: [{ field: 'case', op: 'eq', value: record.id }], limit: 50 }),
  );
  const issued = conclusions.data?.rows ?? [];
  const type = (code: string | undefined) => codeLabel('caseType', code ?? '', language);
  return (
    <>
      {issued.length > 0 && (
        <Part title={say('conclusions')}>
          {issued.map((one) => (
            <li key={one.id}>
              {dayText(one.values['issuedOn'])} ·{' '}
              <button type="button" className="link" onClick={() => void openRecord('conclusion', one.id)}>
                {one.title}
              </button>
            </li>
          ))}
        </Part>
      )}
      {items.length > 0 && (
        <Part title={say('items')}>
          {items.map((item, index) => (
            <li key={item.id}>
              {index + 1}. {item.summary} {item.conclusion && <b>{codeLabel('denunciationConclusion', item.conclusion, language)}</b>}
            </li>
          ))}
        </Part>
      )}
      {schedule.length > 0 && (
        <Part title={say('schedule')}>
          {schedule
            .toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1))
            .map((one) => (
              <li key={one.id}>
                <b>{[dayText(one.day), one.time].filter(Boolean).join(' ')}</b>{' '}
                {[one.purpose, one.with, one.place].filter(Boolean).join(' · ')}
                {one.minutes && <span className={work.quiet}> · {titles[one.minutes]}</span>}
              </li>
            ))}
        </Part>
      )}
      {evidence.length > 0 && (
        <Part title={say('evidence')}>
          {evidence.map((one) => (
            <li key={one.id}>
              {one.document ? (
                <button type="button" className="link" onClick={() => void openRecord('archiveDocument', one.document ?? '')}>
                  {one.name}
                </button>
              ) : (
                one.name
              )}{' '}
              <span className={work.quiet}>{[one.receivedFrom, dayText(one.receivedOn)].filter(Boolean).join(', ')}</span>
            </li>
          ))}
        </Part>
      )}
      {extensions.length + pauses.length > 0 && (
        <Part title={say('extensions')}>
          {extensions.map((one) => (
            <li key={one.id}>
              {say('extended', { day: dayText(one.date), days: one.days ?? 0 })} · {[one.document, one.reason].filter(Boolean).join(' · ')}
            </li>
          ))}
          {pauses.map((one) => (
            <li key={one.id}>
              {say('pausedFromTo', { from: dayText(one.from), to: one.to ? dayText(one.to) : '…' })} · {one.reason}
            </li>
          ))}
        </Part>
      )}
      {changes.length > 0 && (
        <Part title={say('history')}>
          {changes.map((one) => (
            <li key={one.id}>
              {say('changed', { day: dayText(one.on), from: type(one.from), to: type(one.to) })} · {one.reason}
            </li>
          ))}
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={panel.panel} aria-label={title}>
      <header className={`${panel.head} ${panel.inner}`}>
        <h2>{title}</h2>
      </header>
      <div className={panel.body}>
        <ul className={work.lines}>{children}</ul>
      </div>
    </section>
  );
}
