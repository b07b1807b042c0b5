import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countVotes, countWords, type Ballot, voteProblemWords } from '#shared/rules/discipline/votes';
import { discipline212 } from '#shared/rules/packs/discipline-rules';

const rank = ['KHIEN_TRACH', 'CANH_CAO', 'CACH_CHUC', 'KHAI_TRU'];
const ballot = (votes: Record<string, number>, more: Partial<Ballot> = {}): Ballot => ({
  level: 'CHI_BO',
  subject: 'DV_CHINH_THUC',
  entitled: 20,
  present: 18,
  secret: true,
  votes: Object.entries(votes).map(([form, count]) => ({ form, votes: count })),
  ...more,
});
const decided = (votes: Record<string, number>, more: Partial<Ballot> = {}) => countVotes(ballot(votes, more), discipline212).decided;

describe('votes on discipline', () => {
  it('need more than half of all official members of a cell for reprimand and warning', () => {
    expect(decided({ KHIEN_TRACH: 11, CANH_CAO: 7 })).toBe('KHIEN_TRACH');
    expect(decided({ KHIEN_TRACH: 3, CANH_CAO: 11 })).toBe('CANH_CAO');
    expect(decided({ KHIEN_TRACH: 10 })).toBeNull();
  });

  it('are added from the heaviest form down where none has enough', () => {
    const outcome = countVotes(ballot({ KHAI_TRU: 3, CACH_CHUC: 4, CANH_CAO: 5, KHIEN_TRACH: 6 }), discipline212);
    expect(outcome).toMatchObject({ decided: 'CANH_CAO', cumulated: true });
    expect(outcome.counts.map((one) => countWords(one, 'vi'))).toEqual([
      'Khai trừ: 3 phiếu, cần 14: chưa đủ',
      'Cách chức: 4 phiếu, cộng dồn 7, cần 11: chưa đủ',
      'Cảnh cáo: 5 phiếu, cộng dồn 12, cần 11: đủ',
      'Khiển trách: 6 phiếu, cộng dồn 18, cần 11: đủ',
    ]);
    expect(countVotes(ballot({ CANH_CAO: 11, KHAI_TRU: 7 }), discipline212)).toMatchObject({ decided: 'CANH_CAO', cumulated: false });
  });

  it('of no discipline or invalid ones are never added', () => {
    expect(decided({ KHONG_KY_LUAT: 15, KHONG_HOP_LE: 1, KHIEN_TRACH: 2 })).toBeNull();
  });

  it('that cannot be right are named, and the outcome stands beside', () => {
    const { problems } = countVotes(
      ballot({ KHAI_TRU: 15, CANH_CAO: 9 }, { secret: false, present: 21, subject: 'DV_DU_BI' }),
      discipline212,
    );
    expect(problems.map(({ kind }) => kind)).toEqual(['moreVotesThanPresent', 'morePresentThanEntitled', 'formNotForSubject']);
    const open = countVotes(ballot({ KHAI_TRU: 15 }, { secret: false }), discipline212);
    expect(open.problems.map((one) => voteProblemWords(one, 'vi'))).toEqual(['Khai trừ cần bỏ phiếu kín (chưa kiểm chứng).']);
    expect(countVotes(ballot({ CANH_CAO: 9 }, { entitled: null }), discipline212)).toMatchObject({
      decided: null,
      problems: [{ kind: 'noEntitled' }],
    });
  });

  it('whatever they are: what is decided has enough, no heavier form has, and another vote for it changes nothing', () => {
    const counts = fc.record(Object.fromEntries(rank.map((form) => [form, fc.nat({ max: 12 })])));
    fc.assert(
      fc.property(counts, fc.integer({ min: 3, max: 60 }), (votes, entitled) => {
        const outcome = countVotes(ballot(votes, { entitled, present: entitled }), discipline212);
        const [first] = outcome.counts.filter(({ enough, counted }) => enough && counted > 0);
        expect(outcome.decided).toBe(first?.form ?? null);
        const cast = Object.values(votes).reduce((sum, one) => sum + one, 0);
        // Whoever counts all forms together has enough for the lightest exactly when more than half voted for any.
        expect(outcome.decided !== null).toBe(cast >= Math.floor(entitled / 2) + 1);
        if (outcome.decided === null) return;
        const more = { ...votes, [outcome.decided]: (votes[outcome.decided] ?? 0) + 1 };
        expect(rank.indexOf(countVotes(ballot(more, { entitled, present: entitled }), discipline212).decided ?? '')).toBeGreaterThanOrEqual(
          rank.indexOf(outcome.decided),
        );
      }),
    );
  });
});
