import { IconAlertTriangle } from '@tabler/icons-react';
import { recordType } from '#shared/records/registry';
import { momentText } from '../../components/day';
import { Problem } from '../../components/problem';
import { valueText } from '../../components/value-text';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { openRecord } from '../open-record';
import classes from './sync.module.css';
import { useSyncWords } from './words';

/** Fields that two people changed without knowing of each other: both versions side by side, to read. */
export function Conflicts() {
  const say = useSyncWords();
  const language = useLanguage();
  const conflicts = useQueryOf(['sync', 'conflicts'], () => service().sync.conflicts());
  if (conflicts.error) return <Problem error={conflicts.error} />;
  return (
    <section className={classes.panel} aria-label={say('conflictsTitle')}>
      <header className={classes.panelHead}>
        <IconAlertTriangle size={18} className={classes.warn} aria-hidden="true" />
        <h2>{say('conflictsTitle')}</h2>
        <span>{say('conflictsNote')}</span>
      </header>
      <ul>
        {(conflicts.data?.items ?? []).map((item) => {
          const field = recordType(item.type).fields[item.field];
          const text = (value: unknown) => (field ? valueText(field, value, language) : '') || say('empty');
          const sides = [
            { name: say('inUse'), side: item.winner },
            { name: say('kept'), side: item.loser },
          ];
          return (
            <li key={item.id} className={classes.conflict}>
              <button type="button" className="link" onClick={() => void openRecord(item.type, item.recordId)}>
                {item.title}
              </button>
              <div>
                {sides.map(({ name, side }) => (
                  <section key={name} aria-label={name}>
                    <p>
                      <b>{name}</b>, {side.actor} <span>{say('changedAt', { at: momentText(side.at) })}</span>
                    </p>
                    <dl>
                      <dt>{field?.label[language] ?? item.field}</dt>
                      <dd>
                        <mark>{text(side.value)}</mark>
                      </dd>
                    </dl>
                  </section>
                ))}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
