import type { DueItem, Overview } from '#shared/contract/window/work';
import { recordTypes } from '#shared/records/registry';
import { soonDays } from '../../components/due-state';
import { daysBetween } from '../../components/day';
import { Panel } from '../../components/panel';
import { useLanguage } from '../../i18n/words';
import { shortDay, weekdayName } from '../format';
import { openRecord } from '../open-record';
import classes from './day-strip.module.css';
import { useOverviewWords } from './words';

/** Nine days side by side, holidays by name, with what is due by each; only where the window is high enough. */
export function DayStrip({ days, today }: { days: Overview['days']; today: string }) {
  const say = useOverviewWords();
  const language = useLanguage();
  const title = (
    <>
      {say('days')} <span className={classes.from}>{say('daysAside')}</span>
    </>
  );
  return (
    <Panel flush title={title} className={classes.strip ?? ''}>
      <ol className={classes.days}>
        {days.map(({ day, total, items, off }, index) => (
          <li
            key={day}
            className={classes.day}
            data-today={day === today || undefined}
            data-off={off !== null || undefined}
            data-week={(index > 0 && weekBegins(days[index - 1]?.day, day)) || undefined}
          >
            <h3>
              {shortDay(day)} <span>{day === today ? say('dayNow') : weekdayName(day, language)}</span>
              {total > 0 && <b>{say('dayCount', { count: total })}</b>}
            </h3>
            {off !== null && <p>{say('dayOff', { name: off })}</p>}
            {items.map((item) => (
              <button
                key={item.id}
                type="button"
                title={item.title}
                data-soon={daysBetween(today, item.dueOn ?? day) <= soonDays || undefined}
                onClick={() => void openRecord(item.type, item.id)}
              >
                <span>{item.title}</span>
                <small>{[recordTypes[item.type].label[language], laterDay(item, day, say)].filter(Boolean).join(', ')}</small>
              </button>
            ))}
            {total > items.length && <p>{say('dayMore', { count: total - items.length })}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

const weekBegins = (before: string | undefined, day: string): boolean => before !== undefined && daysBetween(before, day) > 1;

/** Of what is due on a day off, its own day. */
const laterDay = ({ dueOn }: DueItem, day: string, say: ReturnType<typeof useOverviewWords>): string =>
  dueOn !== null && dueOn !== day ? say('dayDue', { day: shortDay(dueOn) }) : '';
