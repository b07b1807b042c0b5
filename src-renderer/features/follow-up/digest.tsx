import { useRef } from 'react';
import type { FollowedDuty } from '#shared/contract/window/follow-up';
import { Panel } from '../../components/panel';
import { PrintButton } from '../../components/print';
import { Problem } from '../../components/problem';
import panel from '../../components/panel.module.css';
import { service, useQueryOf } from '../../service/use-service';
import { dayText } from '../format';
import { DutyRows } from './board';
import classes from '../work/work.module.css';
import { useFollowUpWords } from './words';

/** What happened with duties this week, to be read at the Monday meeting. */
export function Digest({ today }: { today: string }) {
  const say = useFollowUpWords();
  const sheet = useRef<HTMLDivElement>(null);
  const digest = useQueryOf(['work', 'followUp', 'digest', today], () => service().followUp.digest({ today }));
  if (digest.isError) return <Problem error={digest.error} retry={() => void digest.refetch()} />;
  if (!digest.data) return <div aria-busy="true" />;
  const { from, to, done, due, becameOverdue, escalated } = digest.data;
  const part = (title: string, duties: readonly FollowedDuty[]) => (
    <Panel title={`${title}: ${duties.length}`} flush>
      {duties.length === 0 ? <p className={panel.none}>{say('none')}</p> : <DutyRows duties={duties} />}
    </Panel>
  );
  return (
    <div ref={sheet} className={classes.stackGap}>
      <div className={classes.head}>
        <h2>{say('week', { from: dayText(from), to: dayText(to) })}</h2>
        <PrintButton part={sheet} what="việc trong tuần" />
      </div>
      {part(say('escalated'), escalated)}
      {part(say('weekLate'), becameOverdue)}
      {part(say('weekDue'), due)}
      {part(say('weekDone'), done)}
    </div>
  );
}
