/** Writes down what one call of the window saves, so that it can be taken back as one step. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { recordType } from '#shared/records/registry';
import type { RecordStore, SavedRecord, StoredRecord } from '../store/record-store';
import type { Touch } from './steps';

const calls = new AsyncLocalStorage<Map<string, Touch>>();

/** Runs a call and gives, beside its result, what it touched. A call that throws is forgotten: it wrote nothing, or is no step. */
export async function recorded<T>(call: () => T | PromiseLike<T>): Promise<{ result: T; touches: readonly Touch[] }> {
  const touched = new Map<string, Touch>();
  const result = await calls.run(touched, async () => call());
  return { result, touches: [...touched.values()].filter(isAny) };
}

/** A store whose writing is noted while a call is recorded; otherwise it is the store itself. */
export function recording(records: RecordStore): RecordStore {
  const noteMoved = (kind: 'remove' | 'restore', before: StoredRecord | undefined): void => {
    const call = calls.getStore();
    if (!call || !before) return;
    const made = call.get(before.id);
    const { type, id } = before;
    if (made) call.delete(id);
    else call.set(id, { kind, type, id, before: {}, after: {}, sealed: false, reason: before.removedReason ?? '' });
  };
  return {
    ...records,
    save: (changes, context) => {
      const call = calls.getStore();
      if (!call) return records.save(changes, context);
      const before = changes.map(({ type, id }) => (id === undefined ? undefined : records.get(type, id)));
      const saved = records.save(changes, context);
      saved.forEach((one, index) => note(call, records, one, before[index]));
      return saved;
    },
    remove: (type, id, reason, together) => {
      const before = calls.getStore() && records.get(type, id);
      records.remove(type, id, reason, together);
      noteMoved('remove', before);
    },
    restore: (type, id, reason) => {
      const before = calls.getStore() && records.get(type, id);
      records.restore(type, id, reason);
      noteMoved('restore', before);
    },
  };
}

function note(call: Map<string, Touch>, records: RecordStore, saved: SavedRecord, before: StoredRecord | undefined): void {
  const { type, id, created, changed } = saved;
  const now = records.get(type, id);
  if (!now || (!created && changed.length === 0)) return;
  const known = call.get(id);
  if (created || known?.kind === 'create') {
    call.set(id, { kind: 'create', type, id, before: {}, after: now.values, sealed: false, reason: '' });
    return;
  }
  const { fields } = recordType(type);
  const isSealed = (name: string): boolean => fields[name]?.kind === 'sealed';
  const open = changed.filter((name) => !isSealed(name));
  const pick = (values: StoredRecord['values'] | undefined) => Object.fromEntries(open.map((name) => [name, values?.[name] ?? null]));
  call.set(id, {
    kind: 'update',
    type,
    id,
    // What stood before the first change of the call counts.
    before: { ...pick(before?.values), ...known?.before },
    after: { ...known?.after, ...pick(now.values) },
    sealed: known?.sealed === true || changed.some(isSealed),
    reason: '',
  });
}

const isAny = ({ kind, before, sealed }: Touch): boolean => kind !== 'update' || sealed || Object.keys(before).length > 0;
