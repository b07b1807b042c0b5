import { Button } from '@mantine/core';
import { Chip } from '../../components/chip';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { openRecord } from '../open-record';
import { act } from './act';
import classes from './sync.module.css';
import { useSyncWords } from './words';

/** What the hub refused and why; mended by opening the record, then sent again. */
export function RefusedList() {
  const say = useSyncWords();
  const language = useLanguage();
  const refused = useQueryOf(['sync', 'refused'], () => service().sync.refused());
  if (refused.error) return <Problem error={refused.error} />;
  return (
    <section className={classes.panel} aria-label={say('refusedTitle')}>
      <ul>
        {(refused.data?.items ?? []).map((item) => (
          <li key={item.id} className={classes.refusedRow}>
            <Chip tone="bad">{say('refusedTitle')}</Chip>
            <span className={classes.refusedText}>
              <b>{item.title}</b>
              <span>
                {item.reason[language]}. {say('refusedSafe')}
              </span>
            </span>
            <Button variant="default" onClick={() => void act(service().sync.sendAgain({ id: item.id }))}>
              {say('sendAgain')}
            </Button>
            <Button variant="default" onClick={() => void openRecord(item.type, item.id)}>
              {say('mend')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
