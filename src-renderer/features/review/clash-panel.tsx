import { Button } from '@mantine/core';
import { IconHash } from '@tabler/icons-react';
import type { NumberClash } from '#shared/contract/window/sync';
import { recordType } from '#shared/records/registry';
import { navigate } from '../../app/navigation';
import { momentText } from '../../components/day';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { editRoute } from '../edit-field';
import { openRecord } from '../open-record';
import { useNumberClashes } from './conflict-data';
import panel from '../../components/panel.module.css';
import classes from './panels.module.css';
import { useReviewWords } from './words';

/** Official numbers that two workstations gave offline: which records bear them, and the form with a free number at hand. */
export function ClashPanel() {
  const say = useReviewWords();
  const clashes = useNumberClashes();
  if (clashes.error) return <Problem error={clashes.error} />;
  const items = clashes.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className={panel.panel} aria-label={say('clashesTitle')}>
      <header className={`${panel.head} ${classes.panelHead}`}>
        <IconHash size={18} aria-hidden />
        <h2>{say('clashesTitle')}</h2>
        <span className={panel.hint}>{say('clashesHint')}</span>
      </header>
      <ul>
        {items.map((clash) => (
          <Clash key={`${clash.type} ${clash.field} ${clash.number} ${JSON.stringify(clash.within)}`} clash={clash} />
        ))}
      </ul>
    </section>
  );
}

function Clash({ clash }: { clash: NumberClash }) {
  const say = useReviewWords();
  const language = useLanguage();
  const { type, field, number, records, free } = clash;
  const definition = recordType(type);
  return (
    <li className={classes.clash}>
      <p>
        {say('clashOf', {
          register: definition.register[language],
          field: (definition.fields[field]?.label[language] ?? field).toLocaleLowerCase('vi'),
          number,
          count: records.length,
        })}
      </p>
      <ul>
        {records.map((record) => {
          const route = editRoute(type, record.id, field, free);
          const place = record.author.here ? say('here') : record.author.device || say('elsewhere');
          return (
            <li key={record.id}>
              <span className={classes.clashText}>
                <button type="button" className="link" onClick={() => void openRecord(type, record.id)}>
                  {record.title}
                </button>
                <span>
                  {say('createdBy', {
                    at: momentText(record.createdAt),
                    who: [place, record.author.name].filter(Boolean).join(', '),
                  })}
                </span>
              </span>
              {route && (
                <Button variant="default" aria-label={say('renumberOf', { title: record.title, free })} onClick={() => navigate(route)}>
                  {say('renumber', { free })}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </li>
  );
}
