import { Button, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import { outgoingSymbol } from '#shared/rules/numbers/symbol';
import { notice } from '../../app/notices';
import { navigate } from '../../app/navigation';
import { useSession } from '../../app/session';
import { today } from '../../components/day';
import { Problem } from '../../components/problem';
import { CodeSelect, CodesSelect } from '../../components/record-form/code-select';
import { RefPicker } from '../../components/ref-picker';
import { ScreenHead } from '../../components/screen-head';
import panel from '../../components/panel.module.css';
import { callError, type CallError } from '../../service/app-error';
import { markOwnSave } from '../../service/queries';
import { service, useQueryOf } from '../../service/use-service';
import { DayInput } from '../work/day-input';
import work from '../work/work.module.css';
import { useActWords } from './act-words';

interface Item {
  readonly id: string;
  readonly summary?: string;
  readonly conclusion?: string;
}
interface DutyDraft {
  readonly key: number;
  readonly name: string;
  readonly kind: string;
  readonly organisation: string | null;
  readonly watchedBy: string;
  readonly dueOn: string | null;
}

/** The notice of conclusion with a conclusion on each item and the duties that follow, in one go. */
export function Conclude({ record }: { record: RecordView }) {
  const say = useActWords();
  const session = useSession();
  const v = record.values;
  const term = session?.committee.term ?? '';
  const next = useQueryOf(['records', 'outgoingDocument', 'nextNumber', 'TB', term], () =>
    service().records.nextNumber({ type: 'outgoingDocument', field: 'number', day: today(), within: { type: 'TB', term } }),
  );
  const proposed = next.data ? outgoingSymbol(next.data.number, 'TB', session?.committee.symbol ?? '', today()) : '';
  const [number, setNumber] = useState<string | null>(null);
  const [issuedOn, setIssuedOn] = useState<string | null>(today());
  const [subject, setSubject] = useState(`Kết luận: ${String(v['name'] ?? '')}`);
  const [signer, setSigner] = useState('');
  const [outcome, setOutcome] = useState<readonly string[]>((v['outcome'] ?? []) as string[]);
  const [strengths, setStrengths] = useState('');
  const [shortcomings, setShortcomings] = useState('');
  const [items, setItems] = useState<readonly Item[]>((v['items'] ?? []) as Item[]);
  const [duties, setDuties] = useState<readonly DutyDraft[]>([]);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallError>();
  const setDuty = (key: number, part: Partial<DutyDraft>) => setDuties(duties.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const add = () =>
    setDuties([
      ...duties,
      {
        key: Math.max(0, ...duties.map(({ key }) => key)) + 1,
        name: '',
        kind: 'KHAC_PHUC',
        organisation: null,
        watchedBy: session?.user.name ?? '',
        dueOn: null,
      },
    ]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    try {
      const made = await service().cases.conclude({
        id: record.id,
        revision: record.revision,
        conclusion: {
          number: number ?? proposed,
          issuedOn,
          subject,
          signer,
          outcome,
          strengths,
          shortcomings,
          items: items.map(({ summary, conclusion }) => ({ summary, conclusion: conclusion ?? null })),
        },
        duties: duties.map(({ key: _key, ...duty }) => duty),
      });
      markOwnSave();
      notice(say('issued', { count: made.duties }));
      navigate({ screen: 'cases', id: record.id });
    } catch (error) {
      setFailure(callError(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={work.page} onSubmit={(event) => void submit(event)} aria-label={say('conclude')}>
      <ScreenHead title={say('conclude')} intro={record.title} back={{ to: { screen: 'cases', id: record.id }, text: say('back') }} />
      {failure && <Problem error={failure} />}
      <section className={panel.panel} aria-label={say('conclude')}>
        <div className={work.form}>
          <TextInput
            label={say('number')}
            value={number ?? proposed}
            maxLength={60}
            required
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <DayInput label={say('issuedOn')} value={issuedOn} onChange={setIssuedOn} required />
          <TextInput
            className={work.wide}
            label={say('subject')}
            value={subject}
            maxLength={500}
            required
            onChange={(event) => setSubject(event.currentTarget.value)}
          />
          <TextInput label={say('signer')} value={signer} maxLength={120} onChange={(event) => setSigner(event.currentTarget.value)} />
          <CodesSelect label={say('outcome')} list="caseOutcome" value={outcome} onChange={setOutcome} required={false} error={undefined} />
          <Textarea
            label={say('strengths')}
            autosize
            minRows={2}
            value={strengths}
            onChange={(event) => setStrengths(event.currentTarget.value)}
          />
          <Textarea
            label={say('shortcomings')}
            autosize
            minRows={2}
            value={shortcomings}
            onChange={(event) => setShortcomings(event.currentTarget.value)}
          />
        </div>
      </section>
      <section className={panel.panel} aria-label={say('items')}>
        <header className={panel.head}>
          <h2>{say('items')}</h2>
        </header>
        {items.length === 0 ? (
          <p className={panel.none}>{say('itemsNone')}</p>
        ) : (
          <div className={work.form}>
            {items.map((item, index) => (
              <CodeSelect
                key={item.id}
                label={`${index + 1}. ${item.summary ?? ''}`}
                list="denunciationConclusion"
                value={item.conclusion ?? null}
                required={false}
                error={undefined}
                onChange={(conclusion) =>
                  setItems(items.map((one) => (one.id === item.id ? { ...one, ...(conclusion ? { conclusion } : {}) } : one)))
                }
              />
            ))}
          </div>
        )}
      </section>
      <section className={panel.panel} aria-label={say('duties')}>
        <header className={panel.head}>
          <h2>{say('duties')}</h2>
          <span className={panel.aside}>{say('dutiesHint')}</span>
        </header>
        {duties.map((duty, index) => (
          <fieldset key={duty.key} className={work.form} aria-label={say('duty', { order: index + 1 })}>
            <TextInput
              className={work.wide}
              label={`${index + 1}. ${say('dutyName')}`}
              value={duty.name}
              maxLength={500}
              required
              autoFocus
              onChange={(event) => setDuty(duty.key, { name: event.currentTarget.value })}
            />
            <RefPicker
              label={say('organisation')}
              types={['organisation']}
              value={duty.organisation}
              onChange={(organisation) => setDuty(duty.key, { organisation })}
            />
            <DayInput label={say('dueOn')} value={duty.dueOn} onChange={(dueOn) => setDuty(duty.key, { dueOn })} />
            <CodeSelect
              label={say('dutyKind')}
              list="dutyKind"
              value={duty.kind}
              required
              error={undefined}
              onChange={(kind) => kind && setDuty(duty.key, { kind })}
            />
            <TextInput
              label={say('watchedBy')}
              value={duty.watchedBy}
              maxLength={120}
              onChange={(event) => setDuty(duty.key, { watchedBy: event.currentTarget.value })}
            />
            <footer>
              <button type="button" className="link" onClick={() => setDuties(duties.filter(({ key }) => key !== duty.key))}>
                {say('removeDuty', { order: index + 1 })}
              </button>
            </footer>
          </fieldset>
        ))}
        <footer className={panel.foot}>
          <Button variant="default" leftSection={<IconPlus size="1rem" aria-hidden />} onClick={add}>
            {say('addDuty')}
          </Button>
          <span className={panel.aside} />
          <Button type="submit" loading={busy} disabled={issuedOn === null || (number ?? proposed) === ''}>
            {say('issue')}
          </Button>
        </footer>
      </section>
    </form>
  );
}
