import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { recordType } from '#shared/records/registry';
import { notice, noticeOfFailure } from '../../app/notices';
import { Empty } from '../../components/empty';
import { FormFoot } from '../../components/form-foot';
import { Problem } from '../../components/problem';
import panel from '../../components/panel.module.css';
import { useLanguage } from '../../i18n/words';
import { markOwnSave } from '../../service/queries';
import { service, useQueryOf } from '../../service/use-service';
import classes from '../work/work.module.css';
import { useTaskWords } from './words';

/** What each person has in hand; all of it can be handed over when somebody leaves. */
export function Hands({ today }: { today: string }) {
  const say = useTaskWords();
  const language = useLanguage();
  const [leaving, setLeaving] = useState<string | null>(null);
  const hands = useQueryOf(['work', 'tasks', 'hands', today], () => service().tasks.hands({ today }));
  if (hands.isError) return <Problem error={hands.error} retry={() => void hands.refetch()} />;
  if (!hands.data) return <div aria-busy="true" />;
  const { hands: all, unassigned } = hands.data;
  const ofTypes = (byType: Readonly<Record<string, number>>) =>
    Object.entries(byType)
      .map(([type, count]) => `${recordType(type as RecordTypeName).label[language]} ${count}`)
      .join(', ');
  return (
    <section className={panel.panel} aria-label={say('hands')}>
      {all.length === 0 ? (
        <Empty title={say('nobody')} />
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{say('person')}</th>
              <th scope="col" className={classes.number}>
                {say('overdue')}
              </th>
              <th scope="col" className={classes.number}>
                {say('thisWeek')}
              </th>
              <th scope="col" className={classes.number}>
                {say('open')}
              </th>
              <th scope="col">{say('what')}</th>
              <th scope="col">{say('handOver')}</th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ person, open, overdue, week, byType }) => (
              <tr key={person}>
                <th scope="row">{person}</th>
                <td className={classes.number}>{overdue || ''}</td>
                <td className={classes.number}>{week || ''}</td>
                <td className={classes.number}>{open}</td>
                <td>{ofTypes(byType)}</td>
                <td className={classes.right}>
                  <button
                    type="button"
                    className="link"
                    aria-label={say('handOverTitle', { name: person })}
                    onClick={() => setLeaving(person)}
                  >
                    {say('handOver')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {unassigned > 0 && <p className={panel.none}>{say('unassigned', { count: unassigned })}</p>}
      {leaving !== null && <HandOver key={leaving} from={leaving} today={today} onDone={() => setLeaving(null)} />}
    </section>
  );
}

function HandOver({ from, today, onDone }: { from: string; today: string; onDone: () => void }) {
  const say = useTaskWords();
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const { total } = await service().tasks.handOver({ from, to: to.trim(), on: today, reason: reason.trim() });
      markOwnSave();
      notice(say('handedOver', { count: total, name: to.trim() }));
      onDone();
    } catch (error) {
      noticeOfFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} aria-label={say('handOverTitle', { name: from })}>
      <p className={classes.wide}>
        <b>{say('handOverTitle', { name: from })}</b>
        <br />
        {say('handOverHint', { name: from })}
      </p>
      <TextInput label={say('to')} value={to} maxLength={120} required autoFocus onChange={(event) => setTo(event.currentTarget.value)} />
      <TextInput label={say('reason')} value={reason} maxLength={300} onChange={(event) => setReason(event.currentTarget.value)} />
      <FormFoot act={say('handOver')} cancel={say('cancel')} onCancel={onDone} busy={busy} ready={to.trim() !== ''} />
    </form>
  );
}
