import type { Route } from '../../app/navigation';
import { useSettled } from '../../app/settled';
import { today } from '../../components/day';
import { service, useQueryOf } from '../../service/use-service';

export type StepName = 'people' | 'organisations' | 'sheet' | 'backup' | 'province' | 'calendar' | 'petition';

export interface FirstStep {
  readonly key: StepName;
  readonly to: Route;
  readonly done: boolean;
}

const security: Route = { screen: 'settings', query: { view: 'security' } };

/** What there is to do in the first hour; done is what the book itself says, whoever did it and however. */
export function useFirstSteps(): readonly FirstStep[] {
  const year = Number(today().slice(0, 4));
  const when = { enabled: useSettled() };
  const people = useQueryOf(['security', 'people'], () => service().security.people(), when);
  const keys = useQueryOf(['security', 'keys'], () => service().security.keys(), when);
  const backup = useQueryOf(['security', 'backup'], () => service().backup.state(), when);
  const sync = useQueryOf(['sync', 'status'], () => service().sync.status());
  const calendar = useQueryOf(['records', 'workingCalendar', year], () => service().rules.calendar({ year }), when);
  const counts = useQueryOf(
    ['records', 'any', 'firstSteps'],
    () => service().records.counts({ queries: [{ type: 'organisation' }, { type: 'petition' }] }),
    when,
  );
  const [organisations = 0, petitions = 0] = counts.data?.counts ?? [];
  const line = sync.data?.line;
  return [
    { key: 'people', to: security, done: (people.data?.people.length ?? 0) > 1 },
    { key: 'organisations', to: { screen: 'organisations' }, done: organisations > 0 },
    { key: 'sheet', to: security, done: keys.data?.recovery != null },
    { key: 'backup', to: security, done: backup.data?.place != null },
    { key: 'province', to: { screen: 'sync' }, done: line !== undefined && line !== 'notEnrolled' },
    { key: 'calendar', to: { screen: 'settings', query: { part: 'rules', view: 'calendar' } }, done: calendar.data?.confirmed === true },
    { key: 'petition', to: { screen: 'petitions', query: { new: '1' } }, done: petitions > 0 },
  ];
}
