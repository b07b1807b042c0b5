import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import { workCalendar } from '#shared/rules/calendar/in-force';
import { deadlineOf } from '#shared/rules/deadline-of';
import { packFor } from '#shared/rules/packs/index';
import { noticeOfFailure } from '../../app/notices';
import { FormFoot } from '../../components/form-foot';
import { CodeSelect, CodesSelect } from '../../components/record-form/code-select';
import { useSave } from '../../service/use-service';
import { DayInput } from '../work/day-input';
import classes from '../work/work.module.css';
import type { DecisionValues } from './decision-values';
import { useDisciplineWords } from './words';

export type ComplaintAct = 'addComplaint' | 'settle' | 'markWrongful';

/** State of a decision after a complaint with this result. */
const stateAfter: Readonly<Record<string, string>> = { GIU_NGUYEN: 'HIEU_LUC', TANG: 'THAY_THE', GIAM: 'THAY_THE', XOA: 'XOA' };

/** A complaint comes in, is settled, or the decision turns out to be wrongful. The decision stays in effect while a complaint is pending. */
export function ComplaintForm({
  act,
  record,
  values,
  today,
  onDone,
}: {
  act: ComplaintAct;
  record: RecordView;
  values: DecisionValues;
  today: string;
  onDone: () => void;
}) {
  const say = useDisciplineWords();
  const { save, saving } = useSave();
  const [day, setDay] = useState<string | null>(today);
  const [level, setLevel] = useState<string | null>(null);
  const [grounds, setGrounds] = useState<readonly string[]>([]);
  const [result, setResult] = useState<string | null>('GIU_NGUYEN');
  const [cause, setCause] = useState<string | null>(null);
  const [form, setForm] = useState<string | null>(null);
  const [text, setText] = useState('');
  const complaints = values.complaints ?? [];
  const changed = result === 'TANG' || result === 'GIAM';
  const change = (): Record<string, unknown> => {
    if (act === 'markWrongful') return { wrongful: true, wrongfulFoundOn: day, wrongfulBasis: text, state: 'XOA' };
    if (act === 'addComplaint') {
      const rule = packFor(values.signedOn ?? today).deadlines.find(({ id }) => id === 'TRA_LOI_KHIEU_NAI');
      const dueOn = rule && day ? deadlineOf(rule, { start: day, today }, workCalendar()).dueOn : null;
      return { state: 'KHIEU_NAI', complaints: [...complaints, { receivedOn: day, body: level, dueOn, grounds }] };
    }
    const at = complaints.findIndex(({ decidedOn }) => !decidedOn);
    return {
      state: stateAfter[result ?? ''] ?? values.state,
      complaints: complaints.map((one, index) =>
        index === at
          ? { ...one, decidedOn: day, decision: text, result, cause: result === 'GIU_NGUYEN' ? null : cause, form: changed ? form : null }
          : one,
      ),
    };
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day === null) return;
    save({ type: 'disciplinaryDecision', id: record.id, values: change(), expectedRevision: record.revision }).then(
      onDone,
      noticeOfFailure,
    );
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={say(act)}>
      <DayInput label={say('day')} value={day} onChange={setDay} required />
      {act === 'addComplaint' && (
        <>
          <CodeSelect label={say('level')} list="disciplineLevel" value={level} onChange={setLevel} required={false} error={undefined} />
          <div className={classes.wide}>
            <CodesSelect
              label={say('grounds')}
              list="complaintGround"
              value={grounds}
              onChange={setGrounds}
              required={false}
              error={undefined}
            />
          </div>
        </>
      )}
      {act === 'settle' && (
        <>
          <CodeSelect label={say('result')} list="complaintResult" value={result} onChange={setResult} required error={undefined} />
          {result !== 'GIU_NGUYEN' && (
            <CodeSelect label={say('cause')} list="complaintCause" value={cause} onChange={setCause} required={false} error={undefined} />
          )}
          {changed && (
            <CodeSelect label={say('newForm')} list="disciplineForm" value={form} onChange={setForm} required={false} error={undefined} />
          )}
        </>
      )}
      {act !== 'addComplaint' && (
        <TextInput
          label={say(act === 'settle' ? 'decision' : 'basis')}
          value={text}
          maxLength={act === 'settle' ? 60 : 200}
          required={act === 'markWrongful'}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <FormFoot act={say('save')} cancel={say('cancel')} onCancel={onDone} busy={saving} ready={day !== null} />
    </form>
  );
}
