import { Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import { workCalendar } from '#shared/rules/calendar/in-force';
import { deadlineOf } from '#shared/rules/deadline-of';
import { packFor } from '#shared/rules/packs/index';
import { noticeOfFailure } from '../../app/notices';
import { navigate } from '../../app/navigation';
import { FormFoot } from '../../components/form-foot';
import { CodeSelect } from '../../components/record-form/code-select';
import { markOwnSave } from '../../service/queries';
import { service, useSave } from '../../service/use-service';
import { DayInput } from '../work/day-input';
import work from '../work/work.module.css';
import { usePetitionWords } from './words';

export type PetitionAct = 'forward' | 'answer' | 'split';

interface Forward {
  readonly id?: string;
  readonly to?: string;
  readonly sentOn?: string;
  readonly answeredOn?: string;
}
interface Item {
  readonly id: string;
  readonly summary?: string;
}

/** Forwards the petition, notes the answer to a forwarding, or splits a mixed one. */
export function PetitionActForm({
  act,
  record,
  today,
  onDone,
}: {
  act: PetitionAct;
  record: RecordView;
  today: string;
  onDone: () => void;
}) {
  return act === 'split' ? (
    <Split record={record} today={today} onDone={onDone} />
  ) : (
    <Forwarding act={act} record={record} today={today} onDone={onDone} />
  );
}

function Forwarding({ act, record, today, onDone }: { act: 'forward' | 'answer'; record: RecordView; today: string; onDone: () => void }) {
  const say = usePetitionWords();
  const { save, saving } = useSave();
  const forwards = (record.values['forwards'] ?? []) as readonly Forward[];
  const [day, setDay] = useState<string | null>(today);
  const [due, setDue] = useState<string | null>(null);
  const [to, setTo] = useState('');
  const [letter, setLetter] = useState('');
  const [text, setText] = useState('');
  const rule = packFor(today).deadlines.find(({ id }) => id === 'XU_LY_DON_NHA_NUOC');
  const proposed = rule && day ? deadlineOf(rule, { start: day, today }, workCalendar()).dueOn : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day === null) return;
    const open = forwards.findIndex(({ answeredOn }) => !answeredOn);
    const values =
      act === 'forward'
        ? {
            forwards: [...forwards, { to, letter, sentOn: day, answerDueOn: due ?? proposed }],
            handling: 'CHUYEN',
            state: 'CHO_TRA_LOI',
          }
        : { forwards: forwards.map((one, index) => (index === open ? { ...one, answeredOn: day, answer: text } : one)) };
    save({ type: 'petition', id: record.id, values, expectedRevision: record.revision }).then(onDone, noticeOfFailure);
  };
  return (
    <form className={work.form} onSubmit={submit} aria-label={say(act)}>
      {act === 'forward' && (
        <>
          <TextInput
            label={say('forwardTo')}
            value={to}
            maxLength={200}
            required
            autoFocus
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <TextInput label={say('letter')} value={letter} maxLength={60} onChange={(event) => setLetter(event.currentTarget.value)} />
        </>
      )}
      <DayInput label={say(act === 'forward' ? 'sentOn' : 'answeredOn')} value={day} onChange={setDay} required />
      {act === 'forward' ? (
        <DayInput label={say('answerDue')} value={due ?? proposed} onChange={setDue} />
      ) : (
        <TextInput label={say('answerText')} value={text} maxLength={500} onChange={(event) => setText(event.currentTarget.value)} />
      )}
      <FormFoot act={say('save')} cancel={say('cancel')} onCancel={onDone} busy={saving} ready={day !== null} />
    </form>
  );
}

function Split({ record, today, onDone }: { record: RecordView; today: string; onDone: () => void }) {
  const say = usePetitionWords();
  const items = (record.values['items'] ?? []) as readonly Item[];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [kind, setKind] = useState<string | null>(record.values['kind'] === 'KN' ? 'TC' : 'KN');
  const [summary, setSummary] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (kind === null) return;
    setBusy(true);
    try {
      const made = await service().petitions.split({ id: record.id, revision: record.revision, items: [...chosen], kind, summary, today });
      markOwnSave();
      onDone();
      navigate({ screen: 'petitions', id: made.id });
    } catch (error) {
      noticeOfFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={work.form} onSubmit={(event) => void submit(event)} aria-label={say('split')}>
      <div className={work.wide}>
        {items.map((item) => (
          <Checkbox
            key={item.id}
            label={item.summary}
            checked={chosen.includes(item.id)}
            onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, item.id] : chosen.filter((one) => one !== item.id))}
          />
        ))}
      </div>
      <CodeSelect label={say('splitKind')} list="petitionKind" value={kind} onChange={setKind} required error={undefined} />
      <TextInput
        label={say('splitSummary')}
        value={summary}
        maxLength={500}
        required
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
      <FormFoot
        act={say('split')}
        cancel={say('cancel')}
        onCancel={onDone}
        busy={busy}
        ready={chosen.length > 0 && kind !== null && summary.trim() !== ''}
      />
    </form>
  );
}
