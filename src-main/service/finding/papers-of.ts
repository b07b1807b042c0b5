/** All papers of a person or organisation: those that name its record, and apart from them those in which its name stands. */
import type { Paper } from '#shared/contract/window/finding';
import { AppError } from '#shared/errors/app-error';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { foldWords } from '#shared/text/fold';
import type { Book } from '../book/book';
import { byDay, paperOf } from './papers';

export interface NamedPaper extends Paper {
  readonly as: 'signer' | 'issuer' | 'text';
  readonly exact: boolean;
}

export interface PapersOf {
  readonly referring: Paper[];
  readonly named: NamedPaper[];
  readonly names: string[];
  readonly more: boolean;
  readonly namesakes: number;
}

/** Kinds that are papers, not the parts of something. */
const papers = new Set<RecordTypeName>([
  'petition',
  'case',
  'conclusion',
  'duty',
  'disciplinaryDecision',
  'incomingDocument',
  'outgoingDocument',
  'archiveFile',
  'archiveDocument',
  'note',
]);
const mostReferring = 500;
const mostNamed = 100;
/** A name in capitals and a name as it is written are the same name. */
const spelled = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');

export function papersOf(book: Book, type: 'partyMember' | 'organisation', id: string): PapersOf {
  const record = book.records.get(type, id);
  if (record === undefined) throw new AppError('record.notFound');
  const names = namesOf(record.values, type);
  const referring = referringTo(book, id);
  const known = new Set(referring.map((paper) => paper.id));
  const { found, more } = naming(book, names, known);
  const column = type === 'partyMember' ? 'full_name' : 'name';
  const table = type === 'partyMember' ? 'party_member' : 'organisation';
  const main = foldWords(names[0] ?? '');
  const namesakes = book.db
    .prepare<[], string | null>(`SELECT ${column} FROM ${table} WHERE removed = 0`)
    .pluck()
    .all()
    .filter((name) => name !== null && foldWords(name) === main).length;
  return { referring, named: found, names, more, namesakes };
}

function namesOf(values: Readonly<Record<string, unknown>>, type: 'partyMember' | 'organisation'): string[] {
  const all = type === 'partyMember' ? [values['fullName'], values['otherName']] : [values['name']];
  // One word finds half of the archive.
  return all.filter((name): name is string => typeof name === 'string' && foldWords(name).includes(' '));
}

/** Steps, checklist items and duties that name it stand for their case. */
function referringTo(book: Book, id: string): Paper[] {
  const found = new Map<string, Paper>();
  for (const hit of book.records.referrers(id, mostReferring)) {
    if (!papers.has(hit.type)) continue;
    const paper = paperOf(book, hit.type, hit.id);
    if (paper) found.set(hit.id, paper);
  }
  return [...found.values()].toSorted(byDay);
}

function naming(book: Book, names: readonly string[], known: ReadonlySet<string>): { found: NamedPaper[]; more: boolean } {
  const { db, records } = book;
  const idOf = db.prepare<[number], string>('SELECT id FROM record WHERE n = ?').pluck();
  const documents = new Map<number, NamedPaper>();
  let more = false;
  for (const name of names) {
    const wanted = spelled(name);
    const pages = db
      .prepare<[string, number], { document: number; n: number }>(
        `SELECT d.document, d.n FROM search s CROSS JOIN search_doc d ON d.n = s.rowid WHERE search MATCH ? AND d.document IS NOT NULL ORDER BY s.rowid DESC LIMIT ?`,
      )
      .all(`"${foldWords(name)}"`, mostNamed * 5);
    more ||= pages.length === mostNamed * 5;
    for (const { document, n } of pages) {
      const there = documents.get(document);
      if (there?.exact === true && there.as !== 'text') continue;
      const id = idOf.get(document);
      if (id === undefined || known.has(id)) continue;
      const paper = there ?? (documents.size < mostNamed ? paperOf(book, 'archiveDocument', id) : undefined);
      if (paper === undefined) {
        more ||= documents.size >= mostNamed;
        continue;
      }
      const values = records.get('archiveDocument', id)?.values ?? {};
      const holds = (text: unknown): boolean => typeof text === 'string' && foldWords(text).includes(foldWords(name));
      const as = holds(values['signer']) ? 'signer' : holds(values['issuer']) ? 'issuer' : 'text';
      const exact = there?.exact === true || spelled(textOf(book, document, n, values)).includes(wanted);
      documents.set(document, { ...paper, as, exact });
    }
  }
  return { found: [...documents.values()].toSorted((a, b) => Number(b.exact) - Number(a.exact) || byDay(a, b)), more };
}

function textOf(book: Book, document: number, n: number, values: Readonly<Record<string, unknown>>): string {
  if (n === document) return [values['signer'], values['issuer'], values['subject']].filter(Boolean).join(' · ');
  return (
    book.db
      .prepare<[number], string>("SELECT coalesce(corrected_text, '') || ' ' || coalesce(raw_text, '') FROM page WHERE n = ?")
      .pluck()
      .get(n) ?? ''
  );
}
