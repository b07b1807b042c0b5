import { Due } from '../../components/due';
import { Problem } from '../../components/problem';
import { ScreenHead } from '../../components/screen-head';
import panel from '../../components/panel.module.css';
import { navigate } from '../../app/navigation';
import { service, useQueryOf } from '../../service/use-service';
import { dayText } from '../format';
import work from '../work/work.module.css';
import { usePetitionWords } from './words';

/** Forwarded petitions that nobody has answered. */
export function Awaiting({ today }: { today: string }) {
  const say = usePetitionWords();
  const found = useQueryOf(['records', 'petition', 'awaiting', today], () => service().petitions.awaiting({ today }));
  return (
    <div className={work.page}>
      <ScreenHead title={say('awaiting')} intro={say('awaitingHint')} back={{ to: { screen: 'petitions' }, text: say('register') }} />
      {found.isError && <Problem error={found.error} retry={() => void found.refetch()} />}
      {found.data && (
        <section className={panel.panel} aria-label={say('awaiting')}>
          {found.data.rows.length === 0 ? (
            <p className={panel.none}>{say('awaitingNone')}</p>
          ) : (
            <ul className={work.rows}>
              {found.data.rows.map((row) => (
                <li key={`${row.id} ${row.sentOn}`}>
                  <button type="button" className={work.row} onClick={() => navigate({ screen: 'petitions', id: row.id })}>
                    <span className={work.name}>{row.title}</span>
                    <span>{say('waitingDays', { count: row.waitingDays })}</span>
                    <span className={work.quiet}>{[row.to, row.letter, dayText(row.sentOn)].filter(Boolean).join(' · ')}</span>
                    <span>
                      <Due date={row.answerDueOn} />
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </div>
  );
}
