import { type KeyboardEvent, useState } from 'react';
import type { ConflictItem, Decision } from '#shared/contract/window/sync';
import { recordType } from '#shared/records/registry';
import { useShortcut } from '../../app/shortcuts';
import { useLanguage } from '../../i18n/words';
import { decide } from './decide';
import classes from './versions.module.css';
import { TypedValue } from './typed-value';
import { VersionCard } from './version-card';
import { keepText, type Version, versionsOf } from './versions';
import { useReviewWords } from './words';

/**
 * Both versions of one field side by side, with equal buttons and no default. Within it the keys 1 and 2 keep a version,
 * 3 types another value.
 * @param present value that stands now; absent: the winner's
 */
export function FieldConflict({
  item,
  titles,
  shown,
  note,
  present = item.winner.value,
  onDecided,
}: {
  item: ConflictItem;
  titles: Readonly<Record<string, string>>;
  /** Fields that have a place of their own on the page: they are not told once more as what somebody did not know. */
  shown: ReadonlySet<string>;
  note?: string;
  present?: unknown;
  onDecided: () => void;
}) {
  const say = useReviewWords();
  const language = useLanguage();
  const [typing, setTyping] = useState(false);
  const field = recordType(item.type).fields[item.field];
  const label = field?.label[language] ?? item.field;
  const [left, right] = versionsOf(item);
  const stands = ({ side }: Version) => JSON.stringify(side.value) === JSON.stringify(present);
  const before: Decision = [left, right].find(stands)
    ? { id: item.id, choice: stands(left) ? left.choice : right.choice }
    : { id: item.id, choice: 'typed', value: present };
  const settle = async (decision: Decision) => {
    if (await decide([decision], say('decided', { field: label }), [before])) onDecided();
  };
  const keep = (version: Version) => void settle({ id: item.id, choice: version.choice });
  useShortcut('escape', () => setTyping(false), typing);
  const onKeyDown = (event: KeyboardEvent) => {
    const from = event.target;
    if (event.ctrlKey || event.altKey || event.metaKey || from instanceof HTMLInputElement || from instanceof HTMLTextAreaElement) return;
    if (event.key === '1') keep(left);
    else if (event.key === '2') keep(right);
    else if (event.key === '3' && field) setTyping(true);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveFrom(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
    else return;
    event.preventDefault();
  };
  const card = (version: Version, other: Version, keycap: string) => (
    <VersionCard
      type={item.type}
      field={field}
      version={version}
      unaware={version.side.unaware.filter((one) => !shown.has(one.field))}
      other={other}
      titles={titles}
      inUse={stands(version)}
      act={{ text: keepText(version, other, say), keycap, run: () => keep(version) }}
    />
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys 1, 2, 3 belong to the field in work
    <section className={classes.field} data-conflict={item.id} tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
      <header>
        <h3>{label}</h3>
        {note && <span>{note}</span>}
        {field && !typing && (
          <button type="button" className="link" onClick={() => setTyping(true)}>
            {say('type')} <kbd className={classes.key}>3</kbd>
          </button>
        )}
      </header>
      <div className={classes.versions}>
        {card(left, right, '1')}
        {card(right, left, '2')}
      </div>
      {typing && field && (
        <TypedValue
          name={item.field}
          field={field}
          start={item.item !== null && present !== null ? [present] : present}
          titles={titles}
          onUse={(value) => void settle({ id: item.id, choice: 'typed', value: item.item === null ? value : firstItem(value) })}
          onCancel={() => setTyping(false)}
        />
      )}
    </section>
  );
}

/** Of a small table only the item in question is decided about; none: it is taken out. */
const firstItem = (value: unknown): unknown => (Array.isArray(value) ? (value[0] ?? null) : null);

/** The focus goes to the field above or below. */
function moveFrom(section: Element, step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-conflict]')];
  all[all.indexOf(section as HTMLElement) + step]?.focus();
}

/** The focus goes to the first field that waits, after one was decided. */
export const focusFirstField = (): void => document.querySelector<HTMLElement>('[data-conflict]')?.focus();
