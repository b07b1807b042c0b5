/** Values that a field of a document may have been meant to hold: from the organisation tree, the member list, and what was used before. */
import type { Book } from '../../book/book';
import { likeness, type Shaped, shaped } from '#shared/text/near';

export type Source = 'organisation' | 'member' | 'used';
export interface Suggestion {
  readonly value: string;
  readonly source: Source;
}

interface Candidate extends Shaped {
  readonly source: Source;
  /** How often it stands in documents. */
  readonly uses: number;
}

/** Columns of archive_document by field, of the fields for which values repeat. */
const columns: Readonly<Record<string, string>> = {
  issuer: 'issuer',
  signer: 'signer',
  signerPost: 'signer_post',
  place: 'place',
  authority: 'authority',
};
/** Less like than this is another thing. */
const least = 0.55;
const mostUsed = 2000;

export interface Suggester {
  /** The most like first; the text itself is not among them. Nothing for fields whose values do not repeat. */
  suggest(field: string, text: string, limit: number): Suggestion[];
}

export function createSuggester(book: Book): Suggester {
  const kept = new Map<string, readonly Candidate[]>();
  book.events.on((event) => {
    if (event.kind !== 'records') return;
    if (event.types.includes('organisation') || event.types.includes('partyMember')) kept.clear();
    // What one confirms is known at once; reading a whole list again for each document is not worth it.
    else if (event.types.includes('archiveDocument') && event.ids.length === 0) kept.clear();
  });
  let seenAs = book.access.version();
  const candidates = (field: string): readonly Candidate[] => {
    // Another person sees other documents.
    if (seenAs !== book.access.version()) kept.clear();
    seenAs = book.access.version();
    const known = kept.get(field) ?? read(book, field);
    kept.set(field, known);
    return known;
  };
  return {
    suggest: (field, text, limit) => {
      if (columns[field] === undefined) return [];
      const asked = shaped(text);
      if (asked.folded === '')
        return candidates(field)
          .filter(({ source }) => source === 'used')
          .slice(0, limit)
          .map(({ text: value, source }) => ({ value, source }));
      return candidates(field)
        .map((one) => ({ one, alike: likeness(asked, one) }))
        .filter(({ one, alike }) => alike >= least && one.text !== text)
        .toSorted((a, b) => b.alike - a.alike || b.one.uses - a.one.uses)
        .slice(0, limit)
        .map(({ one }) => ({ value: one.text, source: one.source }));
    },
  };
}

function read(book: Book, field: string): Candidate[] {
  const { db } = book;
  const found = new Map<string, Candidate>();
  const add = (text: string, source: Source, uses: number): void => {
    const value = text.trim();
    const there = found.get(value);
    if (value !== '') found.set(value, { ...shaped(value), source: there?.source ?? source, uses: uses + (there?.uses ?? 0) });
  };
  const names = (sql: string): string[] =>
    db
      .prepare<[], string | null>(sql)
      .pluck()
      .all()
      .filter((name) => name !== null);
  if (field === 'issuer') for (const name of names('SELECT name FROM organisation WHERE removed = 0')) add(name, 'organisation', 0);
  if (field === 'signer') {
    for (const name of names('SELECT secretary FROM organisation WHERE removed = 0')) add(name, 'organisation', 0);
    for (const name of names('SELECT full_name FROM party_member WHERE removed = 0')) add(name, 'member', 0);
  }
  const column = columns[field] ?? '';
  const used = db
    .prepare<[number], { value: string; uses: number }>(
      `SELECT "${column}" AS value, count(*) AS uses FROM archive_document
        WHERE removed = 0 AND verification = 'DA_XEM' AND "${column}" IS NOT NULL${book.access.visible('n', 'archiveDocument')} GROUP BY 1 ORDER BY 2 DESC LIMIT ?`,
    )
    .all(mostUsed);
  for (const { value, uses } of used) add(value, 'used', uses);
  return [...found.values()].toSorted((a, b) => b.uses - a.uses);
}
