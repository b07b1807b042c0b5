/** Packages of other programs: the elements of the circular fill the records, the recognizer takes the pages out of the PDFs. */
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PackageTaken } from '#shared/contract/window/out';
import { AppError } from '#shared/errors/app-error';
import { codeList } from '#shared/rules/code-lists/index';
import type { Values } from '#shared/records/record-type';
import type { OutParts } from '../parts';
import { described, type Described } from './check-package';
import { idHere, type ImportWish, keep, requireMayEnter } from './keep';
import { type PackageSource, readWhole } from './package-source';
import { mostXmlBytes, parseXml, type XmlTree } from './xml-tree';

const rep = 'representations/rep1/';

export async function importForeign(
  parts: OutParts,
  source: PackageSource,
  path: string,
  packageId: string,
  wish: ImportWish,
): Promise<PackageTaken> {
  const { book } = parts;
  const read = async <T>(file: string, use: (xml: XmlTree) => T): Promise<T> => {
    const xml = await parseXml(await readWhole(source, file, mostXmlBytes), source.name, file);
    try {
      return use(xml);
    } finally {
      xml.close();
    }
  };
  const head = await read('metadata/descriptive/EAD.xml', described);
  const fondsCode = await read('METS.xml', (xml) => xml.find('//m:agent/m:note').at(-1)?.text.trim() ?? '');
  const papers = await read(`${rep}METS.xml`, papersOf);
  const withElements: { paper: Paper; elements: Described }[] = [];
  for (const paper of papers) withElements.push({ paper, elements: await read(rep + paper.description, described) });
  const here = (id: string) => idHere(book.committee.id, packageId, id);
  const title = head.get('title') ?? source.name;
  // Sets of loose documents say where they came from; files do not.
  const fileId = head.has('source') ? undefined : here('file');
  requireMayEnter(book, {
    fileId,
    file: fileId === undefined ? {} : fileValues(head),
    fonds: knownFonds(parts, fondsCode, here('fonds')),
    documents: withElements.map(({ elements }) => documentValues(elements)),
  });
  const counts = { documents: 0, pages: 0, already: 0 };
  if (fileId !== undefined && book.records.get('archiveFile', fileId)) counts.already++;
  else if (fileId !== undefined)
    keep(book, 'archiveFile', fileId, {
      ...fileValues(head),
      fonds: fondsFor(parts, fondsCode, here('fonds')),
      receivedPackage: packageId,
      receivedOn: new Date().toISOString().slice(0, 10),
    });
  for (const [index, { paper, elements }] of withElements.entries()) {
    wish.signal.throwIfAborted();
    const id = here(`${index} ${elements.get('docCode') ?? paper.description}`);
    if (book.records.get('archiveDocument', id)) counts.already++;
    else
      keep(book, 'archiveDocument', id, {
        ...documentValues(elements),
        ...(fileId !== undefined && { file: fileId, order: index + 1 }),
        sourceName: basename(paper.data ?? '') || undefined,
      });
    const pages = paper.data === undefined ? { taken: 0, known: 0 } : await bring(parts, source, path, rep + paper.data, id, wish.signal);
    counts.documents++;
    counts.pages += pages.taken + pages.known;
    counts.already += pages.known;
    wish.onDocument(index + 1, papers.length, elements.get('subject') ?? '');
  }
  return { name: source.name, title, from: fondsCode, files: fileId === undefined ? 0 : 1, ...counts, fileId: fileId ?? null };
}

const secretMode = '03';

interface Paper {
  readonly description: string;
  readonly data: string | undefined;
}

/** Which description belongs to which file says the structural map. */
function papersOf(xml: XmlTree): Paper[] {
  const placeOf = (list: ReturnType<XmlTree['find']>, path: string) =>
    list.flatMap((node) => [[node.attribute('ID') ?? '', node.find(path)[0]?.attribute('href') ?? ''] as const]);
  const descriptions = new Map(placeOf(xml.find('//m:dmdSec'), 'm:mdRef'));
  const files = new Map(placeOf(xml.find('//m:file'), 'm:FLocat'));
  return xml.find('//m:div[@DMDID]').flatMap((division) => {
    const description = descriptions.get((division.attribute('DMDID') ?? '').split(' ')[0] ?? '');
    const data = division.find('m:fptr').map((node) => files.get(node.attribute('FILEID') ?? ''))[0];
    return description ? [{ description, data }] : [];
  });
}

/** Names of archives may differ, the code is what is agreed. */
function fondsFor({ book }: Pick<OutParts, 'book'>, code: string, id: string): string {
  const known = knownFonds({ book }, code, id);
  if (known !== undefined) return known;
  keep(book, 'archiveFonds', id, {
    code: code || 'GOI',
    name: `Phông nhận từ gói ${code}`.trim(),
    closed: true,
    formerUnit: code || undefined,
  });
  return id;
}

function knownFonds({ book }: Pick<OutParts, 'book'>, code: string, id: string): string | undefined {
  if (book.records.get('archiveFonds', id)) return id;
  if (code === '') return undefined;
  return book.records.list({ type: 'archiveFonds', filters: [{ field: 'code', op: 'eq', value: code }], limit: 1 }).rows[0]?.id;
}

const day = (text: string | undefined): string | undefined => (text ? text.split('/').toReversed().join('-') : undefined);
const whole = (text: string | undefined): number | undefined => (text && /^\d+$/.test(text) ? Number(text) : undefined);
const words = (text: string | undefined): string[] | undefined => (text ? text.split(/\s*[,;]\s*/).filter(Boolean) : undefined);
const or = (text: string | undefined): string | undefined => text || undefined;

function fileValues(from: Described): Values {
  return {
    code: or(from.get('fileCode')) ?? or(from.get('arcFileCode')) ?? 'GOI',
    oldCode: or(from.get('arcFileCode')) ?? or(from.get('fileCode')),
    title: or(from.get('title')) ?? 'Hồ sơ nhận từ gói',
    retention: or(from.get('maintenance')) ?? '07',
    accessMode: or(from.get('mode')) ?? '02',
    secrecy: from.get('mode') === secretMode ? 'MAT' : 'THUONG',
    state: 'CHO_KIEM_TRA',
    language: or(from.get('language')),
    startDate: day(from.get('startDate')),
    endDate: day(from.get('endDate')),
    keywords: words(from.get('keyword')),
    documents: whole(from.get('totalDoc')),
    sheets: whole(from.get('numberOfPaper')),
    pages: whole(from.get('numberOfPage')),
    physicalState: or(from.get('format')),
    informationSign: or(from.get('inforSign')),
    trustLevel: or(from.get('confidenceLevel')),
    paperCode: or(from.get('paperFileCode')),
    backup: from.get('riskRecovery') === '1',
    remark: or(from.get('description')),
  };
}

function documentValues(from: Described): Values {
  const [number, notation] = [from.get('codeNumber') ?? '', from.get('codeNotation') ?? ''];
  const type = from.get('typeName');
  return {
    docId: or(from.get('docId')),
    archiveCode: or(from.get('docCode')),
    // Several types of ours share a number of the circular; the first is the one that it names.
    type: type
      ? (codeList('documentType').items.find(({ archiveCode, code }) => archiveCode === type && (type !== '32' || code === 'KHAC'))?.code ??
        'KHAC')
      : undefined,
    number: or(number),
    symbol: [number, notation].filter(Boolean).join(notation.includes('/') ? '-' : '/') || undefined,
    issuedOn: day(from.get('issuedDate')),
    issuer: or(from.get('organName')),
    subject: or(from.get('subject')),
    pageCount: whole(from.get('numberOfPage')),
    secrecy: from.get('mode') === secretMode ? 'MAT' : 'THUONG',
    verification: 'CHO_XEM',
    language: or(from.get('language')),
    retention: or(from.get('maintenance')),
    accessMode: or(from.get('mode')),
    trustLevel: or(from.get('confidenceLevel')),
    physicalState: or(from.get('format')),
    informationSign: or(from.get('inforSign')),
    handwriting: or(from.get('autograph')),
    keywords: words(from.get('keyword')),
    backup: from.get('riskRecovery') === '1',
    remark: or(from.get('description')),
  };
}

/** Pages by the ordinary way in. Out of a ZIP the PDF is put beside the book for as long as it is read. */
async function bring(
  { book, archive }: OutParts,
  source: PackageSource,
  path: string,
  file: string,
  documentId: string,
  signal: AbortSignal,
) {
  const zipped = source.name.toLowerCase().endsWith('.zip');
  const folder = join(book.dir, `incoming-${randomBytes(4).toString('hex')}`);
  const place = zipped ? join(folder, basename(file)) : join(path, ...file.split('/'));
  try {
    if (zipped) {
      await mkdir(folder, { recursive: true });
      await pipeline(await source.open(file), createWriteStream(place, { mode: 0o600 }));
    }
    const counts = { taken: 0, known: 0 };
    for await (const event of archive.importFiles([place], { documentId }, signal)) {
      if (event.kind === 'page') counts.taken++;
      else if (event.kind === 'duplicate') counts.known++;
      else if (event.kind === 'refused') throw new AppError('package.damaged', { name: source.name, problem: `${file}: ${event.code}` });
    }
    return counts;
  } finally {
    if (zipped) await rm(folder, { recursive: true, force: true });
  }
}
