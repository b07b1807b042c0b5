import type { DossierEntry } from '#shared/contract/window/cases';
import { codeLabel } from '#shared/rules/code-lists/index';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Book } from '../../book/book';
import type { StoredRecord } from '../../store/record-store';
import { caseOf, partsOf } from './case-record';

interface Evidence {
  readonly name?: string;
  readonly receivedOn?: string;
  readonly document?: string;
}
interface Meeting {
  readonly day?: string;
  readonly purpose?: string;
  readonly minutes?: string;
}

type Found = Omit<DossierEntry, 'order' | 'fromPage'>;

/**
 * The table of contents of a case's dossier: petitions, the papers of its steps in their order, minutes and evidence, and papers in and out that
 * name the case, each once. Required papers that are missing stand in their place.
 */
export function dossierOf(book: Book, id: string): { title: string; entries: DossierEntry[]; pages: number } {
  const found = caseOf(book, id);
  const seen = new Set<string>();
  const once = (paper: string | undefined): boolean => paper !== undefined && !seen.has(paper) && Boolean(seen.add(paper));
  const entries: Found[] = [];
  for (const petition of idsOf(found.values.petitions)) {
    const record = book.records.get('petition', petition);
    if (!record) continue;
    const scans = idsOf(record.values.attachments).filter(once);
    if (scans.length === 0) entries.push(entry({ name: record.title, date: record.values.receivedOn, type: 'petition', id: petition }));
    for (const scan of scans) entries.push(scanned(book, 'archiveDocument', scan, record.title));
  }
  for (const paper of partsOf(book, 'checklistItem', id)) {
    const { name, state, document, required } = paper.values;
    if (state === 'KHONG_CAN') continue;
    if (typeof document === 'string') {
      if (once(document)) entries.push(scanned(book, book.records.typeOf(document) ?? 'archiveDocument', document, String(name)));
    } else if (state === 'CO') entries.push(entry({ name, date: paper.values.doneOn, type: 'checklistItem', id: paper.id }));
    else if (required === true) entries.push({ ...entry({ name, type: 'checklistItem', id: paper.id }), state: 'missing' });
  }
  for (const { day, purpose, minutes } of listOf<Meeting>(found.values.schedule))
    if (once(minutes))
      entries.push(scanned(book, book.records.typeOf(minutes ?? '') ?? 'archiveDocument', minutes ?? '', purpose ?? '', day));
  for (const { name, receivedOn, document } of listOf<Evidence>(found.values.evidence))
    if (document === undefined) entries.push(entry({ name, date: receivedOn, type: 'case', id }));
    else if (once(document)) entries.push(scanned(book, 'archiveDocument', document, name ?? '', receivedOn));
  for (const document of idsOf(found.values.documents)) if (once(document)) entries.push(scanned(book, 'archiveDocument', document, ''));
  for (const type of ['incomingDocument', 'outgoingDocument'] as const)
    for (const record of book.records.list({ type, filters: [{ field: 'case', op: 'eq', value: id }], limit: 1000 }).rows)
      if (once(record.id)) entries.push(ofRegister(book, record));
  let from = 1;
  const numbered = entries.map((one, index): DossierEntry => {
    const fromPage = one.pages > 0 ? from : 0;
    from += one.pages;
    return { ...one, order: index + 1, fromPage };
  });
  return { title: found.title, entries: numbered, pages: from - 1 };
}

const idsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);
const listOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as T[]) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const entry = ({ name, date, type, id }: { name: unknown; date?: unknown; type: RecordTypeName; id: string }): Found => ({
  name: textOf(name),
  symbol: '',
  date: textOf(date),
  pages: 0,
  type,
  id,
  document: null,
  state: 'notScanned',
});

function scanned(book: Book, type: RecordTypeName, id: string, name: string, day?: string): Found {
  const record = book.records.get(type, id);
  if (!record) return { ...entry({ name, type: 'archiveDocument', id }), id: null, type: null };
  if (type !== 'archiveDocument') return { ...ofRegister(book, record), ...(name ? { name } : {}) };
  const { symbol, issuedOn, subject, type: kind } = record.values;
  return {
    name: name || [codeLabel('documentType', textOf(kind), 'vi'), textOf(subject)].filter(Boolean).join(' ') || record.title,
    symbol: textOf(symbol),
    date: textOf(issuedOn) || textOf(day),
    pages: book.records.count({ type: 'page', filters: [{ field: 'document', op: 'eq', value: id }] }),
    type,
    id,
    document: id,
    state: 'present',
  };
}

function ofRegister(book: Book, { id, type, title, values }: StoredRecord): Found {
  const scan = textOf(values.archiveDocument);
  const pages = scan ? book.records.count({ type: 'page', filters: [{ field: 'document', op: 'eq', value: scan }] }) : 0;
  return {
    name: [codeLabel('documentType', textOf(values.type), 'vi'), textOf(values.subject)].filter(Boolean).join(' ') || title,
    symbol: textOf(values.symbol),
    date: textOf(values.issuedOn) || textOf(values.documentDate),
    pages,
    type,
    id,
    document: scan || null,
    state: scan ? 'present' : 'notScanned',
  };
}
