/**
 * What the signed-in person did since the book was opened, so that it can be taken back step by step. A step is one call of the window:
 * everything that it saved, with the values before and after. Taking back is an ordinary save of the former values, with its audit entry
 * and op, and only where they still stand as the step left them. Kept in memory only; sealed text is never among it.
 */
import type { UndoStep } from '#shared/contract/window/undo';
import { AppError } from '#shared/errors/app-error';
import { canonical, type Json } from '#shared/sync/op';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Book } from '../book/book';
import type { RecordStore } from '../store/record-store';

export type TouchKind = UndoStep['kind'];
type Values = Readonly<Record<string, unknown>>;

/** One record that a step touched. */
export interface Touch {
  readonly kind: TouchKind;
  readonly type: RecordTypeName;
  readonly id: string;
  /** Of the fields that changed, null for what was empty; of a new record nothing. */
  readonly before: Values;
  readonly after: Values;
  readonly sealed: boolean;
  /** Why a record was moved aside before it was put back. */
  readonly reason: string;
}

export interface UndoSteps {
  /** The latest first. */
  list(): UndoStep[];
  /** @param each every record stands for itself: one that was changed since stays, the others go back */
  add(touches: readonly Touch[], each: boolean): UndoStep | undefined;
  /** @throws AppError undo.nothing, undo.changed, undo.sealed, record.inUse */
  take(id?: number): { step: UndoStep; kept: number };
}

/** Steps that are kept, and records of all of them together. */
const mostSteps = 100;
const mostRecords = 20_000;

interface Kept {
  readonly step: UndoStep;
  readonly touches: readonly Touch[];
  readonly each: boolean;
}

/** @param records as the person may use them, not recording */
export function createUndoSteps(book: Pick<Book, 'transact'>, records: RecordStore): UndoSteps {
  let kept: Kept[] = [];
  // Of no two sessions the same, so that a window never takes a step of this one for one that it told of.
  let last = Date.now();

  /** Whether the record still stands as the step left it. */
  const stands = ({ kind, type, id, after }: Touch): boolean => {
    const now = records.get(type, id);
    if (now === undefined || (now.removedAt !== null) !== (kind === 'remove')) return false;
    return Object.entries(after).every(([name, value]) => same(now.values[name], value));
  };
  const refuse = ({ type, id }: Touch): never => {
    const now = records.get(type, id);
    throw new AppError('undo.changed', { title: now?.title ?? '', who: (now && records.titleOf(now.updatedBy)) || '…' });
  };
  const back = (touches: readonly Touch[], title: string): void => {
    const reason = `Hoàn tác: ${title}`.slice(0, 500);
    const changed = touches.filter(({ kind }) => kind === 'update');
    if (changed.length > 0)
      records.save(
        changed.map(({ type, id, before }) => ({ type, id, values: before })),
        { reason },
      );
    for (const { type, id } of touches.filter(({ kind }) => kind === 'remove')) records.restore(type, id, reason);
    for (const one of touches.filter(({ kind }) => kind === 'restore')) records.remove(one.type, one.id, one.reason || reason);
    // What was made together names each other: it is moved aside together.
    const made = touches.filter(({ kind }) => kind === 'create').toReversed();
    const together = new Set(made.map(({ id }) => id));
    for (const { type, id } of made) records.remove(type, id, reason, together);
  };

  return {
    list: () => kept.map(({ step }) => step).toReversed(),
    add: (touches, each) => {
      const [first] = touches;
      if (first === undefined) return undefined;
      const step: UndoStep = {
        id: (last += 1),
        kind: first.kind,
        title: records.titleOf(first.id) ?? '',
        records: touches.length,
        sealed: touches.some(({ sealed }) => sealed),
      };
      kept = [...kept, { step, touches, each }].slice(-mostSteps);
      while (kept.length > 1 && kept.reduce((sum, one) => sum + one.touches.length, 0) > mostRecords) kept = kept.slice(1);
      return step;
    },
    take: (id) => {
      const found = id === undefined ? kept.at(-1) : kept.find(({ step }) => step.id === id);
      if (found === undefined) throw new AppError('undo.nothing');
      const { step, touches, each } = found;
      if (step.sealed) {
        // It stands in the way of what lies before it no longer than until it was told.
        kept = kept.filter((one) => one !== found);
        throw new AppError('undo.sealed');
      }
      return book.transact(() => {
        const free = touches.filter(stands);
        const other = touches.find((one) => !free.includes(one));
        if (other && (!each || free.length === 0)) refuse(other);
        back(free, step.title);
        kept = kept.filter((one) => one !== found);
        return { step, kept: touches.length - free.length };
      });
    },
  };
}

const same = (a: unknown, b: unknown): boolean => canonical((a ?? null) as Json) === canonical((b ?? null) as Json);
