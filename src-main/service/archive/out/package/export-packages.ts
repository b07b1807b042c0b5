/** All chosen files as packages, with their handover. */
import type { ExportEvent, ExportException, MissingElement } from '#shared/contract/window/out';
import { AppError } from '#shared/errors/app-error';
import type { ChosenFile } from '../choice';
import type { Choice, OutParts } from '../parts';
import { missingOfDocument, missingOfFile } from './elements';
import { writeHandover } from './handover';
import { isLoose, type Unit, unitsOf } from './units';
import { factsOf, fondsOf, type WrittenPackage, writePackage } from './write-package';

export interface PackagesWish {
  readonly kind: 'sip' | 'aip';
  readonly path: string;
  readonly zip: boolean;
  readonly leaveOut: boolean;
  readonly receiver: string;
  readonly signal: AbortSignal;
  readonly tell: (event: ExportEvent) => void;
}

/** Empty mandatory elements of one file, or of loose documents. */
export function missingOf(parts: OutParts, file: ChosenFile, kind: 'sip' | 'aip'): MissingElement[] {
  return unitsOf(parts.book.committee, file).flatMap((unit) => missingOfUnit(parts, unit, kind));
}

function missingOfUnit(parts: OutParts, unit: Unit, kind: 'sip' | 'aip'): MissingElement[] {
  const { head, documents } = unit;
  const fonds = fondsOf(parts, unit);
  const pages = documents.reduce((sum, { id }) => sum + parts.archive.pagesOfDocument(id).length, 0);
  return [
    ...missingOfFile(kind, { file: head, fonds, documents: documents.length, pages }),
    ...documents.flatMap((chosen, index) => missingOfDocument(kind, factsOf(parts, { file: unit, fonds }, chosen, index))),
  ];
}

/** @throws AppError out.incomplete, out.nothing, out.exists, store.diskFull, store.io */
export async function exportPackages(
  parts: OutParts,
  { files, exceptions }: Choice,
  wish: PackagesWish,
): Promise<Extract<ExportEvent, { kind: 'done' }>> {
  const units = files.flatMap((file) => unitsOf(parts.book.committee, file));
  const missing = new Map(units.map((unit) => [unit, missingOfUnit(parts, unit, wish.kind)]));
  const all = [...missing.values()].flat();
  const [first] = all;
  if (first && !wish.leaveOut) throw new AppError('out.incomplete', { count: all.length, first: `${first.label} – ${first.title}` });
  const whole = units.flatMap((unit) => packable(unit, missing.get(unit) ?? []));
  if (whole.length === 0)
    throw first
      ? new AppError('out.incomplete', { count: all.length, first: `${first.label} – ${first.title}` })
      : new AppError('out.nothing');
  const found: ExportException[] = [...exceptions, ...units.flatMap((unit) => leftOut(unit, missing.get(unit) ?? []))];

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
    files: packages.filter(({ fileId }) => fileId !== undefined).length,
    documents: sum(({ documents }) => documents),
    pages: sum(({ pages }) => pages),
    bytes: sum(({ bytes }) => bytes),
    written: [...packages.map(({ name }) => name), ...beside],
    exceptions: found,
  };
}

/** A file goes whole or not at all; of loose documents those that lack something stay. */
function packable({ head, documents }: Unit, missing: readonly MissingElement[]): Unit[] {
  if (missing.length === 0) return [{ head, documents }];
  if (!isLoose(head)) return [];
  const ready = documents.filter(({ id }) => !missing.some((one) => one.id === id));
  return ready.length === 0 ? [] : [{ head, documents: ready }];
}

function leftOut({ head, documents }: Unit, missing: readonly MissingElement[]): ExportException[] {
  const staying = isLoose(head) ? documents : [{ id: head.id, title: head.title }];
  return staying.flatMap(({ id, title }) => {
    const lacks = isLoose(head) ? missing.filter((one) => one.id === id) : missing;
    const labels = [...new Set(lacks.map(({ label }) => label))].slice(0, 6).join(', ');
    return lacks.length === 0 ? [] : [{ id, title, why: 'incomplete' as const, detail: labels }];
  });
}
