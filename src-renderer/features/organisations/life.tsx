import type { RecordView } from '#shared/contract/window/common';
import { recordType } from '#shared/records/registry';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { stateText } from '../generic/columns';
import { service, useQueryOf } from '../../service/use-service';
import panel from '../../components/panel.module.css';
import { dayText } from '../format';
import { openRecord } from '../open-record';
import classes from './organisations.module.css';
import { useOrganisationWords } from './words';

/** Where a member or organisation stands in each kind of record. */
const places = {
  partyMember: { petition: 'accusedMembers', case: 'subjects', disciplinaryDecision: 'member', duty: 'member' },
  organisation: { petition: 'accusedOrganisations', case: 'subjects', disciplinaryDecision: 'organisation', duty: 'organisation' },
} as const;
const kinds = ['petition', 'case', 'disciplinaryDecision', 'duty'] as const;
type Kind = (typeof kinds)[number];

/** A day of the life that is written in the record itself. */
export interface OwnDay {
  readonly day: string;
  readonly text: string;
}

/** All that the committee had to do with a member or an organisation, in one line of time; only what the person at the screen may see. */
export function Life({ type, id, own }: { type: keyof typeof places; id: string; own: readonly OwnDay[] }) {
  const say = useOrganisationWords();
  const language = useLanguage();
  const found = useQueryOf(['records', 'any', 'life', type, id], async () =>
    Promise.all(
      kinds.map(async (kind) => {
        const { rows } = await service().records.list({
          type: kind,
          filters: [{ field: places[type][kind], op: 'has', value: id }],
          limit: 200,
        });
        return [kind, rows] as const;
      }),
    ),
  );
  if (found.isError) return <Problem error={found.error} retry={() => void found.refetch()} />;
  const all = found.data ?? [];
  const rowsOf = (kind: Kind) => all.find(([name]) => name === kind)?.[1] ?? [];
  const open = rowsOf('duty').filter((row) => recordType('duty').closed?.(row.values as never) !== true).length;
  const days = [
    ...own.map(({ day, text }) => ({ key: `${day} ${text}`, day, text, row: undefined as RecordView | undefined })),
    ...all.flatMap(([kind, rows]) => rows.map((row) => ({ key: row.id, day: dayOf(kind, row), text: row.title, row }))),
  ].toSorted((a, b) => b.day.localeCompare(a.day));
  return (
    <section className={panel.panel} aria-label={say('timeline')}>
      <header className={`${panel.head} ${panel.inner}`}>
        <h2>{say(type === 'partyMember' ? 'file' : 'organisationFile')}</h2>
        <span className={panel.aside}>{say('hiddenNote')}</span>
      </header>
      <div className={`${panel.body} ${classes.lives}`}>
        <div className={classes.figures}>
          <Figure count={rowsOf('petition').length} text={say('petitions')} />
          <Figure count={rowsOf('case').length} text={say('cases')} />
          <Figure count={rowsOf('disciplinaryDecision').length} text={say('decisions')} />
          <Figure count={open} text={say('dutiesOpen')} />
        </div>
        {found.data && days.length === 0 && <p>{say('nothing')}</p>}
        <ol className={classes.life}>
          {days.map(({ key, day, text, row }) => (
            <li key={key}>
              <time dateTime={day}>{dayText(day)}</time>
              <span>
                {row ? (
                  <button type="button" className="link" onClick={() => void openRecord(row.type, row.id)}>
                    {text}
                  </button>
                ) : (
                  text
                )}
                {row && (
                  <small>{[say(`kind_${row.type as Kind}`), stateText(row, language), row.subtitle].filter(Boolean).join(' · ')}</small>
                )}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

const Figure = ({ count, text }: { count: number; text: string }) => (
  <div>
    <b>{count}</b>
    <span>{text}</span>
  </div>
);

function dayOf(kind: Kind, { values, createdAt }: RecordView): string {
  const field = { petition: 'receivedOn', case: 'openedOn', disciplinaryDecision: 'signedOn', duty: 'dueOn' }[kind];
  const day = values[field];
  return typeof day === 'string' ? day : createdAt.slice(0, 10);
}
