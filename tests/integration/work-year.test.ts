/** The worked example of a year by the command line: entered from a file, counted, and every answer the same as the window's. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import PizZip from 'pizzip';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIfChanged } from '../../scripts/build/build-all.mjs';
import { inRoot } from '../../scripts/setup/paths.mjs';
import type { Book } from '../../src-main/service/book/book';
import { openBook, readBookHead } from '../../src-main/service/book/open-book';
import { makePaper } from '../../src-main/service/papers/make-paper';
import { createSheetImport } from '../../src-main/service/sheet-import/sheet-import';
import { viewForm } from '../../src-main/service/work/statistics/window-views';
import { yearFigures } from '../fixtures/work-year/figures';
import { caseId, workYear } from '../fixtures/work-year/records';
import { newArchive } from '../support/archive-book';
import { buildRecognizer } from '../support/recognizer';

const passphrase = 'một câu dễ nhớ cho năm mẫu';
const dir = mkdtempSync(join(tmpdir(), 'kts-year-'));
const data = join(dir, 'sổ');
const year = { from: '2026-01-01', to: '2026-12-31' };
const today = new Date().toISOString().slice(0, 10);

/** What a command printed as JSON. */
const kts = (...args: readonly string[]): Promise<Record<string, unknown>> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inRoot('out', 'cli', 'kts.js'), ...args, '--data', data, '--json'], {
      env: { ...process.env, KTS_PASSPHRASE: passphrase },
    });
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.once('error', reject);
    child.once('close', () => resolve(JSON.parse(out || '{}') as Record<string, unknown>));
    child.stdin.end();
  });

interface Counted {
  readonly form: string;
  readonly columns: readonly { readonly key: string }[];
  readonly rows: readonly { readonly key: string }[];
  readonly figures: readonly (readonly (number | string)[])[];
}

const members = join(dir, 'đảng viên.xlsx');
const paper = join(dir, 'báo cáo.docx');
let counted: readonly Counted[];
let dryRun: { counts: unknown; problems: unknown; dryRun: boolean };
let book: Book;

beforeAll(async () => {
  await buildIfChanged();
  await kts('init', '--user-name', 'Lê Thị Thử');
  writeFileSync(join(dir, 'năm.json'), JSON.stringify(workYear));
  expect(await kts('record', 'load', join(dir, 'năm.json'))).toMatchObject({ saved: workYear.length });
  counted = (await kts('stats', '357', '--from', year.from, '--to', year.to))['forms'] as Counted[];
  await kts('case', 'report', caseId(1), '--out', paper);
  const sheet = xlsx.utils.aoa_to_sheet([
    ['Họ và tên', 'Ngày sinh', 'Chi bộ', 'Số thẻ'],
    ['Đảng viên Mới Một', '01/02/1980', 'Chi bộ ấp 1', '99.000001'],
    ['Đảng viên Mới Hai', '31/02/1980', 'Chi bộ ấp 2', '99.000002'],
    ['Đảng viên Mới Ba', '', 'Chi bộ không có', '99.000003'],
  ]);
  writeFileSync(members, xlsx.write(xlsx.utils.book_new(sheet, 'DS'), { bookType: 'xlsx', type: 'buffer' }) as Buffer);
  dryRun = (await kts('import', 'members', members, '--dry-run')) as typeof dryRun;
  book = await openBook(data, { passphrase, userId: readBookHead(data).users[0]?.id ?? '' });
}, 180_000);
afterAll(() => {
  book.close();
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
});

test('kts stats counts every form as it was counted by hand', () => {
  const byHand = Object.fromEntries(Object.entries(yearFigures).filter(([form]) => form.startsWith('B')));
  const rowOfAll = counted
    .filter(({ form }) => form in byHand)
    .map(({ form, columns, figures }) => [
      form,
      Object.fromEntries(columns.flatMap(({ key }, at) => (figures[0]?.[at] ? [[key, Number(figures[0][at])]] : []))),
    ]);
  expect(Object.fromEntries(rowOfAll)).toEqual(byHand);
});

test("kts stats gives the window's rows, columns and figures", () => {
  for (const { form, figures, rows, columns } of counted) {
    const view = viewForm(book, { form, ...year, today });
    expect([form, figures]).toEqual([form, view.figures]);
    expect(rows.map(({ key }) => key)).toEqual(view.rows.map(({ key }) => key));
    expect(columns.map(({ key }) => key)).toEqual(view.columns.map(({ key }) => key));
  }
});

test("kts case report writes the window's paper", async () => {
  const textOf = (bytes: Uint8Array) => new PizZip(bytes).file('word/document.xml')?.asText();
  const { bytes } = await makePaper(book, { caseId: caseId(1), template: 'bao-cao-ket-qua', today });
  expect(textOf(readFileSync(paper))).toBe(textOf(bytes));
});

test("kts import members --dry-run finds the window's faults and writes nothing", async () => {
  const own = await newArchive(await buildRecognizer());
  try {
    own.book.records.save(workYear.filter(({ type }) => type === 'organisation' || type === 'partyMember'));
    const plan = await createSheetImport(own.book, own.archive.readSheet).open(members, 'partyMember');
    expect(plan.counts).toMatchObject({ rows: 3, ready: 1, faulty: 2 });
    expect(dryRun).toMatchObject({ dryRun: true, counts: plan.counts, problems: plan.problems });
    expect(book.records.count({ type: 'partyMember' })).toBe(workYear.filter(({ type }) => type === 'partyMember').length);
  } finally {
    await own.close();
  }
});
