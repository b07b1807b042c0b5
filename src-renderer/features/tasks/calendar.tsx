import { Button, SegmentedControl } from '@mantine/core';
import { IconCalendarDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { AgendaItem } from '#shared/contract/window/tasks';
import { workCalendar } from '#shared/rules/calendar/in-force';
import { isWorkingDay } from '#shared/rules/calendar/work-calendar';
import { notice, noticeOfFailure } from '../../app/notices';
import { useSession } from '../../app/session';
import { PrintButton } from '../../components/print';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { shell } from '../../service/connection';
import { service, useQueryOf } from '../../service/use-service';
import { dayText, shortDay, weekdayName } from '../format';
import { openRecord } from '../open-record';
import classes from './calendar.module.css';
import work from '../work/work.module.css';
import { daysOf, moved, spans, type Span } from './spans';
import { useTaskWords } from './words';

/** How many of a day are named in a month; the number of the others stands below. */
const shownOfMonth = 3;

/** What happens or is due, by day, week or month; of everybody or of the person who has the book open. */
export function Calendar({ today }: { today: string }) {
  const say = useTaskWords();
  const me = useSession()?.user.name ?? '';
  const sheet = useRef<HTMLDivElement>(null);
  const [span, setSpan] = useState<Span>('week');
  const [around, setAround] = useState(today);
  const [mine, setMine] = useState(false);
  const days = daysOf(span, around);
  const [from = today, to = today] = [days[0], days.at(-1)];
  const input = { from, to, ...(mine ? { person: me } : {}) };
  const agenda = useQueryOf(['work', 'tasks', 'agenda', input], () => service().tasks.agenda(input), { keep: true });
  const byDay = new Map<string, AgendaItem[]>();
  for (const item of agenda.data?.items ?? []) byDay.set(item.day, [...(byDay.get(item.day) ?? []), item]);
  const save = async () => {
    const path = await shell().saveFile({ defaultName: say('fileName') });
    if (path === null) return;
    const { events } = await service().tasks.exportCalendar({ ...input, path });
    notice(say('exported', { count: events }));
  };
  return (
    <div ref={sheet} className={classes.calendar}>
      <div className={work.head}>
        <div className={work.acts}>
          <Button variant="default" aria-label={say('before')} px="xs" data-screen onClick={() => setAround(moved(span, around, -1))}>
            <IconChevronLeft size="1rem" aria-hidden />
          </Button>
          <h2>{span === 'day' ? dayText(around) : `${dayText(from)} – ${dayText(to)}`}</h2>
          <Button variant="default" aria-label={say('after')} px="xs" data-screen onClick={() => setAround(moved(span, around, 1))}>
            <IconChevronRight size="1rem" aria-hidden />
          </Button>
          <Button variant="default" data-screen onClick={() => setAround(today)}>
            {say('now')}
          </Button>
        </div>
        <div className={work.acts} data-screen>
          <SegmentedControl
            aria-label={say('whose')}
            value={mine ? 'mine' : 'everyone'}
            onChange={(value) => setMine(value === 'mine')}
            data={(['everyone', 'mine'] as const).map((value) => ({ value, label: say(value) }))}
          />
          <SegmentedControl
            aria-label={say('span')}
            value={span}
            onChange={(value) => setSpan(value as Span)}
            data={spans.map((value) => ({ value, label: say(value) }))}
          />
          <Button
            variant="default"
            leftSection={<IconCalendarDown size="1rem" aria-hidden />}
            onClick={() => void save().catch(noticeOfFailure)}
          >
            {say('exportCalendar')}
          </Button>
          <PrintButton part={sheet} what="lịch công tác" />
        </div>
      </div>
      {agenda.isError ? (
        <Problem error={agenda.error} retry={() => void agenda.refetch()} />
      ) : (
        <ol className={classes.days} data-span={span}>
          {days.map((day) => (
            <Day
              key={day}
              day={day}
              span={span}
              items={byDay.get(day) ?? []}
              today={day === today}
              outside={span === 'month' && day.slice(0, 7) !== around.slice(0, 7)}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

function Day({
  day,
  span,
  items,
  today,
  outside,
}: {
  day: string;
  span: Span;
  items: readonly AgendaItem[];
  today: boolean;
  outside: boolean;
}) {
  const say = useTaskWords();
  const language = useLanguage();
  const off = !isWorkingDay(day, workCalendar());
  const shown = span === 'month' ? items.slice(0, shownOfMonth) : items;
  return (
    <li className={classes.day} data-off={off || undefined} data-today={today || undefined} data-outside={outside || undefined}>
      <p className={classes.dayName}>
        <b>{shortDay(day)}</b> {weekdayName(day, language)}
        {off && <span> · {say('dayOff')}</span>}
      </p>
      {items.length === 0 && span !== 'month' && <p className={work.quiet}>{say('none')}</p>}
      <ul>
        {shown.map((item) => (
          <li key={`${item.id} ${item.kind} ${item.title}`} data-record={item.id}>
            <button
              type="button"
              className={classes.item}
              data-kind={item.kind}
              data-done={item.done || undefined}
              onClick={() => void openRecord(item.type, item.id).catch(noticeOfFailure)}
            >
              <span>
                {item.time && <b>{item.time} </b>}
                {item.title}
              </span>
              {span !== 'month' && (
                <span className={work.quiet} title={item.about}>
                  {[say(`kind_${item.kind}`), item.done ? say('done') : '', item.person, item.place, item.about]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {items.length > shown.length && <p className={work.quiet}>{say('more', { count: items.length - shown.length })}</p>}
    </li>
  );
}
