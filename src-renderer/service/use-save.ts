import { useMutation } from '@tanstack/react-query';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { callError } from './app-error';
import { client, type ServiceClient } from './connection';
import { markOwnSave } from './queries';
import { tellStep } from './step-back';

type Change = Parameters<ServiceClient['records']['save']>[0];
type Saved = Awaited<ReturnType<ServiceClient['records']['save']>>;

/** Saves one record. That it was saved, and the way back, is told by the frame for every step (service/step-back). @throws CallError */
export function useSave() {
  const { mutateAsync, isPending } = useMutation<Saved, Error, Change>({
    mutationFn: async (change) => {
      const saved = await client.records.save(change).catch(rethrow);
      markOwnSave();
      // Before the form closes: what follows may be the wish to take it back.
      await tellStep();
      return saved;
    },
  });
  return { save: mutateAsync, saving: isPending };
}

/** Moves one record aside with a reason. @throws CallError */
export function useRemove() {
  const { mutateAsync, isPending } = useMutation({
    mutationFn: async (aside: { type: RecordTypeName; id: string; reason: string }) => {
      const removed = await client.records.remove(aside).catch(rethrow);
      await tellStep();
      return removed;
    },
  });
  return { remove: mutateAsync, removing: isPending };
}

const rethrow = (error: unknown): never => {
  throw callError(error);
};
