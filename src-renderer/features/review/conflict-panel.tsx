import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { recordType } from '#shared/records/registry';
import { navigate } from '../../app/navigation';
import { momentText } from '../../components/day';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { useConflicts } from './conflict-data';
import { decide } from './decide';
import panel from '../../components/panel.module.css';
import tone from '../../components/tone.module.css';
import classes from './panels.module.css';
import versionsClasses from './versions.module.css';
import { ReviewedValue } from './version-card';
import { groupByRecord, hasSameSides, keepText, placeAndPerson, takeAll, versionsOf } from './versions';
import { useReviewWords } from './words';

/** On the sync screen: the first record in two versions, settled by one click, and the way to the others. */
export function ConflictPanel() {
  const say = useReviewWords();
  const language = useLanguage();
  const conflicts = useConflicts();
  if (conflicts.error) return <Problem error={conflicts.error} />;
  const groups = groupByRecord(conflicts.data?.items ?? []);
  const group = groups.find(({ items }) => hasSameSides(items)) ?? groups[0];
  const first = group?.items[0];
  if (!group || !first) return null;
  const review = () => navigate({ screen: 'sync', query: { view: 'review', record: group.recordId } });
  const sides = versionsOf(first);
  const one = hasSameSides(group.items);
  const settle = (side: 0 | 1) =>
    void decide(
      takeAll(group.items, side),
      say('decidedAll', { count: group.items.length }),
      group.items.map(({ id }) => ({ id, choice: 'winner' as const })),
    );
  return (
    <section className={panel.panel} aria-label={say('panelTitle', { title: group.title })}>
      <header className={`${panel.head} ${classes.panelHead}`}>
        <IconAlertTriangle size={18} aria-hidden />
        <h2 title={group.title}>{say('panelTitle', { title: group.title })}</h2>
        <span className={panel.hint}>{say('panelHint')}</span>
      </header>
      <div className={`${versionsClasses.versions} ${classes.panelVersions}`}>
        {one &&
          sides.map((version, index) => (
            <section key={version.choice} className={versionsClasses.version} aria-label={placeAndPerson(version.side, say)}>
              <header>
                <b>{placeAndPerson(version.side, say)}</b>
                <span>{say('changedAt', { at: momentText(version.side.at) })}</span>
              </header>
              <dl className={classes.values}>
                {group.items.map((item) => {
                  const versions = versionsOf(item);
                  const field = recordType(item.type).fields[item.field];
                  return (
                    <div key={item.id}>
                      <dt>{field?.label[language] ?? item.field}</dt>
                      <dd>
                        <ReviewedValue
                          field={field}
                          value={versions[index as 0 | 1].side.value}
                          other={versions[index === 0 ? 1 : 0].side.value}
                          titles={conflicts.data?.titles ?? {}}
                        />
                      </dd>
                    </div>
                  );
                })}
              </dl>
              <Button variant="default" fullWidth onClick={() => settle(index as 0 | 1)}>
                {keepText(version, sides[index === 0 ? 1 : 0], say)}
              </Button>
            </section>
          ))}
      </div>
      <footer className={classes.panelFoot}>
        <span className={tone.quiet}>{say('same')}</span>
        {groups.length > 1 && <span className={tone.quiet}>{say('others', { count: groups.length - 1 })}</span>}
        <button type="button" className="link" onClick={review}>
          {say('oneByOne')}
        </button>
      </footer>
    </section>
  );
}
