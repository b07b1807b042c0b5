import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/rules/day';
import { dutyWarning, escalationOf, unclearOf } from '#shared/rules/follow-up/warn';

const today = '2026-11-23';
const on = (days: number): string => addDays(today, days);

describe('duties after a conclusion', () => {
  it('are warned of at 15, 7 and 3 days, and when they are overdue', () => {
    expect([-1, 0, 3, 4, 7, 8, 15, 16].map((days) => dutyWarning(on(days), today))).toEqual([
      'overdue',
      'within3',
      'within3',
      'within7',
      'within7',
      'within15',
      'within15',
      'later',
    ]);
    expect(dutyWarning(null, today)).toBe('noDay');
  });

  it('name what of the five clear things is missing', () => {
    expect(unclearOf({})).toEqual(['who', 'supervisor', 'guide', 'committeeMember', 'when']);
    expect(unclearOf({ organisation: 'x', watchedBy: 'x', guidingUnit: 'x', committeeMember: 'x', dueOn: today })).toEqual([]);
  });

  it('go to the standing committee for reasons that are told, and not once they are done', () => {
    expect(escalationOf({ dueOn: on(-31), state: 'DANG_THUC_HIEN' }, today)).toEqual(['longOverdue']);
    expect(escalationOf({ dueOn: on(-30), state: 'DANG_THUC_HIEN', reminders: [{}, {}], extensions: [{}, {}] }, today)).toEqual([
      'remindedInVain',
      'extendedTwice',
    ]);
    expect(escalationOf({ dueOn: on(-300), state: 'HOAN_THANH', extensions: [{}, {}] }, today)).toEqual([]);
    expect(escalationOf({ dueOn: on(5), state: 'KHONG_THUC_HIEN' }, today)).toEqual(['notCarriedOut']);
  });
});
