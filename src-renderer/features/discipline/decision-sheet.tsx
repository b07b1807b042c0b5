import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import { workCalendar } from '#shared/rules/calendar/in-force';
import { codeLabel } from '#shared/rules/code-lists/index';
import { deadlineOf } from '#shared/rules/deadline-of';
import { limitationOf, limitationWords } from '#shared/rules/discipline/limitation';
import { packFor } from '#shared/rules/packs/index';
import { noticeOfFailure } from '../../app/notices';
import { today as dayNow } from '../../components/day';
import panel from '../../components/panel.module.css';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf, useSave } from '../../service/use-service';
import { dayText } from '../format';
import { openRecord } from '../open-record';
import classes from '../work/work.module.css';
import { type ComplaintAct, ComplaintForm } from './complaint-form';
import type { DecisionValues } from './decision-values';
import sheet from './discipline.module.css';
import { limitationFacts } from './limitation-facts';
import { VotePanel } from './vote-panel';
import { useDisciplineWords } from './words';

/** What matters of a disciplinary decision: vote, limitation, what became of it, and the subject's record over time. */
export function DecisionSheet({ record, titles }: { record: RecordView; titles: Readonly<Record<string, string>> }) {
  const say = useDisciplineWords();
  const language = useLanguage();
  const { save } = useSave();
  const [act, setAct] = useState<ComplaintAct | null>(null);
  const today = dayNow();
  const values = record.values as unknown as DecisionValues;
  const pack = packFor(values.signedOn ?? today);
  const subject = values.member ?? values.organisation;
  const member = useQueryOf(
    ['records', 'partyMember', values.member],
    () => service().records.get({ type: 'partyMember', id: values.member ?? '' }),
    {
      enabled: values.member !== undefined,
    },
  );
  const limitation = limitationOf(limitationFacts(values, today), pack.discipline);
  const complaints = values.complaints ?? [];
  const open = complaints.find(({ decidedOn }) => !decidedOn);
  const lacking = values.wrongful
    ? [values.apologyOn ? '' : say('lackApology'), values.restoredOn ? '' : say('lackRestored')].filter(Boolean)
    : [];
  const ended = values.state === 'HIEU_LUC' && values.expiresOn !== undefined && values.expiresOn <= today;
  return (
    <div className={classes.stackGap}>
      {lacking.length > 0 && (
        <p className={classes.note} data-tone="bad">
          {say('wrongfulOpen', { list: lacking.join(', ') })}
        </p>
      )}
      {ended && (
        <p className={classes.note}>
          {say('ended')}{' '}
          <button
            type="button"
            className="link"
            onClick={() =>
              void save({ type: 'disciplinaryDecision', id: record.id, values: { state: 'HET_HIEU_LUC' } }).catch(noticeOfFailure)
            }
          >
            {say('setEnded')}
          </button>
        </p>
      )}
      <VotePanel values={values} pack={pack} probationary={member.data?.record.values['kind'] === 'DU_BI'} />
      <section className={panel.panel} aria-label={say('limitation')}>
        <header className={`${panel.head} ${panel.inner}`}>
          <h2>{say('limitation')}</h2>
          <span className={panel.aside}>{say('pack', { pack: pack.id })}</span>
        </header>
        <div className={`${panel.body} ${classes.stackGap}`}>
          <p
            className={classes.note}
            data-tone={limitation.state === 'expired' ? 'bad' : limitation.state === 'unknown' ? undefined : 'neutral'}
          >
            {limitationWords(limitation, language)}
          </p>
          <p className={classes.quiet}>{say('limitationHint')}</p>
        </div>
      </section>
      <section className={panel.panel} aria-label={say('effect')}>
        <header className={`${panel.head} ${panel.inner}`}>
          <h2>{say('effect')}</h2>
        </header>
        <div className={panel.body}>
          <ol className={sheet.line}>
            {milestones(values, today).map(({ key, day, note }) => (
              <li key={`${key} ${day}`} data-to-come={day > today || undefined} data-today={day === today || undefined}>
                <time dateTime={day}>{dayText(day)}</time>
                <span>
                  {key === 'complaint'
                    ? say('complaint', { level: codeLabel('disciplineLevel', note ?? '', language) })
                    : key === 'complaintEnd'
                      ? say('complaintEnd', { result: codeLabel('complaintResult', note ?? '', language) })
                      : say(key)}
                </span>
              </li>
            ))}
          </ol>
          {values.replacedBy && (
            <button type="button" className="link" onClick={() => void openRecord('disciplinaryDecision', values.replacedBy ?? '')}>
              {say('replaced', { title: titles[values.replacedBy] ?? '' })}
            </button>
          )}
        </div>
        {act ? (
          <ComplaintForm act={act} record={record} values={values} today={today} onDone={() => setAct(null)} />
        ) : (
          <footer className={panel.foot}>
            {open ? (
              <Button variant="default" onClick={() => setAct('settle')}>
                {say('settle')}
              </Button>
            ) : (
              <Button variant="default" onClick={() => setAct('addComplaint')}>
                {say('addComplaint')}
              </Button>
            )}
            {!values.wrongful && (
              <Button variant="default" onClick={() => setAct('markWrongful')}>
                {say('markWrongful')}
              </Button>
            )}
          </footer>
        )}
      </section>
      {subject && <SubjectHistory field={values.member ? 'member' : 'organisation'} subject={subject} current={record.id} />}
    </div>
  );
}

type Key =
  | 'violated'
  | 'signed'
  | 'announced'
  | 'received'
  | 'complainUntil'
  | 'complaint'
  | 'complaintDue'
  | 'complaintEnd'
  | 'suspended'
  | 'suspensionEnds'
  | 'expires'
  | 'wrongful'
  | 'apology'
  | 'restored';

/** The days of a decision in order; the last day for a complaint follows from the day of receipt and the rule pack. */
function milestones(values: DecisionValues, today: string): { key: Key; day: string; note?: string }[] {
  const days: { key: Key; day: string | undefined; note?: string | undefined }[] = [
    { key: 'violated', day: values.violatedTo },
    { key: 'signed', day: values.signedOn },
    { key: 'announced', day: values.announcedOn },
    { key: 'received', day: values.receivedOn },
    { key: 'suspended', day: values.suspendedFrom },
    { key: 'suspensionEnds', day: values.suspendedTo },
    { key: 'expires', day: values.expiresOn },
    { key: 'wrongful', day: values.wrongfulFoundOn },
    { key: 'apology', day: values.apologyOn },
    { key: 'restored', day: values.restoredOn },
  ];
  const rule = packFor(values.signedOn ?? today).deadlines.find(({ id }) => id === 'QUYEN_KHIEU_NAI');
  if (rule && values.receivedOn)
    days.push({ key: 'complainUntil', day: deadlineOf(rule, { start: values.receivedOn, today }, workCalendar()).dueOn });
  for (const { receivedOn, body, dueOn, decidedOn, result } of values.complaints ?? []) {
    days.push({ key: 'complaint', day: receivedOn, note: body });
    if (decidedOn) days.push({ key: 'complaintEnd', day: decidedOn, note: result });
    else days.push({ key: 'complaintDue', day: dueOn });
  }
  return days
    .flatMap(({ key, day, note }) => (day ? [{ key, day, ...(note ? { note } : {}) }] : []))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Every decision on this member or organisation, the latest first. */
function SubjectHistory({ field, subject, current }: { field: 'member' | 'organisation'; subject: string; current: string }) {
  const say = useDisciplineWords();
  const language = useLanguage();
  const decisions = useQueryOf(['records', 'disciplinaryDecision', 'of', subject], () =>
    service().records.list({
      type: 'disciplinaryDecision',
      filters: [{ field, op: 'eq', value: subject }],
      sort: [{ field: 'signedOn', direction: 'desc' }],
      limit: 100,
    }),
  );
  const cases = useQueryOf(['records', 'case', 'of', subject], () =>
    service().records.list({ type: 'case', filters: [{ field: 'subjects', op: 'has', value: subject }], limit: 100 }),
  );
  const rows = decisions.data?.rows ?? [];
  return (
    <section className={panel.panel} aria-label={say('history')}>
      <header className={`${panel.head} ${panel.inner}`}>
        <h2>{say('history')}</h2>
      </header>
      <div className={panel.body}>
        <ul className={classes.lines}>
          {rows.map((row) => (
            <li key={row.id}>
              {dayText(row.values['signedOn'])} ·{' '}
              {row.id === current ? (
                <b>{say('historyThis')}</b>
              ) : (
                <button type="button" className="link" onClick={() => void openRecord('disciplinaryDecision', row.id)}>
                  {row.title}
                </button>
              )}{' '}
              · {codeLabel('disciplineForm', String(row.values['form']), language)} ·{' '}
              {codeLabel('disciplineState', String(row.values['state']), language)}
            </li>
          ))}
        </ul>
        {rows.length <= 1 && <p className={classes.quiet}>{say('historyNone')}</p>}
        {(cases.data?.rows.length ?? 0) > 0 && (
          <>
            <h3 className={classes.quiet}>{say('cases')}</h3>
            <ul className={classes.lines}>
              {cases.data?.rows.map((row) => (
                <li key={row.id}>
                  <button type="button" className="link" onClick={() => void openRecord('case', row.id)}>
                    {row.title}
                  </button>{' '}
                  · {codeLabel('caseState', String(row.values['state']), language)}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
