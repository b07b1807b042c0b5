import { service, useQueryOf } from '../../service/use-service';

/** What is open, of all records; the list on the sync screen and the review share the answer. */
export const useConflicts = () => useQueryOf(['sync', 'conflicts'], () => service().sync.conflicts({}), { keep: true });
export const useSettled = () => useQueryOf(['sync', 'settled'], () => service().sync.settled({}), { keep: true });
export const useNumberClashes = () => useQueryOf(['sync', 'numberClashes'], () => service().sync.numberClashes(), { keep: true });

/** How many fields of a record stand in two versions. Asked for only while something is open at all. */
export function useConflictsOf(recordId: string): number {
  const status = useQueryOf(['sync', 'status'], () => service().sync.status());
  const own = useQueryOf(['sync', 'conflicts', recordId], () => service().sync.conflicts({ recordId }), {
    enabled: (status.data?.conflicts ?? 0) > 0,
  });
  return (status.data?.conflicts ?? 0) > 0 ? (own.data?.items.length ?? 0) : 0;
}
