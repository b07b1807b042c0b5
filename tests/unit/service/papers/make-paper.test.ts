import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { beforeAll, expect, test } from 'vitest';
import { fillSample } from '#service/office/sample-book';
import type { Book } from '#service/book/book';
import { makePaper } from '#service/papers/make-paper';
import { giveTemplate, restoreTemplate, takeTemplate, templatesOf } from '#service/papers/own-templates';
import { templateFor } from '#shared/papers/choose';
import { paperTemplates } from '#shared/papers/templates/index';
import { pack2026 } from '#shared/rules/packs/pack-2026-1';
import { tempDir, testBook } from '../../../support/book';
import { faultsOfDocx } from '../../../support/ooxml';

let book: Book;
let caseId: string;
let petitionId: string;
const today = '2026-11-24';

beforeAll(() => {
  book = testBook();
  fillSample(book, { seed: 7, today });
  const found = book.records.list({
    type: 'case',
    filters: [
      { field: 'type', op: 'eq', value: 'KT_DHVP_DV' },
      { field: 'state', op: 'eq', value: 'LUU_HO_SO' },
    ],
    limit: 1,
  });
  caseId = found.rows[0]?.id ?? '';
  const petition = book.records.save([
    {
      type: 'petition',
      values: {
        number: 9001,
        source: 'TRUC_TIEP',
        signatureForm: 'CO_TEN',
        receivedOn: today,
        kind: 'TC',
        summary: 'Thu quỹ làm đường không công khai',
        senderName: 'Người Giấu Tên',
        state: 'MOI',
        secrecy: 'THUONG',
        forwards: [{ to: 'Ủy ban nhân dân xã', letter: '15-PC/UBKTĐU', sentOn: today }],
      },
    },
  ]);
  petitionId = petition[0]?.id ?? '';
});

const textOf = (bytes: Uint8Array): string =>
  new PizZip(bytes)
    .file('word/document.xml')
    ?.asText()
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '') ?? '';

const sourceOf = (about: 'petition' | undefined): string => (about === 'petition' ? petitionId : caseId);

test.each(paperTemplates.map(({ id, about, kind }) => ({ id, about, kind })))(
  '$id is filled, leaves no tag open, and is a Word file without fault',
  async ({ id, about, kind }) => {
    const { bytes } = await makePaper(book, { caseId: sourceOf(about), template: id, today });
    const text = textOf(bytes);
    expect(text).not.toMatch(/[{}]|undefined|\[object/);
    expect(text).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
    if (kind !== 'personal') expect(text).toContain('ĐẢNG ỦY XÃ TÂN HÒA');
    expect(text).toContain('Tân Hòa, ngày 24 tháng 11 năm 2026');
    expect(faultsOfDocx(bytes)).toEqual([]);
  },
);

test('a forwarding slip says what and where to, and never who sent the petition', async () => {
  const text = textOf((await makePaper(book, { caseId: petitionId, template: 'phieu-chuyen-don', today })).bytes);
  expect(text).toContain('Kính chuyển: Ủy ban nhân dân xã');
  expect(text).toContain('đơn số 9001');
  expect(text).toContain('Thu quỹ làm đường không công khai');
  expect(text).not.toContain('Người Giấu Tên');
});

test('a decision names number, team and bases of its case', async () => {
  const text = textOf((await makePaper(book, { caseId, template: 'quyet-dinh-thanh-lap-doan', today })).bytes);
  const record = book.records.get('case', caseId)?.values as { leader: string; team: { name: string }[]; legalBases: { text: string }[] };
  for (const { name } of record.team) expect(text).toContain(name);
  for (const { text: basis } of record.legalBases) expect(text).toContain(`Căn cứ ${basis};`);
  expect(text).toContain('QUYẾT ĐỊNH');
});

test('every line of every checklist has a template that fits its kind of paper', () => {
  const lines = pack2026.caseTypes.flatMap(({ steps }) => steps.flatMap(({ documents }) => documents));
  const misfits = lines.filter(({ name, documentType }) => templateFor(name, documentType).documentType !== documentType);
  expect(misfits).toEqual([]);
  const chosen = (name: string, type: string) => templateFor(name, type).id;
  expect(chosen('Biên bản hội nghị thông qua dự thảo báo cáo', 'BB')).toBe('bien-ban-hoi-nghi');
  expect(chosen('Dự thảo báo cáo kết quả', 'BC')).toBe('du-thao-bao-cao');
  expect(chosen('Thông báo kết luận kiểm tra', 'TB')).toBe('thong-bao-ket-luan');
  expect(chosen('Quyết định kỷ luật hoặc tờ trình', 'QD')).toBe('quyet-dinh-ky-luat');
  expect(chosen('Sổ sách, chứng từ thu, chi đảng phí', 'CHUNG_TU')).toBe('khung-chung_tu');
});

test('the draft of a notice of conclusion is looked through', async () => {
  const { gaps } = await makePaper(book, { caseId, template: 'thong-bao-ket-luan', today });
  expect(gaps.map(({ vi }) => vi).join('\n')).toContain('5 rõ');
});

test('a template that was changed in Word is used, one that is none is refused, and the first one comes back', async () => {
  const file = join(tempDir(), 'mau.docx');
  await giveTemplate(book, 'ke-hoach', file);
  const zip = new PizZip(readFileSync(file));
  const xml = zip.file('word/document.xml')?.asText() ?? '';
  zip.file('word/document.xml', xml.replace('III. Thời gian, phương pháp tiến hành', 'III. Cách làm của xã'));
  writeFileSync(file, zip.generate({ type: 'nodebuffer' }));
  await takeTemplate(book, 'ke-hoach', file);
  expect(templatesOf(book).find(({ id }) => id === 'ke-hoach')?.changed).toBe(true);
  expect(textOf((await makePaper(book, { caseId, template: 'ke-hoach', today })).bytes)).toContain('III. Cách làm của xã');
  // Back to an earlier version, which is then the one in use.
  zip.file('word/document.xml', xml.replace('III. Thời gian, phương pháp tiến hành', 'III. Cách thứ hai'));
  writeFileSync(file, zip.generate({ type: 'nodebuffer' }));
  await takeTemplate(book, 'ke-hoach', file);
  const versions = templatesOf(book).find(({ id }) => id === 'ke-hoach')?.versions ?? [];
  expect(versions.map(({ inUse }) => inUse)).toEqual([true, false]);
  restoreTemplate(book, 'ke-hoach', versions[1]?.id ?? '');
  expect(textOf((await makePaper(book, { caseId, template: 'ke-hoach', today })).bytes)).toContain('III. Cách làm của xã');
  // A placeholder that nobody fills, and a paper without its number, are refused by name; one that is left out is only said.
  zip.file('word/document.xml', xml.replace('{moc_tu}', '{moc_dau}'));
  writeFileSync(file, zip.generate({ type: 'nodebuffer' }));
  await expect(takeTemplate(book, 'ke-hoach', file)).rejects.toMatchObject({ code: 'paper.unknownTags', details: { tags: '{moc_dau}' } });
  zip.file('word/document.xml', xml.replace('{so_ky_hieu}', '12'));
  writeFileSync(file, zip.generate({ type: 'nodebuffer' }));
  await expect(takeTemplate(book, 'ke-hoach', file)).rejects.toMatchObject({ code: 'paper.missingParts' });
  zip.file('word/document.xml', xml.replace('{han}', 'cuối quý'));
  writeFileSync(file, zip.generate({ type: 'nodebuffer' }));
  expect(await takeTemplate(book, 'ke-hoach', file)).toEqual({ unused: ['han'] });
  writeFileSync(file, 'không phải tệp Word');
  await expect(takeTemplate(book, 'ke-hoach', file)).rejects.toMatchObject({ code: 'paper.badTemplate' });
  await takeTemplate(book, 'ke-hoach', undefined);
  expect(textOf((await makePaper(book, { caseId, template: 'ke-hoach', today })).bytes)).toContain('III. Thời gian, phương pháp tiến hành');
});

test('a Word file with faults is told by them', async () => {
  const { bytes } = await makePaper(book, { caseId, template: 'ke-hoach', today });
  const zip = new PizZip(bytes);
  const xml = zip.file('word/document.xml')?.asText() ?? '';
  const faulty = (change: (zip: PizZip) => void): string => {
    const copy = new PizZip(bytes);
    change(copy);
    return faultsOfDocx(copy.generate({ type: 'uint8array' })).join('\n');
  };
  expect(faulty((copy) => copy.file('word/document.xml', xml.replace('</w:p>', '')))).toContain('is no XML');
  expect(faulty((copy) => copy.remove('word/styles.xml'))).toContain('which is not there');
  expect(
    faulty((copy) =>
      copy.file('word/document.xml', xml.replace('<w:jc w:val="center"/></w:pPr>', '<w:jc w:val="center"/><w:spacing/></w:pPr>')),
    ),
  ).toContain('out of order');
  expect(faulty((copy) => copy.file('word/document.xml', xml.replace('r:id="rId2"', 'r:id="rId9"')))).toContain('no relationship');
  expect(faulty((copy) => copy.file('word/extra.bin', 'x'))).toContain('no content type');
});

const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version'], { timeout: 20_000 }).status === 0);

test.skipIf(office === undefined)(
  'LibreOffice opens every paper and makes a PDF of it (skipped where it is not installed: apt install libreoffice-writer)',
  async () => {
    const dir = tempDir();
    for (const { id, about } of paperTemplates)
      writeFileSync(join(dir, `${id}.docx`), (await makePaper(book, { caseId: sourceOf(about), template: id, today })).bytes);
    const files = paperTemplates.map(({ id }) => join(dir, `${id}.docx`));
    const run = spawnSync(
      office ?? '',
      ['--headless', `-env:UserInstallation=file://${join(dir, 'profile')}`, '--convert-to', 'pdf', '--outdir', dir, ...files],
      { timeout: 240_000 },
    );
    expect(run.status).toBe(0);
    const bad = paperTemplates.filter(
      ({ id }) =>
        readFileSync(join(dir, `${id}.pdf`))
          .subarray(0, 5)
          .toString() !== '%PDF-',
    );
    expect(bad).toEqual([]);
    if (process.env['KTS_KEEP_PAPERS']) cpSync(dir, process.env['KTS_KEEP_PAPERS'], { recursive: true });
  },
  250_000,
);
