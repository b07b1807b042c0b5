/**
 * One hồ sơ as a package: SIP_hoso (appendix III of TT 05/2025/TT-BNV) or AIP_hoso (appendix I); documents without file as SIP_tailieu (IV) or
 * AIP_tailieu (II). Memory holds one page.
 */
import type { ExportException } from '#shared/contract/window/out';
import { AppError } from '#shared/errors/app-error';
import type { StoredRecord } from '../../../store/record-store';
import type { ScanInPdf } from '../../../pdf/write-pdf';
import type { ChosenDocument } from '../choice';
import { producer, writeDocuments } from '../export-pdf';
import type { OutParts } from '../parts';
import { textOf } from '../words';
import { dataName, digitised, documentCode, documentElements, type DocumentFacts, type Elements, fileCode, fileElements } from './elements';
import { carried, type ImagePlace, type LineageLine, lineagePath, lineText, originalsFolder, wordRow } from './lineage';
import { type Head, type PackedDocument, type PackedFile, packageMets, representationMets } from './mets';
import { newPackageId, type PackageKind } from './names';
import { openPackageSink, type PackageSink } from './package-sink';
import { packagePremis, type PremisEvent, representationPremis } from './premis';
import { schemasOf } from './schemas';
import { isLoose, type Unit } from './units';
import { document, element, leaf } from './xml';

export interface PackageWish {
  readonly kind: PackageKind;
  readonly dir: string;
  readonly zip: boolean;
  readonly signal: AbortSignal;
  readonly onPage: (title: string) => void;
}

/** What went into a package, for the minutes. */
export interface WrittenPackage {
  readonly id: string;
  /** Name of the folder or ZIP. */
  readonly name: string;
  /** Undefined: documents without file. */
  readonly fileId: string | undefined;
  readonly code: string;
  readonly title: string;
  readonly documents: number;
  readonly pages: number;
  readonly bytes: number;
  /** Of the ZIP; of METS.xml where it is a folder. */
  readonly sha256: string;
  readonly exceptions: readonly ExportException[];
}

const rep = 'representations/rep1/';
/** A path of the package as the METS of the representation names it. */
const within = (file: PackedFile): PackedFile => ({ ...file, path: file.path.slice(rep.length) });

/** @throws AppError out.exists, store.diskFull, store.io; the signal's reason */
export async function writePackage(parts: OutParts, file: Unit, wish: PackageWish): Promise<WrittenPackage> {
  const fonds = fondsOf(parts, file);
  const { id, folder } = newPackageId(wish.kind, textOf(fonds?.values, 'code'));
  const sink = await openPackageSink(wish.dir, folder, wish.zip);
  try {
    return await fill(parts, { file, fonds, id, sink }, wish);
  } catch (error) {
    await sink.abandon();
    throw error;
  }
}

/** Undefined: of loose documents. */
export function fondsOf({ book }: Pick<OutParts, 'book'>, { head }: Pick<Unit, 'head'>): StoredRecord | undefined {
  const id = isLoose(head) ? '' : textOf(head.values, 'fonds');
  return id === '' ? undefined : book.records.get('archiveFonds', id);
}

interface Packing {
  readonly file: Unit;
  readonly fonds: StoredRecord | undefined;
  readonly id: string;
  readonly sink: PackageSink;
}

interface PackedOne extends PackedDocument {
  readonly facts: DocumentFacts;
}

async function fill(parts: OutParts, packing: Packing, wish: PackageWish): Promise<WrittenPackage> {
  const { file, fonds, id, sink } = packing;
  const { kind } = wish;
  const at = new Date();
  const head: Head = {
    kind,
    id,
    title: file.head.title,
    at,
    fondsCode: textOf(fonds?.values, 'code'),
    agreement: fileCode(kind, { file: file.head, fonds }),
  };
  const all: PackedFile[] = [];
  const put = async (path: string, bytes: Uint8Array): Promise<PackedFile> => {
    const packed = await sink.put(path, (to) => to(bytes));
    all.push(packed);
    return packed;
  };
  const schemas: PackedFile[] = [];
  for (const { name, text } of schemasOf(kind, isLoose(file.head) ? 'loose' : 'file'))
    schemas.push(await put(`schemas/${name}`, Buffer.from(text, 'utf8')));

  const exceptions: ExportException[] = [];
  const places = new Map<string, ImagePlace>();
  const converted: { pageId: string; image: string }[] = [];
  const packed: PackedOne[] = [];
  let pages = 0;
  for (const [index, chosen] of file.documents.entries()) {
    const facts = factsOf(parts, packing, chosen, index);
    const { data, written } = await putPdf(parts, packing, wish, facts, chosen, { places, converted, exceptions });
    pages += written;
    if (data) all.push(data);
    const description = await put(
      `${rep}metadata/descriptive/EAD_doc_${dataName(kind, facts)}.xml`,
      described(documentElements(kind, facts)),
    );
    packed.push({ facts, description, data });
  }

  const documentation: PackedFile[] = [];
  /** The image as a file of its own, once. */
  const putImage = async (image: string): Promise<string> => {
    const there = documentation.find(({ path }) => path.includes(image));
    if (there) return there.path;
    const bytes = await parts.archive.readPageImage(image);
    const packedImage = await put(`${originalsFolder}/${image}.${bytes[0] === pngByte ? 'png' : 'jpg'}`, bytes);
    documentation.push(packedImage);
    return packedImage.path;
  };
  for (const { pageId, image } of converted) places.set(pageId, { kind: 'file', file: await putImage(image) });
  const originals = new Map<string, string>();
  for (const [pageId, image] of originalScans(parts, file))
    if (await isReadable(parts, image)) originals.set(pageId, await putImage(image));
  const lineage = await sink.put(lineagePath, async (to) => {
    for (const line of lineageOf(parts, packing, { places, originals }, at)) await to(lineText(line));
  });
  all.push(lineage);
  documentation.push(lineage);

  const fileFacts = { file: file.head, fonds, documents: file.documents.length, pages };
  const description = await put('metadata/descriptive/EAD.xml', described(fileElements(kind, fileFacts)));
  const events = eventsOf(file, at);
  const preservation = kind === 'aip' ? [await put('metadata/preservation/PREMIS.xml', packagePremis(id, head.title, events))] : [];
  const objects = packed.flatMap(({ facts, data }) => (data ? [{ value: documentCode(kind, facts), file: within(data) }] : []));
  const repPremis = kind === 'aip' ? [await put(`${rep}metadata/preservation/PREMIS_rep1.xml`, representationPremis(objects, events))] : [];
  const repMets = representationMets(
    head,
    packed.map((one) => ({ description: within(one.description), data: one.data && within(one.data) })),
    repPremis.map(within),
  );
  const representation = await put(`${rep}METS.xml`, repMets);
  const mets = await put('METS.xml', packageMets(head, { description, preservation, schemas, documentation, representation }));
  const { path, sha256 } = await sink.finish();
  return {
    id,
    name: path.slice(wish.dir.length).replace(/^[\\/]+/, ''),
    fileId: isLoose(file.head) ? undefined : file.head.id,
    code: isLoose(file.head) ? file.head.code : textOf(file.head.values, 'code'),
    title: isLoose(file.head) ? file.head.title : textOf(file.head.values, 'title'),
    documents: file.documents.length,
    pages,
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    sha256: sha256 ?? mets.sha256,
    exceptions,
  };
}

interface Found {
  readonly places: Map<string, ImagePlace>;
  readonly converted: { pageId: string; image: string }[];
  readonly exceptions: ExportException[];
}

/** The PDF of a document; none where it has no page that could be read. */
async function putPdf(
  parts: OutParts,
  { sink }: Packing,
  { kind, signal, onPage }: PackageWish,
  facts: DocumentFacts,
  chosen: ChosenDocument,
  { places, converted, exceptions }: Found,
): Promise<{ data: PackedFile | undefined; written: number }> {
  const summaries = parts.archive.pagesOfDocument(chosen.id);
  const readable: boolean[] = [];
  for (const { image } of summaries) readable.push(await isReadable(parts, image));
  if (!readable.includes(true)) {
    for (const [index, { id, order }] of summaries.entries()) {
      places.set(id, { kind: 'absent' });
      exceptions.push({ id: chosen.id, title: chosen.title, why: 'imageMissing', detail: `trang ${order}` });
      if (index < summaries.length) onPage(chosen.title);
    }
    if (summaries.length === 0) exceptions.push({ id: chosen.id, title: chosen.title, why: 'noPages', detail: '' });
    return { data: undefined, written: 0 };
  }
  const path = `${rep}data/${dataName(kind, facts)}.pdf`;
  for (const { id } of summaries) places.set(id, { kind: 'absent' });
  const packed = await sink.put(path, (to) =>
    writeDocuments(parts, [chosen], to, {
      title: chosen.title,
      part: 2,
      copy: 'preserved',
      signal,
      onPage,
      onPlaced: async (pageId, place: ScanInPdf | undefined) => {
        if (place) places.set(pageId, { ...place, file: path });
        else {
          converted.push({ pageId, image: textOf(parts.book.records.get('page', pageId)?.values, 'image') });
        }
      },
    }),
  );
  exceptions.push(...packed.result.exceptions);
  return { data: packed, written: packed.result.pages };
}

/** Pages that were cut or turned, with the scan behind them. */
function* originalScans({ book, archive }: OutParts, { documents }: Unit): Generator<[pageId: string, image: string]> {
  for (const { id } of documents)
    for (const page of archive.pagesOfDocument(id)) {
      const original = textOf(book.records.get('page', page.id)?.values, 'originalImage');
      if (original !== '' && original !== page.image) yield [page.id, original];
    }
}

const pngByte = 0x89;

async function isReadable({ archive }: OutParts, image: string): Promise<boolean> {
  if (!archive.hasPageImage(image)) return false;
  try {
    await archive.readPageImage(image);
    return true;
  } catch (error) {
    if (error instanceof AppError && (error.code === 'page.damaged' || error.code === 'page.missing')) return false;
    throw error;
  }
}

export const factsOf = (
  { archive }: Pick<OutParts, 'archive'>,
  { file, fonds }: Pick<Packing, 'file' | 'fonds'>,
  chosen: ChosenDocument,
  index: number,
): DocumentFacts => ({
  file: file.head,
  fonds,
  document: chosen.record,
  ordinal: index + 1,
  pages: archive.pagesOfDocument(chosen.id).length,
});

const described = (elements: Elements): Buffer =>
  document(
    element(
      'simpledc',
      {},
      elements.map(([name, value]) => leaf(name, value)),
    ),
  );

/** Digitising is told of a file by its own level of trust, of loose documents by theirs. */
function eventsOf({ head, documents }: Unit, at: Date): PremisEvent[] {
  const made: PremisEvent = { type: 'information package creation', at, detail: `Đóng gói bằng ${producer}` };
  const papers: readonly StoredRecord[] = isLoose(head) ? documents.map(({ record }) => record) : [head];
  const scanned = papers.filter(({ values }) => textOf(values, 'trustLevel') === digitised).map(({ createdAt }) => createdAt);
  const [first] = scanned.toSorted();
  return first === undefined ? [made] : [{ type: 'transfer', at: new Date(first), detail: 'Số hóa từ bản giấy' }, made];
}

/** Read a second time from the book rather than kept while the PDFs are written: a thick file has megabytes of words. */
function* lineageOf(
  { book, archive }: OutParts,
  { file, fonds, id }: Packing,
  { places, originals }: { places: ReadonlyMap<string, ImagePlace>; originals: ReadonlyMap<string, string> },
  at: Date,
): Generator<LineageLine> {
  const { committee, records, search } = book;
  yield {
    kind: 'origin',
    format: 1,
    committeeId: committee.id,
    committee: committee.name,
    province: committee.province,
    program: producer,
    at: at.toISOString(),
    packageId: id,
  };
  if (fonds) yield { kind: 'fonds', id: fonds.id, values: carried('archiveFonds', fonds.values) };
  const { head } = file;
  if (isLoose(head)) yield { kind: 'set', code: head.code, title: head.title, source: head.source };
  else yield { kind: 'file', id: head.id, values: carried('archiveFile', head.values) };
  for (const { record } of file.documents) {
    yield { kind: 'document', id: record.id, values: carried('archiveDocument', record.values) };
    for (const { id: pageId } of archive.pagesOfDocument(record.id)) {
      const page = records.get('page', pageId);
      if (page === undefined) continue;
      yield {
        kind: 'page',
        id: pageId,
        values: carried('page', page.values),
        words: search.pageWords(pageId).map(wordRow),
        image: places.get(pageId) ?? { kind: 'absent' },
        ...(originals.has(pageId) && { original: originals.get(pageId) }),
      };
    }
  }
}
