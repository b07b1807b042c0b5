/**
 * The way back in: a package of another archive becomes a file of this one with the same counts, loose documents come in without file. It is checked whole before the first record
 * is made. Records get ids that follow from theirs in the other archive, so that a package read twice, or on two machines, makes them once.
 */
import { createInterface } from 'node:readline';
import type { PackageTaken } from '#shared/contract/window/out';
import { AppError } from '#shared/errors/app-error';
import type { Values } from '#shared/records/record-type';
import type { OutParts } from '../parts';
import { checkSource } from './check-package';
import { importForeign } from './import-foreign';
import { idHere, type ImportWish, keep, requireMayEnter } from './keep';
import { type LineageLine, lineagePath, lineSchema, rowWord } from './lineage';
import { imagesOf } from './package-images';
import { openPackageSource, type PackageSource } from './package-source';

/** @throws AppError package.notOne, package.damaged, package.tooLarge, scan.secrecy, store.diskFull, store.io */
export async function importPackage(parts: OutParts, path: string, wish: ImportWish): Promise<PackageTaken> {
  const source = await openPackageSource(path);
  try {
    const { faults, id, documents } = await checkSource(source, wish.signal);
    const [first] = faults;
    if (first) {
      const more = faults.length > 1 ? ` (và ${faults.length - 1} lỗi khác)` : '';
      throw new AppError('package.damaged', { name: source.name, problem: `${first.place}: ${first.problem}${more}` });
    }
    if (!source.files.has(lineagePath)) return await importForeign(parts, source, path, id, wish);
    return await importOwn(parts, source, documents, wish);
  } finally {
    source.close();
  }
}

type Origin = Extract<LineageLine, { kind: 'origin' }>;
type Paper = Extract<LineageLine, { kind: 'document' }>;
type PageLine = Extract<LineageLine, { kind: 'page' }>;

async function importOwn(parts: OutParts, source: PackageSource, documents: number, wish: ImportWish): Promise<PackageTaken> {
  const { book } = parts;
  // First the whole list is read, so that nothing is kept of one that is refused.
  await requireEntry(parts, source);

  let origin: Origin | undefined;
  let fondsId: string | undefined;
  let fileId: string | undefined;
  let title = '';
  let paper: Paper | undefined;
  let pages: PageLine[] = [];
  const counts = { documents: 0, pages: 0, already: 0 };
  const here = (id: string) => idHere(book.committee.id, origin?.committeeId ?? '', id);
  const keepPaper = async () => {
    if (paper === undefined) return;
    wish.signal.throwIfAborted();
    counts.already += await keepDocument(parts, source, { paper, pages, fileId, here });
    counts.documents++;
    counts.pages += pages.length;
    wish.onDocument(counts.documents, documents, String(paper.values.subject ?? paper.values.sourceName ?? title));
    paper = undefined;
    pages = [];
  };
  for await (const line of linesOf(source)) {
    switch (line.kind) {
      case 'origin':
        origin = line;
        break;
      case 'fonds':
        fondsId = keepFonds(parts, line.values, here(line.id), origin);
        break;
      case 'file':
        title = String(line.values.title ?? '');
        fileId = here(line.id);
        if (!keepFile(parts, line.values, fileId, fondsId, origin)) counts.already++;
        break;
      case 'set':
        ({ title } = line);
        break;
      case 'document':
        await keepPaper();
        paper = line;
        break;
      case 'page':
        pages.push(line);
    }
  }
  await keepPaper();
  return {
    name: source.name,
    title,
    from: origin?.committee ?? '',
    files: fileId === undefined ? 0 : 1,
    ...counts,
    fileId: fileId ?? null,
  };
}

/** @throws AppError as `requireMayEnter`; package.damaged */
async function requireEntry({ book }: OutParts, source: PackageSource): Promise<void> {
  let origin = '';
  let fonds: string | undefined;
  let file: { readonly id: string; readonly values: Values } | undefined;
  let loose = false;
  const documents: Values[] = [];
  for await (const line of linesOf(source)) {
    if (line.kind === 'origin') origin = line.committeeId;
    if (line.kind === 'fonds') fonds = fondsHere(book, idHere(book.committee.id, origin, line.id), line.values);
    if (line.kind === 'file') file = line;
    if (line.kind === 'set') loose = true;
    if (line.kind === 'document') documents.push(line.values);
  }
  if (file === undefined && !loose) throw new AppError('package.damaged', { name: source.name, problem: lineagePath });
  requireMayEnter(book, { fileId: file && idHere(book.committee.id, origin, file.id), file: file?.values ?? {}, fonds, documents });
}

/** A page of dense print has some 1,500 words of 60 bytes; more than this is no list of ours. */
const longestLine = 64 * 1024 * 1024;

async function* linesOf(source: PackageSource): AsyncGenerator<LineageLine> {
  let number = 0;
  for await (const text of createInterface({ input: await source.open(lineagePath), crlfDelay: Infinity })) {
    number++;
    const parsed = text.length > longestLine ? undefined : lineSchema.safeParse(parseOr(text));
    if (!parsed?.success) throw new AppError('package.damaged', { name: source.name, problem: `${lineagePath}: dòng ${number}` });
    yield parsed.data;
  }
}

function parseOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The fonds of the other archive stays one of its own: closed, under its code, with the unit whose papers they were. */
function keepFonds({ book }: OutParts, values: Values, id: string, origin: Origin | undefined): string {
  const known = fondsHere(book, id, values);
  if (known !== undefined) return known;
  keep(book, 'archiveFonds', id, {
    ...values,
    closed: true,
    oldCode: values.oldCode ?? values.code,
    formerUnit: values.formerUnit ?? origin?.committee,
  });
  return id;
}

/** The fonds that came with an earlier package, or that somebody wrote down here under the same code and name. */
function fondsHere({ records }: OutParts['book'], id: string, { code, name }: Values): string | undefined {
  if (records.get('archiveFonds', id)) return id;
  const twins = records.list({ type: 'archiveFonds', filters: [{ field: 'code', op: 'eq', value: String(code ?? '') }], limit: 10 });
  return twins.rows.find(({ values }) => values.name === name)?.id;
}

/** Whether it is new here. */
function keepFile({ book }: OutParts, values: Values, id: string, fonds: string | undefined, origin: Origin | undefined): boolean {
  if (book.records.get('archiveFile', id)) return false;
  keep(book, 'archiveFile', id, {
    ...values,
    ...(fonds !== undefined && { fonds }),
    oldCode: values.oldCode ?? values.code,
    formerUnit: values.formerUnit ?? origin?.committee,
    receivedOn: new Date().toISOString().slice(0, 10),
    receivedPackage: origin?.packageId,
  });
  return true;
}

interface Keeping {
  readonly paper: Paper;
  readonly pages: readonly PageLine[];
  readonly fileId: string | undefined;
  readonly here: (id: string) => string;
}

/** Images first, then the records in one transaction, as everywhere: a crash leaves no record without its image. */
async function keepDocument({ book, archive }: OutParts, source: PackageSource, { paper, pages, fileId, here }: Keeping): Promise<number> {
  const id = here(paper.id);
  const known = book.records.get('archiveDocument', id) !== undefined;
  const missing = pages.filter((page) => book.records.get('page', here(page.id)) === undefined);
  const wanted = pages
    .map(({ values, image }) => ({ image: String(values.image), place: image }))
    .filter(({ image }) => /^[0-9a-f]{64}$/.test(image) && !archive.hasPageImage(image));
  const behind = pages.flatMap(({ values, original }) =>
    original === undefined ? [] : [{ image: String(values.originalImage), place: { kind: 'file' as const, file: original } }],
  );
  for await (const { image, bytes } of imagesOf(source, [...wanted, ...behind.filter((one) => !archive.hasPageImage(one.image))]))
    await archive.keepPageImage(image, bytes);
  const unread: string[] = [];
  book.transact(() => {
    if (!known) keep(book, 'archiveDocument', id, { ...paper.values, ...(fileId !== undefined && { file: fileId }) });
    for (const page of missing) {
      const pageId = here(page.id);
      const waits = ['CHO_DOC', 'DANG_DOC', 'LOI'].includes(String(page.values.state));
      keep(book, 'page', pageId, { ...page.values, document: id, ...(waits && { state: 'CHO_DOC' }) });
      if (page.words.length > 0) book.search.putPageWords(pageId, page.words.map(rowWord));
      if (waits) unread.push(pageId);
    }
  });
  if (unread.length > 0) archive.readAgain(unread);
  return (known ? 1 : 0) + pages.length - missing.length;
}
