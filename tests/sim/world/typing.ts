/** What people do in their books: a few records that everybody works on, so that changes meet. */
import type { Op } from '#shared/sync/op';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Book } from '#service/book/book';
import type { ConflictChoice } from '#service/store/record-store';
import type { Random } from '../environment/random';
import type { Trace } from '../environment/trace';
import { canonical } from '#shared/sync/op';
import { marksIn, opName, type Oracle } from './oracle';
import type { Station } from './station';

const uuid = (n: number): string => `01890000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const fonds = uuid(99);

/** A state of a task that the hub of the simulation refuses (scripts/sim/bundle.mjs). */
const refusedState = 'BO';

interface Thing {
  readonly type: RecordTypeName;
  readonly id: string;
  readonly texts: readonly string[];
  readonly tags?: string;
  readonly items?: string;
  readonly small: Readonly<Record<string, readonly unknown[]>>;
  /** What it needs beside, when it is made. */
  readonly needs: Readonly<Record<string, unknown>>;
}

const days = ['2026-02-03', '2026-03-05', null];
const task = (n: number): Thing => ({
  type: 'task',
  id: uuid(n),
  texts: ['name', 'remark', 'assignee'],
  small: { dueOn: days, state: ['CHUA_LAM', 'DANG_LAM', 'HOAN_THANH', refusedState] },
  needs: { state: 'CHUA_LAM' },
});

export const things: readonly Thing[] = [
  task(1),
  task(2),
  {
    type: 'archiveFile',
    id: uuid(3),
    texts: ['title', 'remark'],
    tags: 'keywords',
    small: { sheets: [3, 4, null] },
    needs: { code: 'HS-1', fonds, retention: '01', accessMode: '01', secrecy: 'THUONG', state: 'CHUA_QUET' },
  },
  {
    type: 'petition',
    id: uuid(4),
    texts: ['summary', 'accusedText'],
    items: 'items',
    small: { number: [1, 2, 3], pageCount: [1, 2, null] },
    needs: { number: 1, receivedOn: '2026-01-05', kind: 'TC', source: 'TRUC_TIEP', secrecy: 'THUONG', state: 'MOI' },
  },
];

type Values = Readonly<Record<string, unknown>>;
type Item = Readonly<Record<string, unknown>>;

/** One person changes one or two fields of one record, or makes the record. */
export function typeSomething(
  station: Station,
  oracle: Oracle,
  random: Random,
  trace: Trace,
  only?: { thing: number; field?: string },
): void {
  const thing = only ? things[only.thing] : random.pick(things);
  if (!thing) throw new RangeError('no such thing');
  const before = station.book.records.get(thing.type, thing.id);
  const values: Record<string, unknown> = {};
  const names = only?.field ? [only.field] : fieldsToChange(thing, random);
  if (!before) {
    Object.assign(values, thing.needs);
    for (const field of thing.texts.slice(0, 1)) values[field] = oracle.mark();
  }
  for (const field of names) values[field] = changed(thing, field, before?.values ?? {}, oracle, random);
  keep(station, oracle, trace, thing, before?.values ?? {}, (book) => {
    const alone = thing.type === 'archiveFile' && book.records.typeOf(fonds) === undefined;
    return book.records.save([
      ...(alone ? [{ type: 'archiveFonds' as const, id: fonds, values: { code: 'P-1', name: 'Phông mẫu' } }] : []),
      { type: thing.type, id: thing.id, values },
    ]);
  });
}

function fieldsToChange(thing: Thing, random: Random): string[] {
  const all = [
    ...thing.texts,
    ...Object.keys(thing.small),
    ...(thing.tags ? [thing.tags, thing.tags] : []),
    ...(thing.items ? [thing.items, thing.items] : []),
  ];
  const first = random.pick(all);
  const second = random.pick(all);
  return random.chance(0.25) && second !== first ? [first, second] : [first];
}

function changed(thing: Thing, field: string, before: Values, oracle: Oracle, random: Random): unknown {
  if (field === thing.tags) {
    const tags = (before[field] as readonly string[] | undefined) ?? [];
    if (tags.length > 0 && random.chance(0.35)) {
      const gone = random.pick(tags);
      return tags.filter((tag) => tag !== gone);
    }
    return [...tags, oracle.mark()];
  }
  if (field === thing.items) {
    const items = (before[field] as readonly Item[] | undefined) ?? [];
    const what = items.length === 0 ? 0 : random.next();
    if (what < 0.45) return [...items, { summary: oracle.mark() }];
    const chosen = random.pick(items);
    if (what < 0.8) return items.map((item) => (item === chosen ? { ...item, summary: oracle.mark() } : item));
    return items.filter((item) => item !== chosen);
  }
  const small = thing.small[field];
  return small ? random.pick(small) : oracle.mark();
}

/** Moves a record aside, or back. */
export function moveAside(station: Station, random: Random, trace: Trace): void {
  const thing = random.pick(things.filter(({ type }) => type === 'task'));
  const record = station.book.records.get(thing.type, thing.id);
  if (!record) return;
  trace.say(`${station.name} ${record.removedAt === null ? 'removes' : 'restores'} ${thing.type}`);
  station.act((book) =>
    record.removedAt === null ? book.records.remove(thing.type, thing.id, 'trùng') : book.records.restore(thing.type, thing.id, 'nhầm'),
  );
}

/** Somebody decides a conflict: for either side, or types a third value. */
export function settle(station: Station, oracle: Oracle, random: Random, trace: Trace): void {
  const conflicts = station.book.records.conflicts(50);
  if (conflicts.length === 0) return;
  const { id, type, recordId, field, item, loser } = random.pick(conflicts);
  const thing = things.find((one) => one.id === recordId);
  if (!thing) return;
  const mayType = item === undefined && thing.texts.includes(field);
  const choice = random.pick<ConflictChoice>(mayType ? ['winner', 'loser', { typed: oracle.mark() }] : ['winner', 'loser']);
  const before = station.book.records.get(type, recordId)?.values ?? {};
  trace.say(`${station.name} settles ${type} ${field}`);
  keep(station, oracle, trace, thing, { ...before, [field]: [before[field], loser.value] }, (book) =>
    book.records.settleConflict(id, choice),
  );
}

/** What the hub refused is mended and sent once more. */
export function mend(station: Station, oracle: Oracle, trace: Trace): void {
  for (const { type, recordId } of station.book.outbox.parked(100)) {
    const record = station.book.records.get(type, recordId);
    const thing = things.find(({ id }) => id === recordId);
    if (!record || !thing) continue;
    trace.say(`${station.name} mends ${type}`);
    if (record.values['state'] === refusedState)
      keep(station, oracle, trace, thing, record.values, (book) =>
        book.records.save([{ type: thing.type, id: recordId, values: { state: 'DANG_LAM' } }]),
      );
    sendAgain(station, oracle, recordId);
  }
}

/** What goes out again stands for what was refused: also for the decisions that were made with it. */
function sendAgain(station: Station, oracle: Oracle, recordId: string): void {
  const { made } = station.book.outbox.watermarks();
  const parked = station.book.db
    .prepare<[string], string>('SELECT op FROM outbox WHERE refused IS NOT NULL AND record_id = ?')
    .pluck()
    .all(recordId)
    .map((text) => opName(JSON.parse(text) as Op));
  station.act((book) => book.records.sendAgain(recordId));
  station.revive();
  for (const again of station.book.outbox.pending(50, made).filter(({ id }) => id === recordId))
    for (const entry of oracle.typed.filter(({ who, op }) => who === station.name && parked.includes(op)))
      oracle.took({ ...entry, op: opName(again), put: [], mayVanish: true });
}

function keep(station: Station, oracle: Oracle, trace: Trace, thing: Thing, seen: Values, save: (book: Book) => unknown): void {
  const { made } = station.book.outbox.watermarks();
  const done = station.act((at) => {
    save(at);
    return true;
  });
  // Killed behind the commit: nobody was told that it was saved, and it is.
  station.revive();
  const { book } = station;
  const ops = book.outbox.pending(10, made);
  const op = ops.find(({ id }) => id === thing.id);
  trace.say(`${station.name} ${done ? 'types' : 'fails to type'} ${thing.type} ${op ? Object.keys(op.fields).join() : 'nothing new'}`);
  if (!op) return;
  const now = book.records.get(thing.type, thing.id)?.values ?? {};
  for (const [field, typed] of Object.entries(op.fields)) {
    // What somebody typed knowing what stood there is what stands now.
    if (!Array.isArray(typed) && !field.startsWith('$') && canonical(now[field] ?? null) !== canonical(typed))
      station.problems.push(`${station.name} typed ${canonical(typed)} in ${field} and sees ${canonical(now[field] ?? null)}`);
    const [were, are] = [marksIn(seen[field]), marksIn(now[field])];
    oracle.took({
      op: opName(op),
      who: station.name,
      place: `${thing.type} ${thing.id} ${field}`,
      put: are.filter((mark) => !were.includes(mark)),
      over: were.filter((mark) => !are.includes(mark)),
      mayVanish: done !== true,
    });
  }
}
