import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { notice, noticeOfFailure } from '../../app/notices';
import { Problem } from '../../components/problem';
import { CodeSelect } from '../../components/record-form/code-select';
import panel from '../../components/panel.module.css';
import { useLanguage } from '../../i18n/words';
import { markOwnSave } from '../../service/queries';
import { service, useQueryOf } from '../../service/use-service';
import { dayText, weekdayName } from '../format';
import { DayInput } from '../work/day-input';
import classes from '../work/work.module.css';
import { useRuleWords } from './words';

type Year = Awaited<ReturnType<ReturnType<typeof service>['rules']['calendar']>>;

/** The days off and worked Saturdays of a year, which the committee compares with the notice and confirms. */
export function CalendarYear({ today }: { today: string }) {
  const say = useRuleWords();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const found = useQueryOf(['records', 'workingCalendar', year], () => service().rules.calendar({ year }));
  return (
    <section className={panel.panel} aria-label={say('calendar')}>
      <header className={panel.head}>
        <Button variant="subtle" px="xs" aria-label={say('yearBefore')} onClick={() => setYear(year - 1)}>
          <IconChevronLeft size="1rem" aria-hidden />
        </Button>
        <h2>{say('year', { year })}</h2>
        <Button variant="subtle" px="xs" aria-label={say('yearAfter')} onClick={() => setYear(year + 1)}>
          <IconChevronRight size="1rem" aria-hidden />
        </Button>
      </header>
      {found.isError ? (
        <Problem error={found.error} />
      ) : (
        found.data && <Days key={`${year} ${found.data.revision ?? 0}`} year={year} found={found.data} today={today} />
      )}
    </section>
  );
}

function Days({ year, found, today }: { year: number; found: Year; today: string }) {
  const say = useRuleWords();
  const language = useLanguage();
  const [days, setDays] = useState(found.days);
  const [basis, setBasis] = useState(found.basis);
  const [confirmed, setConfirmed] = useState(found.confirmed);
  const [day, setDay] = useState<string | null>(null);
  const [kind, setKind] = useState<string | null>('NGHI');
  const [name, setName] = useState('');
  const save = async () => {
    await service().rules.saveCalendar({ year, confirmed, basis, today, days });
    markOwnSave();
    notice(say('savedCalendar', { year }));
  };
  const add = () => {
    if (day === null || kind === null) return;
    setDays([...days.filter((one) => one.day !== day), { day, kind, name, basis }].sort((a, b) => (a.day < b.day ? -1 : 1)));
    setDay(null);
    setName('');
  };
  return (
    <>
      <div className={`${panel.body} ${classes.stackGap}`}>
        {!found.confirmed && <p className={classes.note}>{say('notConfirmed')}</p>}
        {found.open.map((text) => (
          <p key={text} className={classes.quiet}>
            {text}
          </p>
        ))}
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{say('day')}</th>
              <th scope="col">{say('dayKind')}</th>
              <th scope="col">{say('dayName')}</th>
              <th scope="col">{say('dayBasis')}</th>
              <th scope="col">{say('act')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((one) => (
              <tr key={one.day}>
                <th scope="row">
                  {dayText(one.day)} <span className={classes.quiet}>{weekdayName(one.day, language)}</span>
                </th>
                <td>
                  <CodeSelect
                    label=""
                    list="calendarDayKind"
                    value={one.kind}
                    required
                    error={undefined}
                    onChange={(next) => next && setDays(days.map((other) => (other.day === one.day ? { ...other, kind: next } : other)))}
                  />
                </td>
                <td>{one.name}</td>
                <td className={classes.quiet}>{one.basis}</td>
                <td className={classes.right}>
                  <Button
                    variant="subtle"
                    px="xs"
                    aria-label={say('removeDay', { day: dayText(one.day) })}
                    onClick={() => setDays(days.filter((other) => other.day !== one.day))}
                  >
                    <IconX size="1rem" aria-hidden />
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <DayInput key={days.length} label={say('day')} value={day} onChange={setDay} />
        <CodeSelect label={say('dayKind')} list="calendarDayKind" value={kind} onChange={setKind} required={false} error={undefined} />
        <TextInput label={say('dayName')} value={name} maxLength={200} onChange={(event) => setName(event.currentTarget.value)} />
        <footer>
          <Button type="submit" variant="default" disabled={day === null || day.slice(0, 4) !== String(year)}>
            {say('addDay')}
          </Button>
        </footer>
        <TextInput
          className={classes.wide}
          label={say('notice')}
          value={basis}
          maxLength={500}
          onChange={(event) => setBasis(event.currentTarget.value)}
        />
        <Checkbox
          className={classes.wide}
          label={say('confirmed')}
          checked={confirmed}
          onChange={(event) => setConfirmed(event.currentTarget.checked)}
          description={found.confirmedBy ? say('confirmedBy', { name: found.confirmedBy }) : undefined}
        />
      </form>
      <footer className={panel.foot}>
        <Button onClick={() => void save().catch(noticeOfFailure)}>{say('saveCalendar', { year })}</Button>
      </footer>
    </>
  );
}
