import { Button } from '@mantine/core';
import type { RefusedItem } from '#shared/contract/window/sync';
import { recordType } from '#shared/records/registry';
import { navigate } from '../../app/navigation';
import { Chip } from '../../components/chip';
import { momentText } from '../../components/day';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { editRoute } from '../edit-field';
import { openRecord } from '../open-record';
import { act } from './act';
import panel from '../../components/panel.module.css';
import classes from './sync.module.css';
import { useSyncWords } from './words';

/** What the hub refused and why; mended by opening the record at the field that it named, then sent again. */
export function RefusedList() {
  const say = useSyncWords();
  const language = useLanguage();
  const refused = useQueryOf(['sync', 'refused'], () => service().sync.refused());
  if (refused.error) return <Problem error={refused.error} />;
  return (
    <section className={panel.panel} aria-label={say('refusedTitle')}>
      <ul>
        {(refused.data?.items ?? []).map((item) => (
          <li key={`${item.id} ${item.at}`} className={classes.refusedRow}>
            <Chip tone="bad">{say('refusedTitle')}</Chip>
            <span className={classes.refusedText}>
              <b>{item.title || recordType(item.type).label[language]}</b>
              <span>
                {item.reason[language]}. {say('refusedSafe')}
              </span>
              <span>
                {recordType(item.type).label[language]} · {say('refusedAt', { at: momentText(item.at) })}
              </span>
            </span>
            <Button variant="default" onClick={() => void act(service().sync.sendAgain({ id: item.id }))}>
              {say('sendAgain')}
            </Button>
            <Button variant="default" onClick={() => mend(item)}>
              {say('mend')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function mend({ type, id, field }: RefusedItem): void {
  const isTyped = field !== null && recordType(type).fields[field] !== undefined;
  const route = isTyped ? editRoute(type, id, field) : undefined;
  if (route) navigate(route);
  else void openRecord(type, id);
}
