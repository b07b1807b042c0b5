import { Button, Menu, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { IconChevronDown, IconFolder } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import { packById, packFor } from '#shared/rules/packs/index';
import { notice, noticeOfFailure } from '../../app/notices';
import { newRecordRoute } from '../../app/new-record';
import { navigate } from '../../app/navigation';
import { today as dayNow } from '../../components/day';
import { FormFoot } from '../../components/form-foot';
import { CodeSelect } from '../../components/record-form/code-select';
import panel from '../../components/panel.module.css';
import { markOwnSave } from '../../service/queries';
import { service } from '../../service/use-service';
import { DayInput } from '../work/day-input';
import work from '../work/work.module.css';
import { useActWords } from './act-words';

const acts = ['setDuration', 'extend', 'pause', 'resume', 'changeType'] as const;
export type CaseAct = (typeof acts)[number];

const isPaused = ({ values }: RecordView): boolean =>
  ((values['pauses'] ?? []) as readonly { to?: string }[]).some(({ to }) => !to) || values['state'] === 'TAM_DINH_CHI';

/** Buttons of the case: its dossier, and what else can be done with it. */
export function CaseMenu({ record, onAct }: { record: RecordView; onAct(act: CaseAct): void }) {
  const say = useActWords();
  const go = (view: string) => navigate({ screen: 'cases', id: record.id, query: { view } });
  const makeTasks = async () => {
    const { created } = await service().tasks.propose({ caseId: record.id, today: dayNow() });
    markOwnSave();
    notice(created > 0 ? say('tasksMade', { count: created }) : say('tasksNone'));
  };
  const paused = isPaused(record);
  return (
    <>
      <Button variant="default" leftSection={<IconFolder size={16} aria-hidden />} onClick={() => go('dossier')}>
        {say('dossier')}
      </Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {say('more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => go('conclude')}>{say('conclude')}</Menu.Item>
          <Menu.Item onClick={() => void makeTasks().catch(noticeOfFailure)}>{say('tasks')}</Menu.Item>
          <Menu.Item onClick={() => navigate(newRecordRoute('disciplinaryDecision'))}>{say('discipline')}</Menu.Item>
          <Menu.Divider />
          {acts
            .filter((act) => (act === 'resume' ? paused : act === 'pause' ? !paused : true))
            .map((act) => (
              <Menu.Item key={act} onClick={() => onAct(act)}>
                {say(act)}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

/** The form of one act; nothing is written before it is saved. */
export function CaseActForm({ act, record, onDone }: { act: CaseAct; record: RecordView; onDone: () => void }) {
  const say = useActWords();
  const today = dayNow();
  const { id, revision, values } = record;
  const pack = packById(String(values['rulePack'] ?? '')) ?? packFor(String(values['openedOn'] ?? today));
  const given = pack.caseTypes.find(({ type }) => type === values['type'])?.durationDays;
  const [days, setDays] = useState<number | ''>(
    act === 'setDuration' ? ((values['durationDays'] as number | undefined) ?? given?.days ?? '') : '',
  );
  const [kind, setKind] = useState<'calendar' | 'working'>(
    values['durationKind'] === 'LAM_VIEC' || (values['durationKind'] === undefined && given?.dayKind === 'working')
      ? 'working'
      : 'calendar',
  );
  const [source, setSource] = useState(String(values['dueSource'] ?? given?.source ?? ''));
  const [day, setDay] = useState<string | null>(today);
  const [document, setDocument] = useState('');
  const [reason, setReason] = useState('');
  const [to, setTo] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async () => {
    const on = day ?? today;
    const ref = { id, revision };
    const count = Number(days);
    if (act === 'setDuration') await service().cases.setDuration({ ...ref, days: count, dayKind: kind, source, today });
    else if (act === 'extend') await service().cases.extend({ ...ref, days: count, document, date: on, reason });
    else if (act === 'pause') await service().cases.pause({ ...ref, from: on, document, reason });
    else if (act === 'resume') await service().cases.resume({ ...ref, to: on });
    else if (to !== null) await service().cases.changeType({ ...ref, to, on, document, reason });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await run();
      markOwnSave();
      onDone();
    } catch (error) {
      noticeOfFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const counted = act === 'setDuration' || act === 'extend';
  const ready = (!counted || Number(days) > 0) && (act === 'setDuration' || day !== null) && (act !== 'changeType' || to !== null);
  return (
    <section className={panel.panel} aria-label={say(act)}>
      <header className={panel.head}>
        <h2>{say(act)}</h2>
      </header>
      <form className={work.form} onSubmit={(event) => void submit(event)} aria-label={say(act)}>
        {act === 'setDuration' && !given && <p className={`${work.note} ${work.wide}`}>{say('noSource', { pack: pack.id })}</p>}
        {act === 'extend' && (
          <p className={`${work.note} ${work.wide}`} data-tone={given?.extendDays ? 'neutral' : undefined}>
            {given?.extendDays
              ? say('extendMost', { days: given.extendDays, source: given.source })
              : say('extendNoSource', { pack: pack.id })}
          </p>
        )}
        {act === 'changeType' && (
          <>
            <p className={`${work.note} ${work.wide}`} data-tone="neutral">
              {say('changeHint')}
            </p>
            <CodeSelect label={say('to')} list="caseType" value={to} onChange={setTo} required error={undefined} />
          </>
        )}
        {counted && (
          <NumberInput
            label={say('days')}
            min={1}
            max={3650}
            allowDecimal={false}
            required
            value={days}
            onChange={(next) => setDays(typeof next === 'number' ? next : '')}
          />
        )}
        {act === 'setDuration' ? (
          <>
            <SegmentedControl
              aria-label={say('kind')}
              value={kind}
              onChange={(next) => setKind(next as 'calendar' | 'working')}
              data={[
                { value: 'calendar', label: say('calendarDays') },
                { value: 'working', label: say('workingDays') },
              ]}
            />
            <TextInput
              className={work.wide}
              label={say('source')}
              value={source}
              maxLength={300}
              required
              onChange={(event) => setSource(event.currentTarget.value)}
            />
          </>
        ) : (
          <DayInput label={say(act === 'pause' ? 'from' : act === 'resume' ? 'lastDay' : 'day')} value={day} onChange={setDay} required />
        )}
        {act !== 'setDuration' && act !== 'resume' && (
          <>
            <TextInput
              label={say('document')}
              value={document}
              maxLength={100}
              onChange={(event) => setDocument(event.currentTarget.value)}
            />
            <TextInput
              className={work.wide}
              label={say('reason')}
              value={reason}
              maxLength={500}
              required
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </>
        )}
        <FormFoot act={say('save')} cancel={say('cancel')} onCancel={onDone} busy={busy} ready={ready} />
      </form>
    </section>
  );
}
