import { join } from 'node:path';
import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { calendarYear, saveCalendar } from '#service/work/rules/calendars';
import { readPackText } from '#service/work/rules/pack-file';
import { exportPack, importPack, packContent, packEffect, packHeads, readPack, savePack } from '#service/work/rules/packs';
import { openCase } from '#service/work/open-case';
import { workCalendar } from '#shared/rules/calendar/in-force';
import { isWorkingDay } from '#shared/rules/calendar/work-calendar';
import { packById, packFor } from '#shared/rules/packs/index';
import { tempDir, testBook } from '../../../../support/book';

const today = '2026-11-23';
const own = (change: Record<string, unknown>): string =>
  JSON.stringify({ ...JSON.parse(packContent('2026.2')), id: '2026.2-xa', validFrom: '2026-12-01', ...change });
const keep = { basedOn: '2026.2', decidedBy: '18-QĐ/UBKTĐU', remark: '' };

describe('packs of the committee', () => {
  it('hold for what is opened from their day on; cases that are there keep theirs, and the preview says so', () => {
    const book = testBook();
    const open = (openedOn: string) =>
      openCase(book, {
        values: { code: openedOn, type: 'GS_CD', name: 'x', state: 'DE_XUAT', inspectingBody: 'UBKT', secrecy: 'THUONG', openedOn },
      }).record;
    const before = open('2026-11-20');
    const caseTypes = (JSON.parse(packContent('2026.2')) as { caseTypes: { type: string }[] }).caseTypes.map((type) =>
      type.type === 'GS_CD' ? { ...type, durationDays: { days: 30, dayKind: 'calendar', source: 'Quy chế Ủy ban' } } : type,
    );
    const content = own({ caseTypes });
    expect(packEffect(book, readPack(content), '2026.2')).toMatchObject({
      keep: [{ packId: '2026.2', openCases: 1 }],
      after: 0,
      underThis: 0,
      changes: ['Có hiệu lực từ 01/12/2026 (trước: 17/08/2026).', 'Giám sát chuyên đề: thời hạn 30 ngày (trước: để trống).'],
      problems: [],
    });
    savePack(book, { ...keep, content });
    expect(packFor('2026-12-01').id).toBe('2026.2-xa');
    expect(book.records.get('case', before.id)?.values).toMatchObject({ rulePack: '2026.2' });
    const after = open('2026-12-02');
    expect(after.values).toMatchObject({ rulePack: '2026.2-xa', durationDays: 30, dueOn: '2027-01-01', dueSource: 'Quy chế Ủy ban' });
    expect(
      packHeads(book, today)
        .map(({ packId, origin, openCases, current }) => [packId, origin, openCases, current])
        .slice(0, 2),
    ).toEqual([
      ['2026.2-xa', 'own', 1, false],
      ['2026.2', 'builtIn', 1, true],
    ]);
    book.close();
    expect(packById('2026.2-xa'), 'it goes with the book').toBeUndefined();
  });

  it('are no built-in ones, and what cannot be read is refused', () => {
    const book = testBook();
    expect(() => savePack(book, { ...keep, content: packContent('2026.2') })).toThrow(
      expect.objectContaining({ code: 'rules.builtInPack' }),
    );
    expect(() => savePack(book, { ...keep, content: '{}' })).toThrow(expect.objectContaining({ code: 'rules.notAPack' }));
  });

  it('travel as signed files: own ones are taken over, unknown ones after their key was compared, altered ones never', async () => {
    const [a, b] = [testBook(), testBook()];
    const path = join(tempDir(), 'goi.json');
    savePack(a, { ...keep, content: own({}) });
    // Packs are looked up in the book that was opened last.
    a.records.save([{ type: 'task', values: { name: 'x', state: 'CHUA_LAM' } }]);
    const { id } = savePack(b, { ...keep, content: own({ id: 'xa-b' }) });
    const { key } = await exportPack(b, 'xa-b', path);
    expect(await importPack(b, path, undefined)).toMatchObject({ id, packId: 'xa-b' });
    await expect(importPack(a, path, undefined)).rejects.toMatchObject({ code: 'rules.unknownSigner', details: { key: key.slice(0, 8) } });
    await importPack(a, path, key);
    expect(a.records.list({ type: 'committeePack', filters: [{ field: 'origin', op: 'eq', value: 'NHAP_TEP' }] }).rows).toMatchObject([
      { values: { packId: 'xa-b', signer: key } },
    ]);
    const text = await readFile(path, 'utf8');
    expect(readPackText(text).pack.id).toBe('xa-b');
    await writeFile(path, text.replace('2026-12-01', '2026-12-02'));
    await expect(importPack(b, path, key)).rejects.toMatchObject({ code: 'rules.notSigned' });
    for (const wrong of ['', '{', '[]', text.slice(0, 200), '\0'.repeat(100)])
      expect(() => readPackText(wrong)).toThrow(expect.objectContaining({ code: 'rules.notSigned' }));
  });
});

describe('the calendar of a year', () => {
  it('is proposed from what is known, kept when it is saved, and holds at once', () => {
    const book = testBook();
    const proposed = calendarYear(book, 2027);
    expect(proposed).toMatchObject({ recordId: null, confirmed: false });
    expect(workCalendar().confirmed.has(2027)).toBe(false);
    const days = [...proposed.days, { day: '2027-11-26', kind: 'HOAN_DOI', name: 'Nghỉ hoán đổi', basis: 'Thông báo' }];
    saveCalendar(book, { year: 2027, confirmed: true, basis: 'Thông báo năm 2027', today, days });
    expect(workCalendar().confirmed.has(2027)).toBe(true);
    expect(isWorkingDay('2027-11-26', workCalendar())).toBe(false);
    saveCalendar(book, { year: 2027, confirmed: false, basis: '', today, days: proposed.days });
    expect(calendarYear(book, 2027)).toMatchObject({ confirmed: false, confirmedBy: '' });
    expect(book.records.count({ type: 'workingCalendar' })).toBe(1);
  });
});
