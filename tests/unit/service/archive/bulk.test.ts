import { describe, expect, it } from 'vitest';
import { variantGroups } from '#shared/verification/variants';
import { testBook } from '../../../support/book';
import { paperArchive, paperServices } from '../../../support/paper-archive';

describe('values that are one thing', () => {
  it('are found by abbreviation, capitals and misread letters, and numbers keep things apart', () => {
    const counted = (list: Record<string, number>) => Object.entries(list).map(([value, count]) => ({ value, count }));
    const groups = variantGroups(
      counted({
        'Ủy ban Kiểm tra': 9,
        UBKT: 4,
        'ỦY BAN KIỂM TRA': 3,
        'Uỷ ban Kiềm tra': 1,
        'Chi bộ ấp 4': 5,
        'Chi bộ ấp 7': 5,
        'Đảng ủy xã Tân Hòa': 2,
        'Đảng ủy xã': 1,
      }),
    );
    expect(groups).toEqual([
      { proposal: 'Ủy ban Kiểm tra', values: counted({ 'Ủy ban Kiểm tra': 9, UBKT: 4, 'ỦY BAN KIỂM TRA': 3, 'Uỷ ban Kiềm tra': 1 }) },
    ]);
  });
});

describe('a bulk correction', () => {
  const book = testBook();
  const archive = paperArchive(book);
  const { bulk } = paperServices(book);
  const [one, other] = [archive.file('1'), archive.file('2')];
  const documents = ['Ủy ban Kiểm tra', 'UBKT', 'ỦY BAN KIỂM TRA'].map((issuer) =>
    archive.document(one, { values: { issuer, subject: 'về viêc kiểm tra' } }),
  );
  const elsewhere = archive.document(other, { values: { issuer: 'UBKT', subject: 'Viêc khác' } });
  const issuers = () => documents.map((id) => book.records.get('archiveDocument', id)?.values['issuer']);
  const input = {
    field: 'issuer',
    scope: { box: '1' },
    change: { kind: 'values', from: ['UBKT', 'ỦY BAN KIỂM TRA'], to: 'Ủy ban Kiểm tra' },
  } as const;

  it('shows what would change before it changes', () => {
    expect(bulk.variants('issuer', {}).groups).toHaveLength(1);
    const preview = bulk.preview({ ...input, change: { ...input.change, from: [...input.change.from] } });
    expect(preview).toMatchObject({ total: 2, confirmed: 0 });
    expect(preview.sample[0]).toMatchObject({ before: 'UBKT', after: 'Ủy ban Kiểm tra' });
    expect(issuers()).toEqual(['Ủy ban Kiểm tra', 'UBKT', 'ỦY BAN KIỂM TRA']);
  });

  it('is one act: each an ordinary change, all taken back at once but for what changed since', async () => {
    const done = await bulk.apply({ ...input, change: { ...input.change, from: [...input.change.from] } });
    expect(done.records).toBe(2);
    expect(new Set(issuers())).toEqual(new Set(['Ủy ban Kiểm tra']));
    expect(book.records.get('archiveDocument', elsewhere)?.values['issuer']).toBe('UBKT');
    expect(book.records.history(documents[1] ?? '')[0]).toMatchObject({
      action: 'update',
      changes: { issuer: ['UBKT', 'Ủy ban Kiểm tra'] },
    });
    book.records.save([{ type: 'archiveDocument', id: documents[2] ?? '', values: { issuer: 'Chi bộ ấp 2' } }]);
    expect(bulk.acts(5)[0]).toMatchObject({ records: 2, undoneAt: null });
    expect(bulk.undo(done.act ?? 0)).toEqual({ records: 1, kept: 1 });
    expect(issuers()).toEqual(['Ủy ban Kiểm tra', 'UBKT', 'Chi bộ ấp 2']);
  });

  it('replaces whole words without regard to diacritics, or exactly', async () => {
    await bulk.apply({ field: 'subject', scope: {}, change: { kind: 'replace', find: 'viêc', to: 'việc', exact: false } });
    expect(book.records.get('archiveDocument', elsewhere)?.values['subject']).toBe('việc khác');
    const exact = bulk.preview({ field: 'subject', scope: {}, change: { kind: 'replace', find: 'Việc', to: 'X', exact: true } });
    expect(exact.total).toBe(0);
  });
});
