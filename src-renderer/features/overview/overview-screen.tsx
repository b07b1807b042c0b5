import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Overview } from '#shared/contract/window/work';
import { today as dayNow } from '../../components/day';
import { PrintButton } from '../../components/print';
import { Problem } from '../../components/problem';
import { navigate } from '../../app/navigation';
import { service, useQueryOf } from '../../service/use-service';
import { longDay } from '../format';
import { openRecord } from '../open-record';
import { useLanguage } from '../../i18n/words';
import { DayStrip } from './day-strip';
import { DuePanel } from './due-panel';
import { HotSpots } from './hot-spots';
import { MonthCharts } from './month-charts';
import tone from '../../components/tone.module.css';
import classes from './overview.module.css';
import { PrintSheet } from './print-sheet';
import { Safety } from './safety';
import { OpenByState } from './states';
import { useOverviewWords } from './words';

/** Tổng quan: what is late, what comes, what waits for me, and whether the data is safe. */
export function OverviewScreen() {
  const today = dayNow();
  const language = useLanguage();
  const overview = useQueryOf(['work', 'overview', today], () => service().work.overview({ today }));
  if (overview.isError)
    return (
      <div className={classes.screen}>
        <Problem error={overview.error} retry={() => void overview.refetch()} />
      </div>
    );
  return (
    <div className={classes.screen} aria-busy={overview.isPending}>
      <p className={classes.day}>{longDay(today, language)}</p>
      {overview.data && <Loaded overview={overview.data} today={today} />}
    </div>
  );
}

function Loaded({ overview, today }: { overview: Overview; today: string }) {
  const say = useOverviewWords();
  const overdue = useRef<HTMLDivElement>(null);
  const week = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const oldest = overview.overdue.items[0];
  return (
    <>
      <header className={classes.head}>
        <Sentence overview={overview} onOverdue={() => overdue.current?.focus()} onWeek={() => week.current?.focus()} />
        <div className={classes.first}>
          <PrintButton part={sheet} what={say('paperTitle')} />
          {oldest && (
            <>
              <span className={classes.firstText}>{say('first')}</span>
              <Button rightSection={<IconArrowRight size={16} />} onClick={() => void openRecord(oldest.type, oldest.id)}>
                {say('firstButton')}
              </Button>
            </>
          )}
        </div>
      </header>
      <OpenByState states={overview.states} />
      <div className={classes.lists}>
        <div ref={overdue} tabIndex={-1} className={classes.anchor}>
          <DuePanel tone="bad" title={say('overdue')} aside={say('overdueAside')} part={overview.overdue} none={say('overdueNone')} />
        </div>
        <div ref={week} tabIndex={-1} className={classes.anchor}>
          <DuePanel tone="warn" title={say('week')} part={overview.week} none={say('weekNone')} />
        </div>
        <DuePanel tone="plain" title={say('mine')} part={overview.mine} none={say('mineNone')} />
      </div>
      <DayStrip days={overview.days} today={today} />
      <div className={classes.lower}>
        <MonthCharts series={overview.series} today={today} />
        <HotSpots spots={overview.hotSpots} />
        <Safety disk={overview.disk} />
      </div>
      <PrintSheet overview={overview} today={today} sheet={sheet} />
    </>
  );
}

function Sentence({ overview, onOverdue, onWeek }: { overview: Overview; onOverdue(): void; onWeek(): void }) {
  const say = useOverviewWords();
  const status = useQueryOf(['sync', 'status'], () => service().sync.status());
  const conflicts = status.data?.conflicts ?? 0;
  const parts = [
    {
      key: 'overdue',
      count: overview.overdue.total,
      text: say('overdueLink', { count: overview.overdue.total }),
      tone: tone.bad,
      open: onOverdue,
    },
    { key: 'week', count: overview.week.total, text: say('weekLink', { count: overview.week.total }), tone: tone.warn, open: onWeek },
    {
      key: 'pages',
      count: overview.pagesToCheck,
      text: say('pagesLink', { count: overview.pagesToCheck }),
      tone: tone.plain,
      open: () => navigate({ screen: 'pages' }),
    },
    {
      key: 'choices',
      count: conflicts,
      text: say('choicesLink', { count: conflicts }),
      tone: tone.plain,
      open: () => navigate({ screen: 'sync', query: { view: 'review' } }),
    },
  ].filter((part) => part.count > 0);
  if (parts.length === 0) return <h1 className={classes.sentence}>{say('calm')}</h1>;
  return (
    <h1 className={classes.sentence}>
      {say('today')}{' '}
      {parts.map((part, index) => (
        <span key={part.key}>
          {index > 0 && (index === parts.length - 1 ? ` ${say('and')} ` : ', ')}
          <button type="button" className={`${classes.link} ${part.tone}`} onClick={part.open}>
            {part.text}
          </button>
        </span>
      ))}
      .
    </h1>
  );
}
