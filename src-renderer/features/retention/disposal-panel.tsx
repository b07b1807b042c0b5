import { Button, TextInput } from '@mantine/core';
import { IconFileText, IconFlame, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { DisposalPlan } from '#shared/contract/window/retention';
import { codeLabel } from '#shared/rules/code-lists/index';
import { notice } from '../../app/notices';
import { today } from '../../components/day';
import { Panel } from '../../components/panel';
import { Problem } from '../../components/problem';
import { RecordForm } from '../../components/record-form';
import { SecondPerson } from '../../components/second-person';
import { sweepDrafts } from '../../drafts/sweep';
import { useLanguage } from '../../i18n/words';
import { callError, type CallError } from '../../service/app-error';
import { shell } from '../../service/connection';
import { queries } from '../../service/queries';
import { service, useQueryOf } from '../../service/use-service';
import classes from './retention.module.css';
import { useRetentionWords } from './words';

/** One disposal: what it holds, what is missing, its minutes, the destruction, and afterwards the proof. */
export function DisposalPanel({ id }: { id: string }) {
  const say = useRetentionWords();
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const [error, setError] = useState<CallError>();
  const [busy, setBusy] = useState(false);
  const day = today();
  const record = useQueryOf(['records', 'disposal', id], () => service().records.get({ type: 'disposal', id }));
  const plan = useQueryOf(['archive', 'disposal', id], () => service().retention.plan({ id, today: day }));
  const values = record.data?.record.values ?? {};
  const isDone = values['state'] === 'DA_TIEU_HUY';
  const [typed, setTyped] = useState('');
  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (failure) {
      setError(callError(failure));
    } finally {
      setBusy(false);
      await Promise.all([queries.invalidateQueries(), sweepDrafts().catch(() => undefined)]);
    }
  };
  const minutes = () =>
    act(async () => {
      const path = await shell().saveFile({ defaultName: `bien-ban-tieu-huy-${String(values['year'] ?? '')}.docx` });
      if (path === null) return;
      notice(say('minutesDone', { path: (await service().retention.minutes({ id, path, today: day })).path }));
    });
  const destroy = () =>
    act(async () => {
      const done = await service().retention.destroy({ id, today: day });
      notice(
        `${say('destroyed', { files: done.files, documents: done.documents, pages: done.pages })} ${done.backups === null ? '' : say(done.backups ? 'backupsGone' : 'backupsLeft')}`,
      );
    });
  if (record.error) return <Problem error={record.error} />;
  if (editing)
    return (
      <Panel title={String(values['name'] ?? '')} className={classes.edit ?? ''}>
        <RecordForm
          type="disposal"
          id={id}
          groups={['list', 'council', 'decision']}
          onSaved={() => {
            setEditing(false);
            void queries.invalidateQueries();
          }}
          onCancel={() => setEditing(false)}
        />
      </Panel>
    );
  const hindrances = plan.data?.hindrances ?? [];
  const others = hindrances.filter(({ why }) => why !== 'approval');
  return (
    <Panel title={String(values['name'] ?? '')} aside={codeLabel('disposalState', String(values['state'] ?? ''), language)}>
      <div className={classes.body}>
        {plan.data && !isDone && <p>{say('plan', { files: plan.data.files, documents: plan.data.documents, pages: plan.data.pages })}</p>}
        {error && <Problem error={error} />}
        <div className={classes.acts}>
          {!isDone && (
            <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}>
              {say('edit')}
            </Button>
          )}
          <Button variant="default" leftSection={<IconFileText size={16} aria-hidden />} disabled={busy} onClick={() => void minutes()}>
            {say('minutes')}
          </Button>
        </div>
        {isDone ? (
          <Proof id={id} />
        ) : (
          <>
            {others.length > 0 && <Hindrances hindrances={others} />}
            {others.length === 0 && hindrances.length > 0 && <SecondPerson action="destroy" recordId={id} />}
            {plan.data && hindrances.length === 0 && (
              <div className={classes.destroy}>
                <p>{say('destroyHint')}</p>
                <TextInput label={say('confirm')} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} maxLength={60} />
                <Button
                  color="red"
                  leftSection={<IconFlame size={16} aria-hidden />}
                  loading={busy}
                  disabled={typed.trim() !== values['minutesNumber']}
                  onClick={() => void destroy()}
                >
                  {say('destroy')}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
    </Panel>
  );
}

function Hindrances({ hindrances }: { hindrances: DisposalPlan['hindrances'] }) {
  const say = useRetentionWords();
  return (
    <section aria-label={say('missing')}>
      <h3>{say('missing')}</h3>
      <ul className={classes.missing}>
        {hindrances.map(({ why, what }) => (
          <li key={`${why} ${what}`}>{say(why === 'minutes' ? 'minutesMissing' : why, { what })}</li>
        ))}
      </ul>
    </section>
  );
}

function Proof({ id }: { id: string }) {
  const say = useRetentionWords();
  const proof = useQueryOf(['archive', 'proof', id], () => service().retention.proof({ id }));
  if (proof.error) return <Problem error={proof.error} />;
  if (!proof.data) return null;
  return (
    <section aria-label={say('proof')}>
      <h3>{say('proof')}</h3>
      <p>{proof.data.sound ? say('proofSound', { pages: proof.data.pages.length }) : say('proofWrong')}</p>
      <p className={classes.hash}>{proof.data.proof}</p>
    </section>
  );
}
