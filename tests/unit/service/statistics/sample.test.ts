import { beforeAll, describe, expect, test } from 'vitest';
import { fillSample } from '#service/office/sample-book';
import type { Book } from '#service/book/book';
import { countForm } from '#service/work/statistics/count-form';
import { sentFigures } from '#service/work/statistics/read-sent';
import { takeFigures } from '#service/work/statistics/sent-figures';
import { reads } from '#service/work/statistics/fact-sources';
import { gatherAhead, gatherFacts } from '#service/work/statistics/gather-facts';
import { readLinks } from '#service/work/statistics/read-links';
import { readMembers } from '#service/work/statistics/read-members';
import { readValues } from '#service/work/statistics/read-values';
import { sheetsOf } from '#service/work/statistics/export-forms';
import { viewCell, viewForm } from '#service/work/statistics/window-views';
import { type Figure, factsOfCell } from '#shared/statistics/evaluate';
import { dutyFacts } from '#shared/statistics/facts/follow-up';
import { inspectedFacts } from '#shared/statistics/facts/inspected';
import { petitionFacts } from '#shared/statistics/facts/petition';
import type { FactWorld } from '#shared/statistics/facts/world';
import { leavesOf } from '#shared/statistics/form';
import { statForms } from '#shared/statistics/packs/index';
import { periodOf } from '#shared/statistics/period';
import { testBook } from '../../../support/book';

let book: Book;
const year = periodOf('year', 2026);
const span = { from: year.from, to: year.to };

beforeAll(() => {
  book = testBook();
  fillSample(book, { seed: 7, today: '2026-11-24' });
});

describe('the practice committee', () => {
  test.each(statForms.map(({ id }) => id))('%s: every cell opens as many as it shows', (form) => {
    const { result } = countForm(book, { form, ...span });
    const leaves = leavesOf(result.form.columns);
    const shown: Figure[] = [];
    const opened: Figure[] = [];
    for (const [r, row] of result.rows.entries())
      for (const [c, column] of leaves.entries()) {
        const facts = factsOfCell(result, r, c);
        const measure = column.measure ?? row.measure;
        if (typeof measure === 'object' && 'text' in measure) continue;
        shown.push(result.figures[r]?.[c] ?? -1);
        const sum = typeof measure === 'object' ? facts.reduce((all, fact) => all + (fact.figures?.[measure.sum] ?? 0), 0) : facts.length;
        opened.push(typeof measure === 'object' ? Math.round(sum / (measure.per ?? 1)) : sum);
      }
    expect(opened).toEqual(shown);
  });

  test('records that share their codes make the facts that each would make alone, and its lists read whole', () => {
    const days = [span.from, span.to];
    const world: FactWorld = { span, units: gatherFacts(book, span).units, member: readMembers(book), ...readLinks(book) };
    const { cases, petitions, duties } = reads;
    const alone = <S extends object>(rows: readonly S[]) => rows.map((row) => ({ ...row, coded: undefined }));
    const ofPetitions = readValues(book, petitions, ...days);
    const ofCases = readValues(book, cases, ...days);
    const ofDuties = readValues(book, duties, ...days);
    const whole = { fields: [...petitions.fields.filter((one) => typeof one === 'string'), 'items'] as const };
    const wholeCases = { fields: [...cases.fields.filter((one) => typeof one === 'string'), 'items'] as const };
    for (const rows of [ofPetitions, ofCases, ofDuties]) expect(new Set(rows.map(({ coded }) => coded)).size).toBeLessThan(rows.length);
    const found = [petitionFacts(ofPetitions, world), inspectedFacts(ofCases, world), dutyFacts(ofDuties, world)];
    expect(found.map(({ length }) => length > 20)).toEqual([true, true, true]);
    expect(found).toEqual([
      petitionFacts(alone(readValues(book, { ...petitions, ...whole }, ...days)), world),
      inspectedFacts(alone(readValues(book, { ...cases, ...wholeCases }, ...days)), world),
      dutyFacts(alone(ofDuties), world),
    ]);
    const ids = book.db.prepare("SELECT id FROM record WHERE type = 'petition' AND removed_at IS NULL").pluck().all();
    expect(ids).toEqual(expect.arrayContaining(ofPetitions.map(({ record }) => record.id)));
  });

  test('what was read ahead counts as what is read at once, also after changes', async () => {
    const ahead = gatherAhead(book, 0);
    const { promise: known, resolve } = Promise.withResolvers<undefined>();
    const { cases, petitions, decisions, duties, conclusions } = reads;
    const whole = () =>
      ahead.of(petitions) && ahead.of(cases) && ahead.of(decisions) && ahead.of(duties) && ahead.of(conclusions) && resolve(undefined);
    const look = setInterval(whole, 5);
    await known;
    clearInterval(look);
    const both = (to: string) =>
      [book, { ...book }].map((each) => statForms.map(({ id }) => countForm(each, { form: id, from: span.from, to })));
    // No period that was counted before.
    const [aheadOf, atOnce] = both('2026-11-11');
    expect(aheadOf).toEqual(atOnce);
    const [first, second] = book.records.list({ type: 'petition', filters: [{ field: 'receivedOn', op: 'from', value: '2026' }] }).rows;
    book.records.save([{ type: 'petition', id: first?.id ?? '', values: { kind: 'PA', receivedOn: '2026-01-02' } }]);
    book.records.remove('petition', second?.id ?? '', 'Nhập hai lần');
    const [after, afresh] = both('2026-11-12');
    expect(after).toEqual(afresh);
    expect(after).not.toEqual(aheadOf);
  });

  test('counts what the registers hold', () => {
    const petitions = book.records.count({
      type: 'petition',
      filters: [
        { field: 'receivedOn', op: 'from', value: '2026' },
        { field: 'receivedOn', op: 'to', value: '2026' },
      ],
    });
    expect(viewForm(book, { form: 'B21', ...span, today: '2026-11-24' }).figures[0]?.[0]).toBe(petitions);
    const decisions = book.records.count({
      type: 'disciplinaryDecision',
      filters: [
        { field: 'signedOn', op: 'from', value: '2026' },
        { field: 'signedOn', op: 'to', value: '2026' },
      ],
    });
    const counted = ['B11', 'B12', 'B13'].map((form) => Number(countForm(book, { form, ...span }).result.figures[0]?.[0]));
    expect(counted.reduce((a, b) => a + b, 0)).toBe(decisions);
    expect(decisions).toBeGreaterThan(0);
  });

  test('what was sent stays, and later truth tells its difference by cell and record', () => {
    const query = { form: 'B12', from: '2026-01-01', to: '2026-06-30' };
    expect(takeFigures(book, { forms: ['B12'], from: query.from, to: query.to, today: '2026-07-01', sentNumber: '05-BC/UBKTĐU' })).toBe(1);
    expect(viewForm(book, { ...query, today: '2026-11-24' }).differences).toEqual([]);
    const before = Number(countForm(book, query).result.figures[0]?.[0]);
    const [cell] = book.records.list({
      type: 'organisation',
      filters: [{ field: 'kind', op: 'eq', value: 'CHI_BO_CO_SO' }],
      limit: 1,
    }).rows;
    const [member] = book.records.save([
      { type: 'partyMember', values: { fullName: 'Trần Văn Thêm', kind: 'CHINH_THUC', cell: cell?.id, state: 'DANG_SINH_HOAT' } },
    ]);
    const [late] = book.records.save([
      {
        type: 'disciplinaryDecision',
        values: {
          number: '99-QĐ/CB',
          signedOn: '2026-05-05',
          level: 'CHI_BO',
          form: 'KHIEN_TRACH',
          summary: 'Khiển trách đồng chí Trần Văn Thêm',
          secrecy: 'THUONG',
          subjectKind: 'DV',
          member: member?.id,
          violationsMember: ['DV02'],
          state: 'HIEU_LUC',
        },
      },
    ]);
    const view = viewForm(book, { ...query, today: '2026-11-24' });
    expect(view.figures[0]?.[0]).toBe(before + 1);
    const total = view.differences.find(({ row, column }) => row === 0 && column === 0);
    expect(total).toEqual({ row: 0, column: 0, sent: before, now: before + 1 });
    const opened = viewCell(book, { ...query, row: 0, column: 0 });
    expect(opened.sent).toMatchObject({ figure: before, gone: [] });
    expect(opened.sent?.added.map(({ id }) => id)).toEqual([late?.id]);
    // Nine months later the same half year is what it is compared with.
    expect(viewCell(book, { ...query, to: '2026-09-30', row: 0, column: 0 }).sent?.figure).toBe(before);
    expect(sentFigures(book, 'B12', undefined)[0]).toMatchObject({ sentNumber: '05-BC/UBKTĐU', takenBy: 'Nguyễn Thị Thử' });
  });

  test('all forms of a year make one file', () => {
    const sheets = sheetsOf(book, { forms: statForms.map(({ id }) => id), today: '2026-11-24', ...span });
    expect(sheets).toHaveLength(statForms.length);
    expect(sheets[4]).toMatchObject({
      title: expect.stringContaining('KIỂM TRA ĐẢNG VIÊN KHI CÓ DẤU HIỆU VI PHẠM'),
      subtitle: [expect.stringContaining('Năm 2026, số liệu tính đến ngày 24/11/2026')],
    });
  });
});
