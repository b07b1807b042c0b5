import { Button, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import { codeLabel } from '#shared/rules/code-lists/index';
import { dutyWarning, escalationOf, isOver, unclearOf } from '#shared/rules/follow-up/warn';
import { noticeOfFailure } from '../../app/notices';
import { navigate } from '../../app/navigation';
import { Chip } from '../../components/chip';
import { Due } from '../../components/due';
import { FormFoot } from '../../components/form-foot';
import { Problem } from '../../components/problem';
import { RecordForm } from '../../components/record-form/index';
import { CodeSelect } from '../../components/record-form/code-select';
import panel from '../../components/panel.module.css';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf, useSave } from '../../service/use-service';
import { dayText, numberText } from '../format';
import { openRecord } from '../open-record';
import { DayInput } from '../work/day-input';
import classes from '../work/work.module.css';
import { useFollowUpWords } from './words';

type Act = 'remind' | 'extend' | 'setProgress' | 'finish' | 'edit';

/**
 * One duty: who, what, until when, how far, with which evidence; and what is done to have it carried out.
 * `headless`: the page around it says title, state and day.
 */
export function DutyPanel({ id, today, headless = false }: { id: string; today: string; headless?: boolean }) {
  const found = useQueryOf(['records', 'duty', id], () => service().records.get({ type: 'duty', id }));
  if (found.isError) return <Problem error={found.error} retry={() => void found.refetch()} />;
  return found.data ? (
    <Loaded record={found.data.record} titles={found.data.titles} today={today} headless={headless} />
  ) : (
    <div aria-busy="true" />
  );
}

interface LoadedProps {
  readonly record: RecordView;
  readonly titles: Readonly<Record<string, string>>;
  readonly today: string;
  readonly headless: boolean;
}

function Loaded({ record, titles, today, headless }: LoadedProps) {
  const say = useFollowUpWords();
  const language = useLanguage();
  const [act, setAct] = useState<Act | null>(null);
  const v = record.values as Record<string, unknown> & DutyValues;
  const over = isOver(v);
  const close = () => setAct(null);
  if (act === 'edit')
    return (
      <section className={`${panel.panel} ${classes.sheet}`} aria-label={record.title}>
        <RecordForm type="duty" id={record.id} onSaved={close} onCancel={close} />
      </section>
    );
  const unclear = unclearOf(v).map((one) => say(`unclear_${one}`));
  const reasons = escalationOf(v, today).map((one) => say(`reason_${one}`));
  const who = [v.organisation, v.member].map((one) => (one ? titles[one] : undefined)).filter(Boolean);
  const origin = v.conclusion ?? v.instruction;
  return (
    <section className={panel.panel} aria-label={record.title}>
      {!headless && (
        <header className={panel.head}>
          <Chip tone={over ? 'good' : dutyWarning(v.dueOn, today) === 'overdue' ? 'bad' : 'neutral'}>
            {codeLabel('dutyState', String(v.state), language)}
          </Chip>
          <span className={panel.aside}>
            <Due date={v.dueOn} closed={over} showDate />
          </span>
        </header>
      )}
      <div className={`${panel.body} ${classes.stackGap}`}>
        {!headless && <h2 className={classes.name}>{record.title}</h2>}
        {reasons.length > 0 && (
          <p className={classes.note} data-tone="bad">
            {say('escalation', { list: reasons.join('; ') })}
          </p>
        )}
        {!over && unclear.length > 0 && <p className={classes.note}>{say('unclear', { list: unclear.join(', ') })}</p>}
        <dl className={classes.facts}>
          <Fact label={say('who')}>{who.join(', ')}</Fact>
          <Fact label={say('when')}>{dayText(v.dueOn)}</Fact>
          <Fact label={say('supervisor')}>{[v.supervisingUnit, v.watchedBy].filter(Boolean).join(', ')}</Fact>
          <Fact label={say('guide')}>{v.guidingUnit}</Fact>
          <Fact label={say('committeeMember')}>{v.committeeMember}</Fact>
          <Fact label={say('from')}>
            {origin ? (
              <button type="button" className="link" onClick={() => navigateTo(v.conclusion ?? null, origin)}>
                {titles[origin] ?? say('open')}
              </button>
            ) : (
              v.basis
            )}
          </Fact>
          <Fact label={say('progress')}>
            {say('percent', { count: v.progress ?? 0 })}
            <span className={classes.bar} aria-hidden>
              <span style={{ width: `${v.progress ?? 0}%` }} />
            </span>
          </Fact>
          {v.amount != null && (
            <Fact label={say('money')}>
              {say('moneyOf', { done: numberText(v.amountDone ?? 0, language), all: numberText(v.amount, language) })}
            </Fact>
          )}
          <Fact label={say('evidence')}>
            {(v.evidence ?? []).length === 0 && <span className={classes.quiet}>{say('evidenceNone')}</span>}
            {(v.evidence ?? []).map((one) => (
              <button
                key={one}
                type="button"
                className="link"
                onClick={() => void openRecord('archiveDocument', one).catch(noticeOfFailure)}
              >
                {titles[one] ?? say('open')}
              </button>
            ))}
          </Fact>
          {(v.reminders ?? []).length > 0 && (
            <Fact label={say('reminders')}>
              {(v.reminders ?? []).map((one) => (
                <div key={one.id}>{[dayText(one.on), one.document, one.text].filter(Boolean).join(' · ')}</div>
              ))}
            </Fact>
          )}
          {(v.extensions ?? []).length > 0 && (
            <Fact label={say('extensions')}>
              {(v.extensions ?? []).map((one) => (
                <div key={one.id}>
                  {[say('extended', { from: dayText(one.from), to: dayText(one.to) }), one.document, one.reason]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              ))}
            </Fact>
          )}
        </dl>
      </div>
      {act !== null && <ActForm act={act} record={record} values={v} today={today} onDone={close} />}
      {act === null && (
        <footer className={classes.footActs}>
          {!over && (
            <>
              <Button variant="default" onClick={() => setAct('remind')}>
                {say('remind')}
              </Button>
              <Button variant="default" onClick={() => setAct('extend')}>
                {say('extend')}
              </Button>
              <Button variant="default" onClick={() => setAct('setProgress')}>
                {say('setProgress')}
              </Button>
              <Button onClick={() => setAct('finish')}>{say('finish')}</Button>
            </>
          )}
          <button type="button" className="link" onClick={() => setAct('edit')}>
            {say('edit')}
          </button>
        </footer>
      )}
    </section>
  );
}

const navigateTo = (conclusion: string | null, id: string): void =>
  conclusion
    ? navigate({ screen: 'follow-up', id, query: { type: 'conclusion' } })
    : navigate({ screen: 'documents', id, query: { type: 'instruction' } });

interface DutyValues {
  organisation?: string;
  member?: string;
  conclusion?: string;
  instruction?: string;
  basis?: string;
  dueOn?: string;
  state?: string;
  progress?: number;
  amount?: number;
  amountDone?: number;
  supervisingUnit?: string;
  watchedBy?: string;
  guidingUnit?: string;
  committeeMember?: string;
  evidence?: string[];
  reminders?: { id: string; on?: string; document?: string; text?: string }[];
  extensions?: { id: string; from?: string; to?: string; document?: string; reason?: string }[];
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children || '—'}</dd>
    </div>
  );
}

function ActForm({
  act,
  record,
  values,
  today,
  onDone,
}: {
  act: Exclude<Act, 'edit'>;
  record: RecordView;
  values: DutyValues;
  today: string;
  onDone: () => void;
}) {
  const say = useFollowUpWords();
  const { save, saving } = useSave();
  const [day, setDay] = useState<string | null>(act === 'extend' ? (values.dueOn ?? null) : today);
  const [document, setDocument] = useState('');
  const [text, setText] = useState('');
  const [progress, setProgress] = useState(values.progress ?? 0);
  const [assessment, setAssessment] = useState<string | null>('DAT');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day === null) return;
    const change: Record<typeof act, Record<string, unknown>> = {
      remind: { reminders: [...(values.reminders ?? []), { on: day, document, text }] },
      extend: { dueOn: day, extensions: [...(values.extensions ?? []), { from: values.dueOn, to: day, document, reason: text }] },
      setProgress: { progress, state: 'DANG_THUC_HIEN' },
      finish: { progress: 100, state: 'HOAN_THANH', doneOn: day, assessment },
    };
    save({ type: 'duty', id: record.id, values: change[act], expectedRevision: record.revision }).then(onDone, noticeOfFailure);
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={say(act)}>
      {act === 'setProgress' ? (
        <NumberInput
          label={say('progress')}
          min={0}
          max={100}
          clampBehavior="strict"
          allowDecimal={false}
          value={progress}
          onChange={(value) => setProgress(Number(value))}
          autoFocus
        />
      ) : (
        <DayInput label={say(act === 'extend' ? 'newDay' : 'day')} value={day} onChange={setDay} required />
      )}
      {(act === 'remind' || act === 'extend') && (
        <>
          <TextInput
            label={say('document')}
            value={document}
            maxLength={100}
            onChange={(event) => setDocument(event.currentTarget.value)}
          />
          <TextInput
            className={classes.wide}
            label={say(act === 'extend' ? 'reason' : 'text')}
            value={text}
            maxLength={500}
            required={act === 'extend'}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </>
      )}
      {act === 'finish' && (
        <CodeSelect
          label={say('assessment')}
          list="dutyAssessment"
          value={assessment}
          onChange={setAssessment}
          required
          error={undefined}
        />
      )}
      <FormFoot act={say('save')} cancel={say('cancel')} onCancel={onDone} busy={saving} ready={day !== null} />
    </form>
  );
}
