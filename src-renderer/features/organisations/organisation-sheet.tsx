import type { RecordView } from '#shared/contract/window/common';
import { codeLabel } from '#shared/rules/code-lists/index';
import { navigate } from '../../app/navigation';
import panel from '../../components/panel.module.css';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { dayText } from '../format';
import work from '../work/work.module.css';
import { Life } from './life';
import { useUnits } from './organisation-tree';
import classes from './organisations.module.css';
import { useOrganisationWords } from './words';

interface Relation {
  readonly id: string;
  readonly kind?: string;
  readonly organisation?: string;
  readonly date?: string;
  readonly document?: string;
}

/** Where an organisation came from and went to, what stands below it, who belongs to it, and its record over time. */
export function OrganisationSheet({ record, titles }: { record: RecordView; titles: Readonly<Record<string, string>> }) {
  const say = useOrganisationWords();
  const language = useLanguage();
  const units = useUnits();
  const { id } = record;
  const members = useQueryOf(['records', 'partyMember', 'count', id], () =>
    service().records.counts({ queries: [{ type: 'partyMember', filters: [{ field: 'cell', op: 'eq', value: id }] }] }),
  );
  const own = (record.values['lineage'] ?? []) as readonly Relation[];
  // The other side may have written it down.
  const told = (units.data ?? []).flatMap((unit) =>
    ((unit.lineage ?? []) as readonly Relation[])
      .filter(({ organisation }) => organisation === id)
      .map((one) => ({ ...one, organisation: unit.id, kind: one.kind === 'TIEN_THAN' ? 'KE_THUA' : 'TIEN_THAN' })),
  );
  const seen = new Set(own.map(({ kind, organisation }) => `${kind} ${organisation}`));
  const lineage = [...own, ...told.filter(({ kind, organisation }) => !seen.has(`${kind} ${organisation}`))];
  const nameOf = (unit: string | undefined) => titles[unit ?? ''] ?? units.data?.find((one) => one.id === unit)?.name ?? '…';
  const below = (units.data ?? []).filter((unit) => unit.parent === id);
  const open = (unit: string | undefined) => unit && navigate({ screen: 'organisations', id: unit, query: { view: 'tree' } });
  const count = members.data?.counts[0] ?? 0;
  return (
    <div className={work.stackGap}>
      <section className={panel.panel} aria-label={say('lineage')}>
        <header className={`${panel.head} ${panel.inner}`}>
          <h2>{say('lineage')}</h2>
        </header>
        <div className={panel.body}>
          {lineage.length === 0 && <p className={work.quiet}>{say('lineageNone')}</p>}
          <ol className={classes.life}>
            {lineage.map((one) => (
              <li key={`${one.kind} ${one.organisation}`}>
                <time dateTime={one.date}>{one.date ? dayText(one.date) : ''}</time>
                <span>
                  {say(one.kind === 'TIEN_THAN' ? 'predecessors' : 'successors')}{' '}
                  <button type="button" className="link" onClick={() => open(one.organisation)}>
                    {nameOf(one.organisation)}
                  </button>
                  {one.document && <small>{one.document}</small>}
                </span>
              </li>
            ))}
          </ol>
        </div>
      </section>
      <section className={panel.panel} aria-label={say('below')}>
        <header className={`${panel.head} ${panel.inner}`}>
          <h2>{say('below')}</h2>
          <span className={panel.aside}>
            {count > 0 && `${count} ${say('memberCount')} `}
            {count > 0 && (
              <button
                type="button"
                className="link"
                onClick={() =>
                  navigate({
                    screen: 'organisations',
                    query: { type: 'partyMember', where: JSON.stringify([{ field: 'cell', op: 'eq', value: id }]) },
                  })
                }
              >
                {say('seeMembers')}
              </button>
            )}
          </span>
        </header>
        <div className={panel.body}>
          {below.length === 0 ? (
            <p className={work.quiet}>{say('belowNone')}</p>
          ) : (
            <ul className={work.lines}>
              {below.map((unit) => (
                <li key={unit.id}>
                  <button type="button" className="link" onClick={() => open(unit.id)}>
                    {unit.name}
                  </button>{' '}
                  · {codeLabel('organisationKind', unit.kind, language)}
                </li>
              ))}
            </ul>
          )}
        </div>
      </section>
      <Life type="organisation" id={id} own={[]} />
    </div>
  );
}
