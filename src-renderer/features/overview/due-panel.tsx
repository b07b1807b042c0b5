import type { DueItem } from '#shared/contract/window/work';
import { recordTypes } from '#shared/records/registry';
import { Due } from '../../components/due';
import { openRecord } from '../open-record';
import { useLanguage } from '../../i18n/words';
import panel from '../../components/panel.module.css';
import tone from '../../components/tone.module.css';
import classes from './due-panel.module.css';
import { useOverviewWords } from './words';

const tones = { bad: tone.bad, warn: tone.warn, plain: tone.plain };

/** One of the three lists at the top: how many, the first ones, each opening its record. */
export function DuePanel({
  tone,
  title,
  aside,
  part,
  none,
}: {
  tone: keyof typeof tones;
  title: string;
  aside?: string;
  part: { total: number; items: readonly DueItem[] };
  none: string;
}) {
  const say = useOverviewWords();
  const language = useLanguage();
  const hidden = part.total - part.items.length;
  return (
    <section className={classes.panel} aria-label={title}>
      <header className={classes.panelHead}>
        <h2>
          <span className={`${classes.figure} ${tones[tone]}`}>{part.total}</span> {title}
        </h2>
        {aside && <span className={classes.aside}>{aside}</span>}
      </header>
      {part.items.length === 0 ? (
        <p className={panel.none}>{none}</p>
      ) : (
        <ul className={classes.items}>
          {part.items.map((item) => (
            <li key={item.id}>
              <button type="button" className={classes.item} onClick={() => void openRecord(item.type, item.id)} title={item.title}>
                <span className={classes.itemTitle}>{item.title}</span>
                <span className={classes.itemPlace}>
                  {[recordTypes[item.type].label[language], item.subtitle].filter(Boolean).join(' · ')}
                </span>
                <span className={classes.itemDue}>
                  {item.dueOn ? <Due date={item.dueOn} showDate /> : <span className={classes.openWord}>{say('open')}</span>}
                </span>
              </button>
            </li>
          ))}
          {hidden > 0 && <li className={panel.none}>{say('more', { count: hidden })}</li>}
        </ul>
      )}
    </section>
  );
}
