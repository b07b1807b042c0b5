/**
 * Fields that merge by their elements: sets of codes, references and tags, and small tables by the id of their items. An op names the
 * elements that it touched (../touched.ts), so that what it merely left as it was does not count as its doing. An element of a set
 * is in or out as the latest op that touched it says; an item of a table is a register of its own, so that two changes of one item
 * that did not know of each other are a conflict.
 *
 * What stands comes in the order of the latest op, and behind it what others put in, sorted.
 */
import type { ClockEntry } from '../clocks';
import type { FieldClock } from '../hlc';
import type { Json } from '../op';
import type { FieldMemory, Head, ItemRegister, Register, Replacement, Touch } from './memory';
import { type Held, isPlain, type Knows, losers, remembered, withoutAwaited, writeRegister } from './register';

export interface TableWrite {
  readonly clock: FieldClock;
  readonly value: Json;
  readonly actor: string;
  /** Clock of the field that its author saw; absent where the author saw none. */
  readonly base: FieldClock | undefined;
  /** Elements that it touched, with the clock that its author saw on them, '' for none; absent: it does not say. */
  readonly touched: ReadonlyMap<string, FieldClock> | undefined;
  readonly settles: readonly FieldClock[];
  readonly refused: boolean;
}

export interface TableState {
  readonly value: Json;
  readonly entry: ClockEntry;
}

export interface Loser {
  readonly item: string;
  readonly winner: Held;
  readonly head: Head;
}

/** How elements are told apart in the value of the field: a set holds them, a table has items with ids. */
interface Kind {
  readonly idOf: (element: Json) => string | undefined;
  /** Whether two changes of one element are a conflict. */
  readonly conflicts: boolean;
}
const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const kinds = {
  set: { idOf: textOf, conflicts: false },
  items: {
    idOf: (element) =>
      element !== null && typeof element === 'object' && !Array.isArray(element) ? textOf((element as { id?: Json }).id) : undefined,
    conflicts: true,
  },
} as const satisfies Record<string, Kind>;
export type TableKind = keyof typeof kinds;

/** `isOut`: taken out. The value of what an op cut away without naming it may be null though it is not out. */
interface Element extends Held {
  readonly isOut: boolean;
}

interface Table {
  clock: FieldClock;
  /** By element or id. */
  readonly held: Map<string, Element>;
  /** As the latest op had it. */
  order: ReadonlyMap<string, Json>;
  readonly replacements: Replacement[];
}

/** Undefined where nothing stands and nothing is awaited. */
export function writeTable(kind: TableKind, before: TableState | undefined, write: TableWrite, knows: Knows): TableState | undefined {
  const { idOf } = kinds[kind];
  const given = elementsOf(write.value, idOf);
  const table = before ? read(kind, before) : { clock: '', held: new Map<string, Element>(), order: given, replacements: [] };
  const isReplacement = write.touched === undefined && write.base !== undefined;
  const touched = write.touched ?? new Map([...given.keys()].map((id) => [id, '']));
  const put = (id: string, element: Held | undefined, isOut: boolean): unknown =>
    element ? table.held.set(id, { ...element, isOut }) : table.held.delete(id);
  for (const [id, element] of table.held)
    if (element.awaited && !touched.has(id)) put(id, withoutAwaited(element, write.clock), element.isOut);
  for (const [id, base] of touched) {
    const value = given.get(id) ?? null;
    const there = table.held.get(id);
    if (!kinds[kind].conflicts) {
      if (!write.refused && (!there || write.clock > there.clock)) table.held.set(id, { clock: write.clock, value, isOut: value === null });
      continue;
    }
    const parents = [...(base === '' ? [] : [base]), ...write.settles];
    const next = writeRegister(there, { clock: write.clock, value, actor: write.actor, parents, refused: write.refused }, knows);
    put(id, next, next?.clock === write.clock ? value === null : (there?.isOut ?? true));
  }
  if (!write.refused) {
    if (isReplacement && !table.replacements.some(({ clock }) => clock === write.clock))
      table.replacements.push({ clock: write.clock, base: write.base, keeps: [...given.keys()].sort() });
    if (write.clock > table.clock) {
      table.clock = write.clock;
      table.order = given;
    }
  }
  return table.clock === '' && table.held.size === 0 ? undefined : stored(table);
}

/** Values of items that lost against another change of the same item. */
export function tableLosers(kind: TableKind, state: TableState | undefined): Loser[] {
  if (!state || typeof state.entry === 'string' || !state.entry.items) return [];
  const table = read(kind, state);
  return Object.keys(state.entry.items).flatMap((item) => {
    const winner = table.held.get(item);
    const seen = (head: Head): boolean => table.replacements.some(({ base }) => head.clock <= base);
    return winner ? losers(winner).flatMap((head) => (seen(head) ? [] : [{ item, winner, head }])) : [];
  });
}

/** Every element that stands or is known to have been taken out, with the clock that an op which touches it names as the one it saw. */
export function elementClocks(kind: TableKind, state: TableState): ReadonlyMap<string, FieldClock> {
  return new Map([...read(kind, state).held].flatMap(([id, { clock }]) => (clock === '' ? [] : [[id, clock] as const])));
}

/** Elements of a value by what tells them apart. */
export const tableElements = (kind: TableKind, value: Json): ReadonlyMap<string, Json> => elementsOf(value, kinds[kind].idOf);

function elementsOf(value: Json, idOf: Kind['idOf']): Map<string, Json> {
  const elements = new Map<string, Json>();
  if (Array.isArray(value)) {
    for (const element of value as readonly Json[]) {
      const id = idOf(element);
      if (id !== undefined) elements.set(id, element);
    }
  }
  return elements;
}

function read(kind: TableKind, { value, entry }: TableState): Table {
  const shown = elementsOf(value, kinds[kind].idOf);
  const held = new Map<string, Element>();
  if (typeof entry === 'string') {
    for (const [id, element] of shown) held.set(id, { clock: entry, value: element, isOut: false });
    return { clock: entry, held, order: shown, replacements: [] };
  }
  const put = (id: string, register: Register, isOut: boolean): void => {
    held.set(id, { ...register, value: isOut ? null : (shown.get(id) ?? null), isOut });
  };
  for (const [clock, putIn, takenOut] of entry.touches ?? []) {
    for (const id of putIn) put(id, { clock }, false);
    for (const id of takenOut) put(id, { clock }, true);
  }
  for (const [id, { removed, ...register }] of Object.entries(entry.items ?? {})) put(id, register, removed === true);
  const order = entry.order ? new Map(entry.order.map((id) => [id, shown.get(id) ?? null])) : shown;
  return { clock: entry.clock, held, order, replacements: [...(entry.replacements ?? [])] };
}

function stored(table: Table): TableState {
  const { clock, held, order, replacements } = table;
  const shown = visible(table);
  const entry: FieldMemory = {
    clock,
    ...touchesOf(held),
    ...orderOf(order, shown),
    ...(replacements.length > 0 ? { replacements: replacements.toSorted(byClock) } : {}),
  };
  const first = entry.touches?.[0];
  const isOne = !entry.items && !entry.order && !entry.replacements && (entry.touches?.length ?? 0) <= 1;
  const isPlainEntry =
    isOne && (first === undefined ? shown.size === 0 : first[0] === clock && first[2].length === 0 && first[1].length === shown.size);
  return { value: shown.size === 0 ? null : [...shown.values()], entry: isPlainEntry ? clock : entry };
}

function visible({ held, order, replacements }: Table): Map<string, Json> {
  const shown = new Map<string, Json>();
  const stands = (id: string, { clock, isOut }: Element): boolean =>
    !isOut && !replacements.some(({ base, keeps }) => clock <= base && !keeps.includes(id));
  for (const [id, element] of order) {
    const there = held.get(id);
    // What nobody is known to have touched was put in by an op that is still on its way.
    if (!there || there.clock === '') shown.set(id, element);
    else if (stands(id, there)) shown.set(id, there.value ?? element);
  }
  for (const id of [...held.keys()].sort()) {
    const there = held.get(id);
    if (there && !shown.has(id) && stands(id, there)) shown.set(id, there.value);
  }
  return shown;
}

function touchesOf(held: ReadonlyMap<string, Element>): Pick<FieldMemory, 'touches' | 'items'> {
  const byOp = new Map<FieldClock, { putIn: string[]; takenOut: string[] }>();
  const items: [string, ItemRegister][] = [];
  for (const [id, element] of held) {
    if (isPlain(element)) {
      const touch = byOp.get(element.clock) ?? { putIn: [], takenOut: [] };
      byOp.set(element.clock, touch);
      (element.isOut ? touch.takenOut : touch.putIn).push(id);
    } else items.push([id, { ...remembered(element), ...(element.isOut ? { removed: true as const } : {}) }]);
  }
  const touches = [...byOp].map(([clock, { putIn, takenOut }]): Touch => [clock, putIn.sort(), takenOut.sort()]).sort(byFirst);
  return { ...(touches.length > 0 ? { touches } : {}), ...(items.length > 0 ? { items: Object.fromEntries(items.sort(byFirst)) } : {}) };
}

const orderOf = (order: ReadonlyMap<string, Json>, shown: ReadonlyMap<string, Json>): Pick<FieldMemory, 'order'> => {
  const [wanted, is] = [[...order.keys()], [...shown.keys()]];
  return wanted.length === is.length && wanted.every((id, i) => id === is[i]) ? {} : { order: wanted };
};
const byFirst = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number => (a < b ? -1 : 1);
const byClock = (a: Replacement, b: Replacement): number => (a.clock < b.clock ? -1 : 1);
