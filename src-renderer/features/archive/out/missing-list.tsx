import { IconAlertTriangle } from '@tabler/icons-react';
import type { MissingElement } from '#shared/contract/window/out';
import { openRecord } from '../../open-record';
import classes from './out.module.css';
import { useOutWords } from './out-words';

/** More would push the next step out of sight; what is filled in leaves the list. */
const most = 40;

/** What a package still lacks; each row leads to the record that lacks it. */
export function MissingList({ missing }: { missing: readonly MissingElement[] }) {
  const say = useOutWords();
  return (
    <div className={classes.missing} role="status">
      <h4>
        <IconAlertTriangle size={16} aria-hidden /> {say('missing', { count: missing.length })}
      </h4>
      <ul>
        {missing.slice(0, most).map(({ type, id, element, label, title }) => (
          <li key={`${id} ${element} ${label}`}>
            <button type="button" className="link" onClick={() => openRecord(type, id)}>
              {say('missingRow', { label, title })}
            </button>
          </li>
        ))}
        {missing.length > most && <li>{say('missingMore', { count: missing.length - most })}</li>}
      </ul>
    </div>
  );
}
