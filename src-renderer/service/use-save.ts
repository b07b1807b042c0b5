import { useMutation } from '@tanstack/react-query';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { notice } from '../app/notices';
import { currentLanguage } from '../i18n/index';
import { defineWords } from '../i18n/words';
import { callError } from './app-error';
import { client, type ServiceClient } from './connection';
import { markOwnSave } from './queries';

const useWords = defineWords('save', {
  vi: {
    saved: 'Đã lưu: {{title}}',
    removed: 'Đã chuyển khỏi sổ: {{title}}',
    undoReason: 'Hoàn tác việc vừa lưu',
    undone: 'Đã hoàn tác: {{title}}',
    restored: 'Đưa lại vào sổ',
  },
  en: {
    saved: 'Saved: {{title}}',
    removed: 'Moved aside: {{title}}',
    undoReason: 'Undo of the last save',
    undone: 'Undone: {{title}}',
    restored: 'Put back',
  },
});
const { say } = useWords;

type Change = Parameters<ServiceClient['records']['save']>[0];
type Saved = Awaited<ReturnType<ServiceClient['records']['save']>>;

/** Saves one record and offers to undo it for ten seconds. @throws CallError */
export function useSave() {
  const { mutateAsync, isPending } = useMutation<Saved, Error, Change>({ mutationFn: saveWithUndo });
  return { save: mutateAsync, saving: isPending };
}

/** Moves one record aside with a reason and offers to put it back for ten seconds. @throws CallError */
export function useRemove() {
  const { mutateAsync, isPending } = useMutation({
    mutationFn: async ({ type, id, reason }: { type: RecordTypeName; id: string; reason: string }) => {
      const removed = await client.records.remove({ type, id, reason }).catch(rethrow);
      notice(say('removed', { title: removed.title }), () =>
        client.records.restore({ type, id, reason: say('restored') }).then(() => undefined),
      );
      return removed;
    },
  });
  return { remove: mutateAsync, removing: isPending };
}

async function saveWithUndo(change: Change): Promise<Saved> {
  const before = change.id === undefined ? undefined : await client.records.get({ type: change.type, id: change.id }).catch(rethrow);
  const saved = await client.records.save(change).catch(rethrow);
  markOwnSave();
  const { id, title, revision } = saved.record;
  const shown = title || recordType(change.type).label[currentLanguage()];
  const undo = async () => {
    if (before)
      await client.records.save({ type: change.type, id, values: valuesBefore(change, before.record.values), expectedRevision: revision });
    else await client.records.remove({ type: change.type, id, reason: say('undoReason') });
    notice(say('undone', { title: shown }));
  };
  notice(say('saved', { title: shown }), canUndo(change) ? undo : undefined);
  return saved;
}

/** What sealed fields held is not known here, so a save that changed one cannot be taken back. */
const canUndo = ({ id, type, values }: Change): boolean =>
  id === undefined || !Object.keys(values).some((name) => recordType(type).fields[name]?.kind === 'sealed');

const valuesBefore = ({ values }: Change, before: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.keys(values).map((name) => [name, before[name] ?? null]));

const rethrow = (error: unknown): never => {
  throw callError(error);
};
