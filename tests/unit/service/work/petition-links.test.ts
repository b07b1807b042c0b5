/** What follows from what a person writes on a petition: its case, its time limit, and the other way round. */
import { expect, test } from 'vitest';
import { saveTyped } from '#service/work/save-typed';
import { openCase } from '#service/work/open-case';
import { agenda } from '#service/work/tasks/agenda';
import { handOver } from '#service/work/tasks/in-hand';
import { proposeTasks } from '#service/work/tasks/propose';
import { testBook } from '../../../support/book';
import { denunciation, proposedCase } from '../../../support/denunciation';

const book = testBook();
const petition = (number: number, more?: Record<string, unknown>) => saveTyped(book, [denunciation(number, more)])[0]?.id ?? '';
const of = (type: 'petition' | 'case', id: string) => book.records.get(type, id)?.values ?? {};
const opened = (petitionId?: string, more?: Record<string, unknown>) =>
  openCase(book, { petitionId, values: proposedCase('GQ_TC', { code: '1/HS', ...more }) }).record.id;

test('a duplicate keeps its own number and shares the case; case and petition name each other whichever is written', () => {
  const first = petition(1);
  const caseId = opened(first);
  const second = petition(2);
  saveTyped(book, [{ type: 'petition', id: second, values: { duplicateOf: first } }]);
  expect(of('petition', second)).toMatchObject({ number: 2, case: caseId });
  expect(of('case', caseId)['petitions']).toEqual([first, second]);
  const third = petition(3, { case: caseId });
  expect(of('case', caseId)['petitions']).toEqual([first, second, third]);
  saveTyped(book, [{ type: 'petition', id: third, values: { case: null } }]);
  expect(of('case', caseId)['petitions']).toEqual([first, second]);
  const other = opened();
  saveTyped(book, [{ type: 'case', id: other, values: { petitions: [third, first] } }]);
  // The first one is handled in its case already; to move it is written at the petition.
  expect([of('petition', third)['case'], of('petition', first)['case']]).toEqual([other, caseId]);
  saveTyped(book, [{ type: 'petition', id: first, values: { case: other } }]);
  expect([of('case', caseId)['petitions'], of('case', other)['petitions']]).toEqual([[second], [third, first]]);
});

test('the time limit of a petition is the one that the pack names for its kind, and follows; what a person wrote stays', () => {
  expect(of('petition', petition(11))['dueOn']).toBeUndefined();
  const complaint = petition(12, { kind: 'KN' });
  const answer = of('petition', complaint)['dueOn'];
  expect(String(answer) > '2027-02-01').toBe(true);
  saveTyped(book, [{ type: 'petition', id: complaint, values: { facts: ['VIEC_CUA_NHA_NUOC'] } }]);
  // Seven working days after 5/10/2026.
  expect(of('petition', complaint)['dueOn']).toBe('2026-10-14');
  saveTyped(book, [{ type: 'petition', id: complaint, values: { kind: 'TC', facts: [] } }]);
  expect(of('petition', complaint)['dueOn']).toBeUndefined();
  expect(of('petition', petition(13, { kind: 'KN', dueOn: '2026-12-01' }))['dueOn']).toBe('2026-12-01');
});

test('what one takes part in is in his or her agenda, and all of it changes hands', () => {
  const id = opened(undefined, {
    leader: 'An',
    monitor: 'Bình',
    team: [{ name: 'Bình', role: 'THANH_VIEN' }],
    schedule: [{ day: '2026-11-03', purpose: 'Làm việc với chi bộ' }],
  });
  const span = { from: '2026-11-01', to: '2026-11-30' };
  expect(agenda(book, { ...span, person: 'Bình' }).map(({ kind }) => kind)).toEqual(['meeting']);
  const [step] = book.records.list({ type: 'caseStep', filters: [{ field: 'case', op: 'eq', value: id }], limit: 1 }).rows;
  book.records.save([{ type: 'caseStep', id: step?.id ?? '', values: { responsible: 'Bình' } }]);
  expect(handOver(book, { from: 'Bình', to: 'Chi', on: '2026-11-02', reason: 'Nghỉ hưu' }).moved).toEqual({ case: 1, caseStep: 1 });
  expect(of('case', id)).toMatchObject({ leader: 'An', monitor: 'Chi', team: [{ name: 'Chi', role: 'THANH_VIEN' }] });
  expect(agenda(book, { ...span, person: 'Bình' })).toEqual([]);
  const made = proposeTasks(book, id, '2026-11-02').created;
  expect(made).toBeGreaterThan(0);
  expect(proposeTasks(book, id, '2026-11-03').created).toBe(0);
});
