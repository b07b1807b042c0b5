import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { beforeAll, expect, test } from 'vitest';
import { fillSample } from '#service/office/sample-book';
import type { Book } from '#service/book/book';
import { makePaper } from '#service/papers/make-paper';
import { giveTemplate, takeTemplate, templatesOf } from '#service/papers/own-templates';
import { templateFor } from '#shared/papers/choose';
import { paperTemplates } from '#shared/papers/templates';
import { pack2026 } from '#shared/rules/packs/pack-2026-1';
import { tempDir, testBook } from '../../../support/book';

let book: Book;
let caseId: string;
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
});

const textOf = (bytes: Uint8Array): string =>
  new PizZip(bytes)
    .file('word/document.xml')
    ?.asText()
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '') ?? '';

test.each(paperTemplates.map(({ id }) => id))('%s is filled from a case and leaves no tag open', async (template) => {
  const { bytes } = await makePaper(book, { caseId, template, today });
  const text = textOf(bytes);
  expect(text).not.toMatch(/[{}]|undefined|\[object/);
  expect(text).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
  expect(text).toContain('ĐẢNG ỦY XÃ TÂN HÒA');
  expect(text).toContain('Tân Hòa, ngày 24 tháng 11 năm 2026');
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
  writeFileSync(file, 'không phải tệp Word');
  await expect(takeTemplate(book, 'ke-hoach', file)).rejects.toMatchObject({ code: 'paper.badTemplate' });
  await takeTemplate(book, 'ke-hoach', undefined);
  expect(textOf((await makePaper(book, { caseId, template: 'ke-hoach', today })).bytes)).toContain('III. Thời gian, phương pháp tiến hành');
});

const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version'], { timeout: 20_000 }).status === 0);

test.skipIf(office === undefined)(
  'LibreOffice opens a paper and makes a PDF of it (skipped where it is not installed: apt install libreoffice-writer)',
  async () => {
    const dir = tempDir();
    const file = join(dir, 'quyet-dinh.docx');
    writeFileSync(file, (await makePaper(book, { caseId, template: 'quyet-dinh-thanh-lap-doan', today })).bytes);
    const run = spawnSync(
      office ?? '',
      ['--headless', `-env:UserInstallation=file://${join(dir, 'profile')}`, '--convert-to', 'pdf', '--outdir', dir, file],
      { timeout: 120_000 },
    );
    expect(run.status).toBe(0);
    expect(readFileSync(join(dir, 'quyet-dinh.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  },
);
