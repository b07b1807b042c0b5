import { useState } from 'react';
import type { FollowedDuty } from '#shared/contract/window/follow-up';
import { navigate } from '../../app/navigation';
import { Due } from '../../components/due';
import { Empty } from '../../components/empty';
import { Problem } from '../../components/problem';
import panel from '../../components/panel.module.css';
import { codeLabel } from '#shared/rules/code-lists/index';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { DutyPanel } from './duty-panel';
import classes from '../work/work.module.css';
import { useFollowUpWords } from './words';

const groups = ['overdue', 'within3', 'within7', 'within15', 'later', 'noDay', 'escalated'] as const;
type Group = (typeof groups)[number];
const tones: Partial<Record<Group, string>> = { overdue: 'bad', within3: 'warn', within7: 'warn', escalated: 'bad' };

/** Open duties by how pressing they are; one of them beside. */
export function Board({ today, selected }: { today: string; selected: string | undefined }) {
  const say = useFollowUpWords();
  const board = useQueryOf(['work', 'followUp', 'board', today], () => service().followUp.board({ today, done: false }));
  const [group, setGroup] = useState<Group | null>(null);
  if (board.isError) return <Problem error={board.error} retry={() => void board.refetch()} />;
  if (!board.data) return <div aria-busy="true" />;
  const { counts, duties } = board.data;
  const shown = duties.filter(({ warning, escalation }) =>
    group === null ? true : group === 'escalated' ? escalation.length > 0 : warning === group,
  );
  return (
    <>
      <div className={classes.figures} role="group" aria-label={say('board')}>
        {groups.map((one) => (
          <button
            key={one}
            type="button"
            className={classes.figure}
            aria-pressed={group === one}
            data-tone={counts[one] > 0 ? tones[one] : undefined}
            onClick={() => setGroup(group === one ? null : one)}
          >
            <b>{counts[one]}</b>
            <span>{say(one)}</span>
          </button>
        ))}
      </div>
      <div className={classes.split}>
        <section className={panel.panel} aria-label={say('duty')}>
          {shown.length === 0 ? <Empty title={say('none')} hint={say('noneHint')} /> : <DutyRows duties={shown} selected={selected} />}
        </section>
        {selected ? (
          <DutyPanel key={selected} id={selected} today={today} />
        ) : (
          <section className={panel.panel}>
            <Empty title={say('choose')} hint={say('chooseHint')} />
          </section>
        )}
      </div>
    </>
  );
}

export function DutyRows({ duties, selected }: { duties: readonly FollowedDuty[]; selected?: string | undefined }) {
  const language = useLanguage();
  const say = useFollowUpWords();
  return (
    <ul className={classes.rows}>
      {duties.map((duty) => (
        <li key={duty.id} data-record={duty.id}>
          <button
            type="button"
            className={classes.row}
            aria-current={duty.id === selected ? 'true' : undefined}
            onClick={() => navigate({ screen: 'follow-up', id: duty.id, query: { view: 'board' } })}
          >
            <span className={classes.name}>{duty.name}</span>
            <span>
              <Due date={duty.dueOn} closed={duty.warning === 'done'} showDate />
            </span>
            <span className={classes.quiet}>
              {[duty.who || say('noOrganisation'), duty.from?.title ?? duty.basis].filter(Boolean).join(' · ')}
            </span>
            <span className={classes.quiet}>
              {codeLabel('dutyState', duty.state, language)}
              {duty.progress !== null && ` · ${duty.progress} %`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
