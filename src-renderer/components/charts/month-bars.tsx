import classes from './charts.module.css';

/** Bars by month as a drawing: past years pale, this year grey, this month dark. The figures stand in a table beside it. */
export function MonthBars({ months, today }: { months: readonly { month: string; count: number }[]; today: string }) {
  const highest = Math.max(1, ...months.map(({ count }) => count));
  const step = 10;
  return (
    <svg
      className={classes.bars}
      viewBox={`0 0 ${months.length * step} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {months.map(({ month, count }, index) => {
        const height = count === 0 ? 1 : Math.max(6, (count / highest) * 100);
        const tone = month === today.slice(0, 7) ? classes.now : month.slice(0, 4) === today.slice(0, 4) ? classes.year : classes.past;
        return (
          <rect key={month} className={tone} x={index * step + 1} y={100 - height} width={step - 2.5} height={height}>
            <title>{`${month.split('-').toReversed().join('/')}: ${count}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}
