import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Overview } from '#shared/contract/window/work';
import { MonthBars } from '../../components/charts/month-bars';
import { Panel } from '../../components/panel';
import { shortMonth } from '../format';
import panel from '../../components/panel.module.css';
import classes from './month-charts.module.css';
import sheet from './print-sheet.module.css';
import { useOverviewWords } from './words';

type Series = Overview['series'][number];
const shown = ['petition', 'case', 'disciplinaryDecision', 'duty'] as const;
type Shown = (typeof shown)[number];

export const shownSeries = (series: readonly Series[]): Series[] =>
  shown.map((type) => series.find((one) => one.type === type)).filter((one) => one !== undefined);

/** Small multiples by month of the term, each with its own scale and its total beside the title; or the same figures as a table. */
export function MonthCharts({ series, today }: { series: readonly Series[]; today: string }) {
  const say = useOverviewWords();
  const [asTable, setAsTable] = useState(false);
  const charts = shownSeries(series);
  const from = charts[0]?.months[0]?.month;
  const empty = charts.every((one) => one.months.every((month) => month.count === 0));
  const aside = from && !empty && (
    <>
      {say('monthsAside', { from: shortMonth(from) })}{' '}
      <Button variant="subtle" size="compact-xs" color="dark" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
        {say(asTable ? 'asChart' : 'asTable')}
      </Button>
    </>
  );
  return (
    <Panel flush title={say('months')} aside={aside}>
      {empty ? (
        <p className={panel.none}>{say('monthsNone')}</p>
      ) : asTable ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reached by keyboard
        <div className={sheet.tableScroll} tabIndex={0} role="region" aria-label={say('months')}>
          <MonthTable series={series} />
        </div>
      ) : (
        <div className={classes.charts}>
          {charts.map((one) => (
            <Chart key={one.type} series={one} today={today} />
          ))}
        </div>
      )}
    </Panel>
  );
}

function Chart({ series, today }: { series: Series; today: string }) {
  const say = useOverviewWords();
  const type = series.type as Shown;
  const year = today.slice(0, 4);
  const current = series.months.find((month) => month.month === today.slice(0, 7));
  const firstOfYear = series.months.findIndex((month) => month.month.startsWith(year));
  const compared = say('compared', { now: series.thisYear, before: series.lastYear });
  return (
    <figure className={classes.chart} aria-label={`${say(type)}: ${series.total} ${say(`${type}Unit`)}. ${compared}`}>
      <figcaption>
        <strong>{say(type)}</strong>
        <span title={compared}>
          <b>{series.total}</b> {say(`${type}Unit`)}
        </span>
      </figcaption>
      <MonthBars months={series.months} today={today} />
      <div className={classes.axis} aria-hidden="true">
        {firstOfYear > 0 && <span style={{ flexGrow: firstOfYear }}>{series.months[0]?.month.slice(0, 4)}</span>}
        <span style={{ flexGrow: series.months.length - Math.max(0, firstOfYear) }}>{year}</span>
        {current && <b>{say('thisMonth', { month: Number(current.month.slice(5)), count: current.count })}</b>}
      </div>
    </figure>
  );
}

/** The same figures in words: a month a row, the latest first. */
export function MonthTable({ series }: { series: readonly Series[] }) {
  const say = useOverviewWords();
  const charts = shownSeries(series);
  const months = (charts[0]?.months ?? []).map(({ month }) => month).toReversed();
  return (
    <table className={sheet.table}>
      <thead>
        <tr>
          <th scope="col">{say('month')}</th>
          {charts.map(({ type }) => (
            <th key={type} scope="col">
              {say(type as Shown)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{say('yearSoFar')}</th>
          {charts.map(({ type, thisYear }) => (
            <td key={type}>{thisYear}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">{say('yearBefore')}</th>
          {charts.map(({ type, lastYear }) => (
            <td key={type}>{lastYear}</td>
          ))}
        </tr>
        {months.map((month) => (
          <tr key={month}>
            <th scope="row">{shortMonth(month)}</th>
            {charts.map((one) => (
              <td key={one.type}>{one.months.find((each) => each.month === month)?.count || ''}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
