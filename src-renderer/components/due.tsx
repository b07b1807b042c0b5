import { IconAlertTriangleFilled, IconCircleCheckFilled, IconClock } from '@tabler/icons-react';
import { useLanguage } from '../i18n/words';
import { dayText, today } from './day';
import classes from './due.module.css';
import { dueState, useDueWords } from './due-state';

/** Time in a word, an icon and a colour: "Còn 3 ngày", "Quá hạn 5 ngày"; the date is in the title and, with `showDate`, beside it. */
export function Due({ date, closed = false, showDate = false }: { date: string | null | undefined; closed?: boolean; showDate?: boolean }) {
  const say = useDueWords();
  const language = useLanguage();
  if (!date) return null;
  const { tone, key, days } = dueState(date, closed, today());
  const Icon = closed ? IconCircleCheckFilled : tone === 'bad' ? IconAlertTriangleFilled : IconClock;
  const text = say(key, { count: days });
  const shown = showDate ? ` · ${language === 'vi' ? dayText(date).slice(0, 5) : dayText(date)}` : '';
  return (
    <span className={`${classes.due} ${classes[tone]}`} title={say('date', { date: dayText(date) })}>
      <Icon size="1rem" aria-hidden />
      {text}
      {shown}
    </span>
  );
}
