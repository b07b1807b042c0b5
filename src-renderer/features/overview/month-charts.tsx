import type { Overview } from '#shared/contract/window/work';
import { Panel } from '../../components/panel';
import { shortMonth } from '../format';
import classes from './overview.module.css';
import { useOverviewWords } from './words';

type Series = Overview['series'][number];
const shown = ['petition', 'case', 'disciplinaryDecision', 'duty'] as const;
type Shown = (typeof shown)[number];

/** Small multiples by month: each keeps its own scale, so the total stands beside its title. */
export function MonthCharts({ series, today }: { series: readonly Series[]; today: string }) {
  const say = useOverviewWords();
  const charts = shown.map((type) => series.find((one) => one.type === type)).filter((one) => one !== undefined);
  const from = charts[0]?.months[0]?.month;
  const empty = charts.every((one) => one.months.every((month) => month.count === 0));
  return (
    <Panel flush title={say('months')} aside={from && !empty ? say('monthsAside', { from: shortMonth(from) }) : undefined}>
      {empty ? (
        <p className={classes.none}>{say('monthsNone')}</p>
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
  const highest = Math.max(1, ...series.months.map((month) => month.count));
  const year = today.slice(0, 4);
  const current = series.months.find((month) => month.month === today.slice(0, 7));
  const firstOfYear = series.months.findIndex((month) => month.month.startsWith(year));
  const title = `${say(type)}: ${series.total} ${say(`${type}Unit`)}`;
  return (
    <figure className={classes.chart} aria-label={title}>
      <figcaption>
        <strong>{say(type)}</strong>
        <span>
          <b>{series.total}</b> {say(`${type}Unit`)}
        </span>
      </figcaption>
      <div className={classes.bars} aria-hidden="true">
        {series.months.map((month) => (
          <span
            key={month.month}
            className={month === current ? classes.barNow : month.month.startsWith(year) ? classes.barYear : classes.barPast}
            style={{ height: `${Math.max(month.count > 0 ? 6 : 1, (month.count / highest) * 100)}%` }}
            title={`${shortMonth(month.month)}: ${month.count}`}
          />
        ))}
      </div>
      <div className={classes.axis} aria-hidden="true">
        {firstOfYear > 0 && <span style={{ flexGrow: firstOfYear }}>{series.months[0]?.month.slice(0, 4)}</span>}
        <span style={{ flexGrow: series.months.length - Math.max(0, firstOfYear) }}>{year}</span>
        {current && <b>{say('thisMonth', { month: Number(current.month.slice(5)), count: current.count })}</b>}
      </div>
    </figure>
  );
}
