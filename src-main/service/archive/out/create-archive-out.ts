/** The ways out of the archive, and the way back in for packages of another archive. */
import type {
  ExportEvent,
  ExportException,
  ExportPlan,
  ExportRequest,
  ExportTarget,
  PackageCheck,
  PackageImportEvent,
} from '#shared/contract/window/out';
import type { DueFile } from '#shared/contract/window/retention';
import { dueFiles } from '../../retention/due';
import { type ExportKind, exportRequestSchema } from '#shared/contract/window/out';
import type { Sheet } from '#shared/sheets/sheet';
import { join } from 'node:path';
import { type ChosenDocument, type ChosenFile, resolveChoice } from './choice';
import { eventsOf } from './events';
import { writeDocuments } from './export-pdf';
import { exportSheets, sheetsOf } from './export-sheets';
import { beginExport } from './gate';
import { fileName, writeOut } from './out-file';
import type { Choice, OutParts } from './parts';
import { exportPackages, missingOf } from './package/export-packages';
import { checkPackages, importPackages } from './package/import-packages';
import { releasesOf, useReleases } from './release';
import { textOf } from './words';

export interface ArchiveOut {
  /** @throws AppError out.nothing, out.secrecy, record.notFound */
  plan(target: ExportTarget): ExportPlan;
  /** @throws AppError out.nothing, out.secrecy, out.incomplete, out.exists, store.diskFull, store.io */
  run(request: ExportRequest, signal?: AbortSignal): AsyncGenerator<ExportEvent, void>;
  /** @throws AppError out.nothing, out.secrecy, record.notFound */
  sheets(kind: ExportKind, target: ExportTarget, reason?: string): Sheet[];
  /** @throws AppError package.notOne, store.io */
  check(path: string, signal?: AbortSignal): Promise<PackageCheck[]>;
  /** @throws AppError package.notOne, store.diskFull, store.io; what is refused is told and the others go on */
  importPackages(path: string, signal?: AbortSignal): AsyncGenerator<PackageImportEvent, void>;
  expired(today: string): DueFile[];
}

export function createArchiveOut(parts: OutParts): ArchiveOut {
  const { book } = parts;
  return {
    plan: (target) => planOf(parts, target, choose(parts, target)),
    run: (request, signal) => eventsOf((tell, stop) => run(parts, exportRequestSchema.parse(request), tell, stop), signal),
    sheets: (kind, target, reason = '') => {
      if (kind === 'expired') return sheetsOf(parts, kind, []);
      const choice = choose(parts, target);
      book.transact(() => {
        useReleases(book, 'print', choice, target, reason);
        book.audit.append({
          action: 'print',
          reason: [kind, `${choice.files.length}/${choice.documents.length}`, reason].filter(Boolean).join(' · '),
        });
      });
      return sheetsOf(parts, kind, choice.files);
    },
    check: checkPackages,
    importPackages: (path, signal) => eventsOf((tell, stop) => importPackages(parts, path, tell, stop), signal),
    expired: (today) => dueFiles(book, Number(today.slice(0, 4))),
  };
}

/** The gate stands before everything that is written. */
function choose({ book }: OutParts, target: ExportTarget): Choice {
  const chosen = resolveChoice(book, target);
  const leaving = chosen.flatMap(({ record, secrecy, documents }) => [
    ...(record && !target.documentIds?.length ? [{ id: record.id, title: record.title, secrecy }] : []),
    ...documents,
  ]);
  const { allowed, withheld } = beginExport(book, leaving);
  const may = new Set(allowed.map(({ id }) => id));
  const files = chosen
    .filter(({ record, documents }) => (record && may.has(record.id)) || documents.some(({ id }) => may.has(id)))
    .map((file) => ({ ...file, documents: file.documents.filter(({ id }) => may.has(id)) }));
  return {
    files,
    documents: files.flatMap(({ documents }) => documents),
    exceptions: withheld.map(({ id, title, secrecy }) => ({ id, title, why: 'withheld', detail: secrecy })),
  };
}

function planOf(parts: OutParts, target: ExportTarget, choice: Choice): ExportPlan {
  const { files, documents, exceptions } = choice;
  const { book, archive } = parts;
  const size = book.db.prepare<[string], { pages: number; bytes: number }>(
    'SELECT count(*) AS pages, coalesce(sum(bytes), 0) AS bytes FROM page WHERE document = ? AND removed = 0',
  );
  let pages = 0;
  let bytes = 0;
  const empty: ExportException[] = [];
  for (const { id, title } of documents) {
    const one = size.get(id);
    pages += one?.pages ?? 0;
    bytes += one?.bytes ?? 0;
    if (one?.pages === 0) empty.push({ id, title, why: 'noPages', detail: '' });
    for (const page of archive.pagesOfDocument(id))
      if (!archive.hasPageImage(page.image)) empty.push({ id, title, why: 'imageMissing', detail: `trang ${page.order}` });
  }
  return {
    files: files.filter(({ record }) => record).length,
    documents: documents.length,
    pages,
    bytes,
    exceptions: [...exceptions, ...empty],
    releases: releasesOf(book, 'export', choice, target),
    missing: { sip: files.flatMap((file) => missingOf(parts, file, 'sip')), aip: files.flatMap((file) => missingOf(parts, file, 'aip')) },
    name: nameOf(files, documents),
  };
}

/** One document by its symbol, one file by its code, more by their number. */
export function nameOf(files: readonly ChosenFile[], documents: readonly ChosenDocument[]): string {
  const [document, second] = documents;
  const code = textOf(files[0]?.record?.values, 'code');
  if (document && !second) return fileName([code, document.title].filter(Boolean).join(' '));
  return fileName(files.length === 1 && code ? code : `${files.length} ho so`);
}

type Request = ReturnType<typeof exportRequestSchema.parse>;
type Tell = (event: ExportEvent) => void;
type Done = Extract<ExportEvent, { kind: 'done' }>;

async function run(parts: OutParts, request: Request, tell: Tell, signal: AbortSignal): Promise<Done> {
  if (request.kind === 'expired') return exportSheets(parts, request, undefined);
  const choice = choose(parts, request.target);
  const { book } = parts;
  const only = choice.documents.length === 1 ? choice.documents[0] : undefined;
  book.transact(() => {
    useReleases(book, 'export', choice, request.target, request.reason);
    book.audit.append({
      action: 'export',
      ...(only && { type: 'archiveDocument', recordId: only.id }),
      reason: [request.kind, `${choice.files.length}/${choice.documents.length}`, request.reason].filter(Boolean).join(' · '),
    });
  });
  switch (request.kind) {
    case 'pdf':
      return onePdf(parts, request, choice, tell, signal);
    case 'pdfs':
      return manyPdfs(parts, request, choice, tell, signal);
    case 'sip':
    case 'aip':
      return exportPackages(parts, choice, { ...request, kind: request.kind, signal, tell });
    default:
      return exportSheets(parts, request, choice);
  }
}

async function onePdf(
  parts: OutParts,
  request: Request,
  { files, documents, exceptions }: Choice,
  tell: Tell,
  signal: AbortSignal,
): Promise<Done> {
  const of = pagesOf(parts, documents);
  let done = 0;
  const [file] = files;
  const title = documents.length === 1 ? (documents[0]?.title ?? '') : (file?.record?.title ?? nameOf(files, documents));
  const written = await writeOut(
    request.path,
    (sink) =>
      writeDocuments(parts, documents, sink, {
        title,
        part: request.part,
        copy: request.copy,
        signal,
        onPage: (name) => tell({ kind: 'step', done: ++done, of, title: name }),
      }),
    { replace: request.replace },
  );
  return {
    kind: 'done',
    path: request.path,
    files: files.length,
    documents: documents.length,
    pages: written.pages,
    bytes: written.bytes,
    written: [],
    exceptions: [...exceptions, ...written.exceptions],
  };
}

/** One for each document that has pages, in a folder for each file, named as the circular asks: code of the file, number of the document. */
async function manyPdfs(
  parts: OutParts,
  request: Request,
  { files, documents, exceptions }: Choice,
  tell: Tell,
  signal: AbortSignal,
): Promise<Done> {
  const of = pagesOf(parts, documents);
  const written: string[] = [];
  const all: ExportException[] = [...exceptions];
  let [done, pages, bytes] = [0, 0, 0];
  for (const { record, documents: ofFile } of files) {
    const code = fileName(textOf(record?.values, 'code') || 'chua-xep-ho-so');
    for (const [index, document] of ofFile.entries()) {
      if (parts.archive.pagesOfDocument(document.id).length === 0) {
        all.push({ id: document.id, title: document.title, why: 'noPages', detail: '' });
        continue;
      }
      const name = join(code, `${code}.${String(Number(document.record.values.order ?? index + 1)).padStart(7, '0')}.pdf`);
      const one = await writeOut(
        join(request.path, name),
        (sink) =>
          writeDocuments(parts, [document], sink, {
            title: document.title,
            part: request.part,
            copy: request.copy,
            signal,
            onPage: (title) => tell({ kind: 'step', done: ++done, of, title }),
          }),
        { replace: request.replace },
      );
      written.push(name);
      pages += one.pages;
      bytes += one.bytes;
      all.push(...one.exceptions);
    }
  }
  return { kind: 'done', path: request.path, files: files.length, documents: documents.length, pages, bytes, written, exceptions: all };
}

const pagesOf = ({ archive }: OutParts, documents: readonly ChosenDocument[]): number =>
  documents.reduce((sum, { id }) => sum + archive.pagesOfDocument(id).length, 0);
