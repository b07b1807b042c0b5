/** All chosen files as packages, with their handover. */
import type { ExportEvent, ExportException, MissingElement } from '#shared/contract/window/out';
import { AppError } from '#shared/errors/app-error';
import type { ChosenFile } from '../choice';
import type { Choice, OutParts } from '../parts';
import { textOf } from '../words';
import { missingOfDocument, missingOfFile } from './elements';
import { writeHandover } from './handover';
import { factsOf, type FileToPack, type WrittenPackage, writePackage } from './write-package';

export interface PackagesWish {
  readonly kind: 'sip' | 'aip';
  readonly path: string;
  readonly zip: boolean;
  readonly leaveOut: boolean;
  readonly receiver: string;
  readonly signal: AbortSignal;
  readonly tell: (event: ExportEvent) => void;
}

/** Empty mandatory elements of one file and its documents. */
export function missingOf({ book, archive }: OutParts, file: ChosenFile, kind: 'sip' | 'aip'): MissingElement[] {
  const { record } = file;
  if (record === undefined) return [];
  const fondsId = textOf(record.values, 'fonds');
  const fonds = fondsId === '' ? undefined : book.records.get('archiveFonds', fondsId);
  const pages = file.documents.reduce((sum, { id }) => sum + archive.pagesOfDocument(id).length, 0);
  return [
    ...missingOfFile(kind, { file: record, fonds, documents: file.documents.length, pages }),
    ...file.documents.flatMap((chosen, index) =>
      missingOfDocument(kind, factsOf({ archive }, { file: { ...file, record }, fonds }, chosen, index)),
    ),
  ];
}

/** @throws AppError out.incomplete, out.nothing, out.exists, store.diskFull, store.io */
export async function exportPackages(
  parts: OutParts,
  { files, exceptions }: Choice,
  wish: PackagesWish,
): Promise<Extract<ExportEvent, { kind: 'done' }>> {
  const inFiles = files.filter((file): file is FileToPack => file.record !== undefined);
  const missing = new Map(inFiles.map((file) => [file.record.id, missingOf(parts, file, wish.kind)]));
  const all = [...missing.values()].flat();
  const [first] = all;
  if (first && !wish.leaveOut) throw new AppError('out.incomplete', { count: all.length, first: `${first.label} – ${first.title}` });
  const whole = inFiles.filter(({ record }) => missing.get(record.id)?.length === 0);
  if (whole.length === 0)
    throw first
      ? new AppError('out.incomplete', { count: all.length, first: `${first.label} – ${first.title}` })
      : new AppError('out.nothing');
  const found: ExportException[] = [...exceptions, ...looseOnes(files), ...leftOut(inFiles, missing)];

  const of = whole.reduce(
    (sum, { documents }) => sum + documents.reduce((pages, { id }) => pages + parts.archive.pagesOfDocument(id).length, 0),
    0,
  );
  let done = 0;
  const packages: WrittenPackage[] = [];
  for (const file of whole) {
    wish.signal.throwIfAborted();
    const written = await writePackage(parts, file, {
      kind: wish.kind,
      dir: wish.path,
      zip: wish.zip,
      signal: wish.signal,
      onPage: (title) => wish.tell({ kind: 'step', done: ++done, of, title }),
    });
    packages.push(written);
    found.push(...written.exceptions);
  }
  const issuer = { committee: parts.book.committee, today: new Date() };
  const beside = await writeHandover(wish.path, { issuer, receiver: wish.receiver, kind: wish.kind, packages, exceptions: found });
  const sum = (value: (one: WrittenPackage) => number) => packages.reduce((total, one) => total + value(one), 0);
  return {
    kind: 'done',
    path: wish.path,
    files: packages.length,
    documents: sum(({ documents }) => documents),
    pages: sum(({ pages }) => pages),
    bytes: sum(({ bytes }) => bytes),
    written: [...packages.map(({ name }) => name), ...beside],
    exceptions: found,
  };
}

/** A package is one hồ sơ: documents that lie in none stay, and are named. */
const looseOnes = (files: readonly ChosenFile[]): ExportException[] =>
  files
    .filter(({ record }) => record === undefined)
    .flatMap(({ documents }) =>
      documents.map(({ id, title }) => ({ id, title, why: 'incomplete' as const, detail: 'chưa xếp vào hồ sơ' })),
    );

const leftOut = (files: readonly FileToPack[], missing: ReadonlyMap<string, readonly MissingElement[]>): ExportException[] =>
  files.flatMap(({ record }) => {
    const lacks = missing.get(record.id) ?? [];
    const labels = [...new Set(lacks.map(({ label }) => label))].slice(0, 6).join(', ');
    return lacks.length === 0 ? [] : [{ id: record.id, title: record.title, why: 'incomplete' as const, detail: labels }];
  });
