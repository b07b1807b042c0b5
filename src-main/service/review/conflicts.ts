import type { ConflictItem, SettledItem } from '#shared/contract/window/sync';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { clockOf } from '#shared/sync/clocks';
import { incarnationOf, stampOf } from '#shared/sync/hlc';
import { unhiddenId } from '../access/access';
import type { Book } from '../book/book';
import { unpackClocks } from '../store/records/clocks';
import { sealedMark } from '../store/records/conflict-table';
import type { Author } from './authors';

/** Conflicts that a list shows at once. */
const shown = 200;

interface Row {
  readonly id: number;
  readonly record_id: string;
  readonly type: RecordTypeName;
  readonly field: string;
  readonly winner: string;
  readonly winner_clock: string;
  readonly loser: string;
  readonly loser_clock: string;
  readonly item: string;
  readonly settled_at: string | null;
  readonly settled_by: string | null;
}

interface Side {
  readonly value: unknown;
  readonly actor: string;
  readonly at: string;
}

type Titles = Record<string, string>;
type Naming = (actor: string, incarnation: string) => Author;

/** Values that were set without knowing of each other and wait for a person; the newest first. */
export function openConflicts(book: Book, authors: Naming, recordId?: string): { items: ConflictItem[]; titles: Titles; total: number } {
  book.access.refresh();
  const where = `settled_at IS NULL AND ${unhiddenId('record_id')}${recordId === undefined ? '' : ' AND record_id = ?'}`;
  const params = recordId === undefined ? [] : [recordId];
  const rows = book.db.prepare<unknown[], Row>(`SELECT * FROM conflict WHERE ${where} ORDER BY id DESC LIMIT ${shown}`).all(...params);
  const total =
    book.db
      .prepare<unknown[], number>(`SELECT count(*) FROM conflict WHERE ${where}`)
      .pluck()
      .get(...params) ?? 0;
  const items = rows.map((row) => itemOf(book, authors, row));
  return { items, titles: titlesIn(book, items), total };
}

/** Those that were settled, the latest first. */
export function settledConflicts(book: Book, authors: Naming, recordId?: string): { items: SettledItem[]; titles: Titles } {
  book.access.refresh();
  const where = `settled_at IS NOT NULL AND ${unhiddenId('record_id')}${recordId === undefined ? '' : ' AND record_id = ?'}`;
  const rows = book.db
    .prepare<unknown[], Row>(`SELECT * FROM conflict WHERE ${where} ORDER BY settled_at DESC LIMIT ${shown}`)
    .all(...(recordId === undefined ? [] : [recordId]));
  const items = rows.map((row) => {
    const record = book.records.get(row.type, row.record_id);
    const isSealed = record?.sealed.includes(row.field) === true;
    return {
      ...itemOf(book, authors, row),
      present: isSealed ? sealedMark : presentOf(record?.values[row.field] ?? null, row.item),
      settledAt: row.settled_at ?? '',
      settledBy: authors(row.settled_by ?? '', ''),
    };
  });
  return { items, titles: titlesIn(book, items) };
}

/** Of a small table only the item that the conflict is about. */
const presentOf = (value: unknown, item: string): unknown =>
  item === '' || !Array.isArray(value) ? value : ((value as readonly { id?: unknown }[]).find(({ id }) => id === item) ?? null);

/** Titles of the records that any of these values names. */
function titlesIn(book: Book, items: readonly (ConflictItem & { readonly present?: unknown })[]): Titles {
  const titles: Record<string, string> = {};
  const add = (value: unknown): void => {
    if (typeof value === 'string' && !(value in titles)) {
      const title = book.records.titleOf(value);
      if (title !== undefined) titles[value] = title;
    }
  };
  const within = (type: RecordTypeName, field: string, value: unknown): void => {
    const definition = recordType(type).fields[field];
    if (definition?.kind === 'ref') add(value);
    else if (definition?.kind === 'refs' && Array.isArray(value)) value.forEach(add);
    else if (definition?.kind === 'list' && typeof value === 'object' && value !== null)
      for (const item of (Array.isArray(value) ? value : [value]) as readonly Record<string, unknown>[])
        for (const [name, { kind }] of Object.entries(definition.item)) if (kind === 'ref') add(item[name]);
  };
  for (const item of items) {
    for (const value of [item.winner.value, item.loser.value, item.present]) within(item.type, item.field, value);
    for (const other of [...item.winner.unaware, ...item.loser.unaware]) within(item.type, other.field, other.value);
  }
  return titles;
}

function itemOf(book: Book, authors: Naming, row: Row): ConflictItem {
  const winner = JSON.parse(row.winner) as Side;
  const loser = JSON.parse(row.loser) as Side;
  const madeWith = besides(book, row);
  return {
    id: String(row.id),
    recordId: row.record_id,
    type: row.type,
    title: book.records.titleOf(row.record_id) ?? '',
    field: row.field,
    item: row.item === '' ? null : row.item,
    winner: {
      ...winner,
      author: authors(winner.actor, incarnationOf(row.winner_clock)),
      unaware: madeWith(row.loser_clock),
    },
    loser: { ...loser, author: authors(loser.actor, incarnationOf(row.loser_clock)), unaware: madeWith(row.winner_clock) },
  };
}

/**
 * What the author behind the other clock cannot have seen: this change and later ones of the same incarnation, in other fields, as far
 * as they still stand or are remembered.
 */
function besides(book: Book, { type, record_id, field }: Row): (clock: string) => { field: string; value: unknown }[] {
  const record = book.records.get(type, record_id);
  const packed = book.db.prepare<[string], string>('SELECT clocks FROM record WHERE id = ?').pluck().get(record_id);
  const { fields } = recordType(type);
  const changes = Object.entries(packed === undefined ? {} : unpackClocks(packed))
    .filter(([name]) => name !== field && fields[name] !== undefined)
    .flatMap(([name, entry]) => {
      const shownValue = (value: unknown): unknown => (fields[name]?.kind === 'sealed' && value !== null ? sealedMark : value);
      const present = record?.sealed.includes(name) === true ? sealedMark : (record?.values[name] ?? null);
      const heads = typeof entry === 'string' ? [] : (entry.heads ?? []);
      return [
        { name, clock: clockOf(entry), value: present },
        ...heads.map((head) => ({ name, clock: head.clock, value: shownValue(head.value) })),
      ];
    });
  return (clock) =>
    changes
      .filter((change) => incarnationOf(change.clock) === incarnationOf(clock) && stampOf(change.clock) >= stampOf(clock))
      .map(({ name, value }) => ({ field: name, value }));
}
