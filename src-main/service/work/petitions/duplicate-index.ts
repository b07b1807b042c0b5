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
const sketchWords = 16;
/** How many of the likeliest by sketch are compared gram by gram. */
const compared = 80;
const sliceMilliseconds = 10;
/** Between two slices, so that the service answers others meanwhile. */
const pauseMilliseconds = 20;

interface Entry {
  readonly id: string;
  readonly grams: Uint32Array;
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

  const places = new Map<string, number>();
  let entries: (Entry | undefined)[] = [];
  let sketches = new Uint32Array(1024 * sketchWords);
  let sizes = new Uint16Array(1024);
  const bySubject = new Map<string, Set<number>>();
  const byName = new Map<string, Set<number>>();
  let after = 0;
  let whole = false;

  const forget = (place: number): void => {
    const old = entries[place];
    if (!old) return;
    entries[place] = undefined;
    for (const subject of old.subjects) bySubject.get(subject)?.delete(place);
    byName.get(old.name)?.delete(place);
  };
  const keep = (row: Row): void => {
    const grams = gramsOf([row.summary ?? '', ...textsOf(row.items)].join(' '));
    const place = places.get(row.id) ?? entries.length;
    forget(place);
    places.set(row.id, place);
    if ((place + 1) * sketchWords > sketches.length) {
      sketches = grown(sketches, new Uint32Array(sketches.length * 2));
      sizes = grown(sizes, new Uint16Array(sizes.length * 2));
    }
    const entry: Entry = {
      id: row.id,
      grams,
      subjects: [...idsOf(row.accused_members), ...idsOf(row.accused_organisations), ...wordsOf(row.accused_text ?? '')],
      name: sealed(row.id, 'senderName', row.sender_name),
      address: sealed(row.id, 'senderAddress', row.sender_address),
    };
    entries[place] = entry;
    sketches.set(sketchOf(grams), place * sketchWords);
    sizes[place] = Math.min(grams.length, 0xffff);
    for (const subject of entry.subjects) addTo(bySubject, subject, place);
    if (entry.name !== '') addTo(byName, entry.name, place);
  };
  const again = (id: string): void => {
    const row = one.get(id);
    const place = places.get(id);
    if (row) keep(row);
    else if (place !== undefined) forget(place);
  };
  const readOn = (): boolean => {
    const end = performance.now() + sliceMilliseconds;
    while (!whole && performance.now() < end) {
      const rows = some.all(after, 20);
      for (const row of rows) keep(row);
      after = rows.at(-1)?.n ?? after;
      whole = rows.length < 20;
    }
    return whole;
  };
  const goOn = (): void => {
    if (db.open && !readOn()) setTimeout(goOn, pauseMilliseconds).unref();
  };
  events.on((event) => {
    if (event.kind !== 'records' || !event.types.includes('petition')) return;
    if (event.ids.length > 0) {
      for (const id of event.ids) again(id);
      return;
    }
    places.clear();
    entries = [];
    bySubject.clear();
    byName.clear();
    after = 0;
    if (whole) setTimeout(goOn, pauseMilliseconds).unref();
    whole = false;
  });
  setTimeout(goOn, 0).unref();

  return {
    ready: readOn,
    find: (query, limit) => {
      const own = query.id === undefined ? undefined : entries[places.get(query.id) ?? -1];
      const grams = gramsOf([query.summary, ...query.items].join(' '));
      const sketch = sketchOf(grams);
      const name = query.senderName === '' ? (own?.name ?? '') : mark(query.senderName);
      const address = query.senderName === '' ? (own?.address ?? '') : mark(query.senderAddress);
      const senders = new Set(
        [...(byName.get(name) ?? [])].filter((place) => {
          const there = entries[place]?.address ?? '';
          return address === '' || there === '' || there === address;
        }),
      );
      const subjects = new Set(
        [...query.members, ...query.organisations, ...wordsOf(query.subject)].flatMap((subject) => [...(bySubject.get(subject) ?? [])]),
      );
      // Likeness guessed from the sketches in hundredths; the places of the best are compared in full.
      const buckets: number[][] = Array.from({ length: 101 }, () => []);
      for (let place = 0; place < entries.length; place += 1) {
        const common = commonBits(sketch, sketches, place * sketchWords);
        const guess = Math.min(100, Math.round((200 * common) / (grams.length + (sizes[place] as number) + 1)));
        if (guess > 5) (buckets[guess] as number[]).push(place);
      }
      const near = new Set([...senders, ...subjects].slice(0, 4 * compared));
      const enough = near.size + compared;
      for (let guess = 100; guess >= 0 && near.size < enough; guess -= 1)
        for (const place of buckets[guess] as number[]) if (near.size < enough) near.add(place);
      const found: DuplicateHit[] = [];
      for (const place of near) {
        const entry = entries[place];
        if (!entry || entry.id === query.id) continue;
        const likeness = { sameSender: senders.has(place), sameSubject: subjects.has(place), content: similarity(grams, entry.grams) };
        const score = scoreOf(likeness);
        if (score > 0) found.push({ id: entry.id, ...likeness, score });
      }
      return found.sort((a, b) => b.score - a.score).slice(0, limit);
    },
  };
}

function addTo(map: Map<string, Set<number>>, key: string, place: number): void {
  const there = map.get(key);
  if (there) there.add(place);
  else map.set(key, new Set([place]));
}

function grown<T extends Uint32Array | Uint16Array>(old: T, room: T): T {
  room.set(old);
  return room;
}

function sketchOf(grams: Uint32Array): Uint32Array {
  const sketch = new Uint32Array(sketchWords);
  for (const gram of grams) {
    const bit = Math.imul(gram, 0x9e3779b1) >>> 23;
    sketch[bit >>> 5] = (sketch[bit >>> 5] as number) | (1 << (bit & 31));
  }
  return sketch;
}

function commonBits(sketch: Uint32Array, sketches: Uint32Array, from: number): number {
  let count = 0;
  for (let i = 0; i < sketchWords; i += 1) {
    let word = (sketch[i] as number) & (sketches[from + i] as number);
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
