import { Fragment, useRef } from 'react';
import { codeLabel } from '#shared/rules/code-lists/index';
import { PrintButton } from '../../components/print';
import { Problem } from '../../components/problem';
import panel from '../../components/panel.module.css';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { dayText, numberText } from '../format';
import { openRecord } from '../open-record';
import classes from '../work/work.module.css';
import { useFollowUpWords } from './words';

/** Báo cáo chưa thực hiện: made by opening it, by the organisation that must act. */
export function NotDone({ today }: { today: string }) {
  const say = useFollowUpWords();
  const language = useLanguage();
  const sheet = useRef<HTMLDivElement>(null);
  const report = useQueryOf(['work', 'followUp', 'notDone', today], () => service().followUp.notDone({ today }));
  if (report.isError) return <Problem error={report.error} retry={() => void report.refetch()} />;
  if (!report.data) return <div aria-busy="true" />;
  const { total, amountOpen, groups } = report.data;
  return (
    <div ref={sheet} className={`${panel.panel} ${classes.sheet}`}>
      <div className={classes.head}>
        <div>
          <h2>{say('reportTitle')}</h2>
          <p>
            {total === 0 ? say('reportNone') : say('reportLead', { day: dayText(today), count: total })}
            {amountOpen > 0 && ` ${say('reportMoney', { amount: numberText(amountOpen, language) })}`}
          </p>
        </div>
        <PrintButton part={sheet} what="kết luận chưa thực hiện" />
      </div>
      {total > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{say('order')}</th>
              <th scope="col">{say('duty')}</th>
              <th scope="col">{say('origin')}</th>
              <th scope="col">{say('due')}</th>
              <th scope="col" className={classes.number}>
                {say('late')}
              </th>
              <th scope="col">{say('state')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ organisation, duties }, at) => (
              <Fragment key={organisation}>
                <tr>
                  <th scope="rowgroup" colSpan={6}>
                    {organisation || say('noOrganisation')} ({duties.length})
                  </th>
                </tr>
                {duties.map((duty, index) => (
                  <tr key={duty.id} data-record={duty.id}>
                    <td>{groups.slice(0, at).reduce((sum, group) => sum + group.duties.length, 0) + index + 1}</td>
                    <td>
                      <button type="button" className="link" onClick={() => void openRecord('duty', duty.id)}>
                        {duty.name}
                      </button>
                    </td>
                    <td>{duty.from?.title ?? duty.basis}</td>
                    <td>{dayText(duty.dueOn)}</td>
                    <td className={classes.number}>{duty.daysLeft !== null && duty.daysLeft < 0 ? -duty.daysLeft : ''}</td>
                    <td>
                      {codeLabel('dutyState', duty.state, language)}
                      {duty.progress !== null && `, ${duty.progress}\u00a0%`}
                    </td>
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
