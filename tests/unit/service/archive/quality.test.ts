import { describe, expect, it } from 'vitest';
import { drawFrom, sizeOfDraw } from '#shared/quality/draw';
import { errorKindOf } from '#shared/quality/error-kind';
import { recordTypes } from '#shared/records/registry';
import { testBook } from '../../../support/book';
import { paperArchive, paperServices } from '../../../support/paper-archive';

const ids = Array.from({ length: 40 }, (_, i) => `d${i}`);

describe('a draw', () => {
  it('is the same for the same seed, whatever the order of the list', () => {
    expect(drawFrom(ids, 20, 'abc')).toEqual(drawFrom(ids.toReversed(), 20, 'abc'));
    expect(drawFrom(ids, 20, 'abc')).not.toEqual(drawFrom(ids, 20, 'abd'));
    expect(new Set(drawFrom(ids, 20, 'abc')).size).toBe(8);
  });
  it('takes at least one, and never more than there are', () => {
    expect([sizeOfDraw(0, 20), sizeOfDraw(3, 1), sizeOfDraw(10, 25), sizeOfDraw(5, 100)]).toEqual([0, 1, 3, 5]);
  });
  it('is fair: over many seeds each document is drawn about as often', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 800; seed += 1) for (const id of drawFrom(ids, 25, `s${seed}`)) times.set(id, (times.get(id) ?? 0) + 1);
    // 200 expected, standard deviation about 12.
    expect(Math.min(...times.values())).toBeGreaterThan(145);
    expect(Math.max(...times.values())).toBeLessThan(255);
  });
});

describe('the kind of an error', () => {
  const { fields } = recordTypes.archiveDocument;
  it.each([
    ['subject', '', 'kỷ luật', 'THIEU'],
    ['subject', 'kỷ luật', '', 'THUA'],
    ['subject', 'ky luật', 'kỷ luật', 'SAI_DAU'],
    ['subject', 'thi hành kỷ luột', 'thi hành kỷ luật', 'CHINH_TA'],
    ['subject', 'thi hành kỷ luật', 'báo cáo quý', 'SAI_NOI_DUNG'],
    ['symbol', '12-QĐ/ĐU', '128-QĐ/ĐU', 'SAI_SO'],
    ['issuedOn', '2011-10-06', '2011-10-08', 'SAI_SO'],
    ['type', 'QD', 'BC', 'CHON_SAI'],
  ] as const)('%s: %s -> %s is %s', (name, from, to, kind) => expect(errorKindOf(fields[name], from, to)).toBe(kind));
});

describe('a quality round', () => {
  const book = testBook();
  const archive = paperArchive(book);
  const { verify, quality } = paperServices(book);
  const file = archive.file('1');
  const documents = Array.from({ length: 10 }, (_, i) =>
    archive.document(file, { values: { order: i + 1, type: 'BC', subject: `báo cáo số ${i}`, issuer: 'Chi bộ ấp 7', issuedOn: '2011' } }),
  );
  const confirm = (documentId: string, changes: Record<string, string> = {}, roundId?: string) => {
    const sheet = verify.sheet(documentId);
    const values = { ...Object.fromEntries(sheet.fields.map(({ name, value }) => [name, value])), ...changes };
    return verify.confirm({ documentId, values, illegible: [], expectedRevision: sheet.revision, roundId });
  };
  const scope = { fondsId: archive.fonds, term: '2010–2015', box: '1' };

  it('draws from verified documents only', () => {
    expect(() => quality.draw('V2', scope)).toThrow(expect.objectContaining({ code: 'quality.nothingToDraw' }));
    documents.forEach((id) => confirm(id));
    quality.setSettings({ v2Percent: 50, acceptedPermille: 20 });
    const round = quality.draw('V2', scope, undefined, 'gieo');
    expect(round).toMatchObject({ population: 10, drawn: 5, checked: 0, state: 'DANG_KIEM', seed: 'gieo', percent: 50 });
    expect(verify.nextOfRound(round.id, 5, []).documents.toSorted()).toEqual(drawFrom(documents, 50, 'gieo').toSorted());
  });

  it('keeps what was wrong, and cannot end before all is looked at', () => {
    const [round] = quality.rounds();
    const [first = '', ...rest] = verify.nextOfRound(round?.id ?? '', 5, []).documents;
    expect(confirm(first, { subject: 'bao cáo khác hẳn', issuer: 'Chi bộ ấp 17' }, round?.id).errors).toBe(2);
    expect(() => quality.close(round?.id ?? '')).toThrow(expect.objectContaining({ code: 'quality.notChecked', details: { left: 4 } }));
    rest.forEach((id) => confirm(id, {}, round?.id));
    expect(quality.errors(round?.id, 10).errors).toMatchObject([
      { field: expect.any(String), foundBy: 'Nguyễn Thị Thử', madeBy: 'Nguyễn Thị Thử' },
      { documentId: first },
    ]);
  });

  it('sends the whole batch back when there are more errors than accepted', () => {
    const [round] = quality.rounds();
    expect(round).toMatchObject({ checked: 5, fields: 65, errors: 2 });
    expect(quality.close(round?.id ?? '')).toMatchObject({ state: 'TRA_LAI' });
    expect(documents.map((id) => book.records.get('archiveDocument', id)?.values['verification'])).toEqual(documents.map(() => 'TRA_LAI'));
    expect(verify.boxes().boxes[0]).toMatchObject({ waiting: 10, sentBack: 10, checked: 0 });
  });

  it('gives rates by person, place and kind, and a table for Excel', () => {
    const report = quality.report();
    expect(report.people).toEqual([{ name: 'Nguyễn Thị Thử', documents: 5, fields: 65, errors: 2, permille: 2000 / 65 }]);
    expect(report.places[0]).toMatchObject({ name: 'Đảng bộ xã Tân Hòa (cũ), 2010–2015, hộp 1', errors: 2 });
    const { errors } = quality.errors(undefined, 10);
    quality.setKind(errors[0]?.checkId ?? '', errors[0]?.itemId ?? '', 'THUA');
    expect(quality.report().kinds.map(({ name }) => name)).toContain('Ghi thừa');
    expect(quality.table().rows.some((row) => row.includes('Chi bộ ấp 17'))).toBe(true);
  });

  it('is accepted when there are few', () => {
    documents.forEach((id) => confirm(id));
    const round = quality.draw('V3', scope, 100);
    for (const id of verify.nextOfRound(round.id, 5, []).documents) confirm(id, {}, round.id);
    for (const id of verify.nextOfRound(round.id, 5, []).documents) confirm(id, {}, round.id);
    expect(quality.close(round.id)).toMatchObject({ state: 'DAT', errors: 0 });
    expect(verify.boxes().boxes[0]).toMatchObject({ checked: 10 });
  });
});
