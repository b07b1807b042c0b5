import { useShortcut } from '../../app/shortcuts';
import classes from './sheet-form.module.css';
import { useVerificationWords } from './words';

const rows = [
  ['Enter', 'key_enter'],
  ['Ctrl Enter', 'key_ctrlEnter'],
  ['Shift Tab', 'key_shiftTab'],
  ['F4', 'key_f4'],
  ['F7', 'key_f7'],
  ['F8', 'key_f8'],
  ['F9', 'key_f9'],
  ['Ctrl + − 0', 'key_zoom'],
  ['PgUp PgDn', 'key_pages'],
  ['Alt 1–5, ↓ ↑', 'key_alt'],
  ['Esc', 'key_esc'],
] as const;

/** All keys of the check, beside what they do. */
export function KeysPanel({ onClose }: { onClose(): void }) {
  const say = useVerificationWords();
  useShortcut('escape', onClose);
  return (
    <aside className={classes.keysPanel} aria-label={say('keysTitle')}>
      <h3>{say('keysTitle')}</h3>
      <dl>
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(what)}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
