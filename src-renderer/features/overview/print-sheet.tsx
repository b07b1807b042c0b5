import { type Ref } from 'react';
import type { Overview } from '#shared/contract/window/work';
import { recordTypes } from '#shared/records/registry';
import { codeLabel } from '#shared/rules/code-lists/index';
import { useLanguage } from '../../i18n/words';
import { dayText, longDay } from '../format';
import { MonthTable } from './month-charts';
import classes from './print-sheet.module.css';
import { stateListOf } from './states';
import { useOverviewWords } from './words';

/** The overview as a paper: the same figures as tables. Only the printer shows it. */
export function PrintSheet({ overview, today, sheet }: { overview: Overview; today: string; sheet: Ref<HTMLDivElement> }) {
  const say = useOverviewWords();
  const language = useLanguage();
  return (
    <div ref={sheet} className={classes.paper}>
      <h1>{say('paperTitle')}</h1>
      <p>{longDay(today, language)}</p>
      <h2>{say('byState')}</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('kind')}</th>
            <th scope="col">{say('openCount')}</th>
            <th scope="col">{say('overdue')}</th>
            <th scope="col">{say('state')}</th>
          </tr>
        </thead>
        <tbody>
          {overview.states.map(({ type, open, late, states }) => {
            const list = stateListOf(type);
            return (
              <tr key={type}>
                <th scope="row">{recordTypes[type].label[language]}</th>
                <td>{open}</td>
                <td>{late}</td>
                <td className={classes.words}>
                  {states.map(({ state, count }) => `${list ? codeLabel(list, state, language) : state} ${count}`).join('; ')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <DueTable title={`${say('overdue')} (${overview.overdue.total})`} items={overview.overdue.items} />
      <DueTable title={`${say('week')} (${overview.week.total})`} items={overview.week.items} />
      <h2>{say('months')}</h2>
      <MonthTable series={overview.series} />
      <h2>{say('hotSpots')}</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('organisation')}</th>
            <th scope="col">{say('case')}</th>
            <th scope="col">{say('petition')}</th>
            <th scope="col">{say('lateDuties')}</th>
          </tr>
        </thead>
        <tbody>
          {overview.hotSpots.map(({ id, title, cases, petitions, lateDuties }) => (
            <tr key={id} data-record={id}>
              <th scope="row">{title}</th>
              <td>{cases}</td>
              <td>{petitions}</td>
              <td>{lateDuties}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{say('hotSpotsNote')}</p>
    </div>
  );
}

function DueTable({ title, items }: { title: string; items: Overview['overdue']['items'] }) {
  const say = useOverviewWords();
  const language = useLanguage();
  if (items.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('due')}</th>
            <th scope="col">{say('kind')}</th>
            <th scope="col">{say('what')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, type, title: what, dueOn }) => (
            <tr key={id} data-record={id}>
              <td>{dayText(dueOn)}</td>
              <td className={classes.words}>{recordTypes[type].label[language]}</td>
              <td className={classes.words}>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
