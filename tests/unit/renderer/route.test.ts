import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute, type Route, routeOfRecord, screens } from '../../../src-renderer/app/route';

const id = '01a2050c-7b87-7000-9e69-c1eeea24f720';

describe('addresses', () => {
  it.each<Route>([
    { screen: 'petitions', id },
    { screen: 'documents', id, query: { type: 'outgoingDocument' } },
    { screen: 'search', query: { q: 'đất đai & "quỹ" 100%' } },
    ...screens.map((screen): Route => ({ screen })),
  ])('come back as they were: %o', (route) => expect(parseRoute(formatRoute(route))).toEqual(route));
  it('leave empty filters out', () => expect(formatRoute({ screen: 'tasks', query: { filter: '' } })).toBe('#/tasks'));
  it.each(['', '#', '#/', '#/nowhere', '#/%E0%A4%A', '#/constructor'])('that name no screen lead to the overview: "%s"', (hash) =>
    expect(parseRoute(hash)).toEqual({ screen: 'overview' }),
  );
  it('know where a record is shown', () => {
    expect(routeOfRecord('duty', id)).toEqual({ screen: 'follow-up', id, query: { type: 'duty' } });
    expect(routeOfRecord('archiveDocument', id)).toEqual({ screen: 'pages', id, query: { type: 'archiveDocument' } });
    expect(routeOfRecord('secrecyApproval', id)).toEqual({ screen: 'archive', id, query: { type: 'secrecyApproval' } });
    expect(routeOfRecord('note', id)).toBeUndefined();
  });
});
