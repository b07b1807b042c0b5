import { createHmac, randomBytes } from 'node:crypto';
import { foldWords } from '#shared/text/fold';
import { gramsOf, similarity } from '#shared/text/grams';
import { scoreOf } from '#shared/rules/petitions/similar';
import type { Book } from '../../book/book';
import { unsealText } from '../../vault/sealed-value';

export interface DuplicateQuery {
  /** The petition itself, which is no duplicate of itself. */
  readonly id?: string | undefined;
  readonly summary: string;
  readonly items: readonly string[];
  readonly members: readonly string[];
  readonly organisations: readonly string[];
  /** The subject in words, where it is no record. */
  readonly subject: string;
  readonly senderName: string;
  readonly senderAddress: string;
}

export interface DuplicateHit {
  readonly id: string;
  readonly score: number;
  readonly content: number;
  readonly sameSender: boolean;
  readonly sameSubject: boolean;
}

export interface DuplicateIndex {
  /** Reads on in slices of about ten milliseconds; true once the whole register is known. */
  ready(): boolean;
  /** Likely duplicates among what is known, the best first. */
  find(query: DuplicateQuery, limit: number): DuplicateHit[];
}

/** 32-bit words of the sketch of a text: its grams as bits, of which the common ones are counted before the grams themselves are compared. */
const sketchWords = 32;
/** How many of the likeliest by sketch are compared gram by gram. */
const compared = 120;
const sliceMilliseconds = 10;

interface Entry {
  readonly id: string;
  readonly grams: Uint32Array;
  readonly sketch: Uint32Array;
  readonly subjects: readonly string[];
  readonly name: string;
  readonly address: string;
}

interface Row {
  readonly id: string;
  readonly n: number;
  readonly summary: string | null;
  readonly items: string | null;
  readonly accused_members: string | null;
  readonly accused_organisations: string | null;
  readonly accused_text: string | null;
  readonly sender_name: string | null;
  readonly sender_address: string | null;
}

const indexes = new WeakMap<Book['db'], DuplicateIndex>();

/** The index of an open book, made at the first question and kept in memory only: nothing of it reaches the disk. */
export function duplicatesOf(book: Book): DuplicateIndex {
  const known = indexes.get(book.db);
  if (known) return known;
  const made = createIndex(book);
  indexes.set(book.db, made);
  return made;
}

function createIndex({ db, events, keys }: Book): DuplicateIndex {
  /** Senders are compared by a keyed hash; the key lives as long as this process. */
  const secret = randomBytes(32);
  const mark = (text: string): string => {
    const words = foldWords(text);
    return words === '' ? '' : createHmac('sha256', secret).update(words).digest('base64url');
  };
  const sealed = (id: string, field: string, envelope: string | null): string =>
    envelope === null ? '' : mark(unsealText(keys.sealed, { type: 'petition', id, field }, envelope) ?? '');

  const columns =
    'r.id, t.n, t.summary, t.items, t.accused_members, t.accused_organisations, t.accused_text, t.sender_name, t.sender_address FROM petition t JOIN record r ON r.n = t.n';
  const some = db.prepare<[number, number], Row>(`SELECT ${columns} WHERE t.removed = 0 AND t.n > ? ORDER BY t.n LIMIT ?`);
  const one = db.prepare<[string], Row>(`SELECT ${columns} WHERE r.id = ? AND t.removed = 0`);

  const entries = new Map<string, Entry>();
  let after = 0;
  let whole = false;
  const keep = (row: Row): void => {
    const text = [row.summary ?? '', ...textsOf(row.items)].join(' ');
    const grams = gramsOf(text);
    entries.set(row.id, {
      id: row.id,
      grams,
      sketch: sketchOf(grams),
      subjects: [...idsOf(row.accused_members), ...idsOf(row.accused_organisations), ...wordsOf(row.accused_text ?? '')],
      name: sealed(row.id, 'senderName', row.sender_name),
      address: sealed(row.id, 'senderAddress', row.sender_address),
    });
  };
  const again = (id: string): void => {
    const row = one.get(id);
    if (row) keep(row);
    else entries.delete(id);
  };
  events.on((event) => {
    if (event.kind !== 'records' || !event.types.includes('petition')) return;
    if (event.ids.length > 0) {
      for (const id of event.ids) again(id);
      return;
    }
    entries.clear();
    after = 0;
    whole = false;
  });

  return {
    ready: () => {
      const end = performance.now() + sliceMilliseconds;
      while (!whole && performance.now() < end) {
        const rows = some.all(after, 50);
        for (const row of rows) keep(row);
        after = rows.at(-1)?.n ?? after;
        whole = rows.length < 50;
      }
      return whole;
    },
    find: (query, limit) => {
      const own = query.id === undefined ? undefined : entries.get(query.id);
      const grams = gramsOf([query.summary, ...query.items].join(' '));
      const sketch = sketchOf(grams);
      const subjects = new Set([...query.members, ...query.organisations, ...wordsOf(query.subject)]);
      const name = query.senderName === '' ? (own?.name ?? '') : mark(query.senderName);
      const address = query.senderName === '' ? (own?.address ?? '') : mark(query.senderAddress);
      const near: { entry: Entry; guess: number; sameSender: boolean; sameSubject: boolean }[] = [];
      for (const entry of entries.values()) {
        if (entry.id === query.id) continue;
        const sameSender = name !== '' && entry.name === name && (address === '' || entry.address === '' || entry.address === address);
        const sameSubject = entry.subjects.some((subject) => subjects.has(subject));
        const common = commonBits(sketch, entry.sketch);
        const guess = (2 * common) / (grams.length + entry.grams.length || 1) + (sameSender ? 0.5 : 0) + (sameSubject ? 0.3 : 0);
        near.push({ entry, guess, sameSender, sameSubject });
      }
      near.sort((a, b) => b.guess - a.guess);
      return near
        .slice(0, compared)
        .map(({ entry, sameSender, sameSubject }) => {
          const content = similarity(grams, entry.grams);
          return { id: entry.id, content, sameSender, sameSubject, score: scoreOf({ sameSender, sameSubject, content }) };
        })
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, limit);
    },
  };
}

function sketchOf(grams: Uint32Array): Uint32Array {
  const sketch = new Uint32Array(sketchWords);
  for (const gram of grams) {
    const bit = Math.imul(gram, 0x9e3779b1) >>> 22;
    sketch[bit >>> 5] = (sketch[bit >>> 5] as number) | (1 << (bit & 31));
  }
  return sketch;
}

function commonBits(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < sketchWords; i += 1) {
    let word = (a[i] as number) & (b[i] as number);
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

const idsOf = (json: string | null): readonly string[] => (json === null ? [] : (JSON.parse(json) as string[]));

const textsOf = (json: string | null): readonly string[] =>
  json === null ? [] : (JSON.parse(json) as { summary?: string }[]).map(({ summary }) => summary ?? '');

/** A subject that is written in words: the whole of it, folded. */
const wordsOf = (text: string): readonly string[] => {
  const words = foldWords(text);
  return words === '' ? [] : [`=${words}`];
};
