import type { RecordTypeName } from '#shared/records/record-type-name';
import { type Fact, recordKey, type SourceName, type Span } from '#shared/statistics/fact';
import type { MemberValues } from '#shared/statistics/facts/world';
import { type Units, unitsOf } from '#shared/statistics/units';
import type { Book } from '../../book/book';
import { createFactSources, readFactsAhead } from './fact-sources';
import type { ReadAhead } from './read-ahead';
import { readMembers } from './read-members';
import { readValues } from './read-values';

/** The facts of a period of one book, made once per source; what changes in the book changes those that it touches. */
export interface Facts {
  readonly units: Units;
  /** @param caseTypes facts about cases of these types alone, where no others are asked for: fewer records are read */
  of(source: SourceName, caseTypes?: readonly string[]): readonly Fact[];
}

interface Kept {
  units: Units | undefined;
  member: ((id: string) => MemberValues | undefined) | undefined;
  readonly bySpan: Map<string, SpanFacts>;
  ahead: ReadAhead | undefined;
}
const kept = new WeakMap<Book, Kept>();
/** Periods kept at once: a form with the one before, and a year's quarters. */
const spansKept = 8;

export function gatherFacts(book: Book, span: Span): Facts {
  const known = kept.get(book) ?? follow(book);
  const key = `${span.from}/${span.to}`;
  const units = (known.units ??= readUnits(book));
  const before = known.bySpan.get(key);
  if (before) return { units, of: before.of };
  if (known.bySpan.size >= spansKept) known.bySpan.clear();
  const made = factsOfSpan(
    book,
    createFactSources({ book, span, units, member: (id) => (known.member ??= readMembers(book))(id), ahead: known.ahead }),
  );
  known.bySpan.set(key, made);
  return { units, of: made.of };
}

/** From now on what forms count is read while nobody waits, beginning after a pause. */
export function gatherAhead(book: Book, firstPauseMilliseconds: number): ReadAhead {
  const known = kept.get(book) ?? follow(book);
  return (known.ahead ??= readFactsAhead(book, firstPauseMilliseconds));
}

/** Keeps what is known of a book true to it: every write of records tells which they were. */
function follow(book: Book): Kept {
  const known: Kept = { units: undefined, member: undefined, bySpan: new Map(), ahead: undefined };
  kept.set(book, known);
  book.events.on((event) => {
    if (event.kind !== 'records') return;
    if (event.types.includes('partyMember')) known.member = undefined;
    if (event.types.includes('organisation')) {
      known.units = undefined;
      known.bySpan.clear();
    } else for (const facts of known.bySpan.values()) facts.changed(event.types, event.ids);
  });
  return known;
}

const readUnits = (book: Book): Units =>
  unitsOf(
    readValues(book, {
      type: 'organisation',
      fields: ['name', 'kind', 'parent', 'validFrom', 'validTo', 'state', 'lineage'],
      ids: true,
    }).map(({ record, values }) => ({
      ...values,
      id: record.id,
      name: values.name ?? '',
      kind: values.kind ?? 'KHAC',
      state: values.state ?? '',
    })),
  );

interface SpanFacts {
  readonly of: Facts['of'];
  /** @param ids empty: more than are named */
  changed(types: readonly RecordTypeName[], ids: readonly string[]): void;
}

/** More changed records at once are read with all others. */
const mostAgain = 200;

function factsOfSpan(book: Book, sources: ReturnType<typeof createFactSources>): SpanFacts {
  const made = new Map<SourceName, readonly Fact[]>();
  /** Of a source of which not everything was asked for yet, by type of case. */
  const parts = new Map<string, readonly Fact[]>();
  return {
    of: (name, caseTypes) => {
      const before = made.get(name);
      if (before) return before;
      const { ofType } = sources.of[name];
      if (caseTypes && ofType)
        return caseTypes.flatMap((type) => {
          const known = parts.get(type) ?? ofType(type);
          parts.set(type, known);
          return known;
        });
      const facts = sources.of[name].all();
      made.set(name, facts);
      return facts;
    },
    changed: (types, ids) => {
      sources.forget(types);
      const { type: inspected, also } = sources.of.inspected;
      if (types.some((type) => type === inspected || also.includes(type))) parts.clear();
      const numbers = ids.length > 0 && ids.length <= mostAgain ? numbersOf(book, ids) : undefined;
      for (const [name, facts] of made) {
        const source = sources.of[name];
        if (!types.some((type) => type === source.type || source.also.includes(type))) continue;
        const some = types.some((type) => source.also.includes(type)) ? undefined : source.some;
        if (some && numbers) made.set(name, replaced(facts, numbers, some(numbers)));
        else made.delete(name);
      }
    },
  };
}

/** Undefined where one of them is in the store no more. */
function numbersOf({ db }: Book, ids: readonly string[]): number[] | undefined {
  const found = db
    .prepare<string[], number>(`SELECT n FROM record WHERE id IN (${ids.map(() => '?').join(', ')})`)
    .pluck()
    .all(...ids);
  return found.length === new Set(ids).size ? found : undefined;
}

/** The facts with those of these records made anew, in the place where the record stood; of new ones at the end. */
function replaced(facts: readonly Fact[], numbers: readonly number[], again: readonly Fact[]): Fact[] {
  const changed = new Map<string | number, Fact[]>(numbers.map((n) => [n, []]));
  for (const fact of again) changed.get(recordKey(fact.record))?.push(fact);
  const next: Fact[] = [];
  const put = (key: string | number): void => {
    next.push(...(changed.get(key) ?? []));
    changed.set(key, []);
  };
  for (const fact of facts) {
    const key = recordKey(fact.record);
    if (changed.has(key)) put(key);
    else next.push(fact);
  }
  for (const key of changed.keys()) put(key);
  return next;
}
