import type { SyncStatus } from '#shared/contract/window/sync';
import { noticeOfFailure } from '../../app/notices';
import { queries } from '../../service/queries';

/** Puts the answer of an act into the cache at once; the event of the service follows. */
export const act = (call: Promise<SyncStatus>): Promise<void> =>
  call.then((status) => {
    queries.setQueryData(['sync', 'status'], status);
    void queries.invalidateQueries({ queryKey: ['sync'] });
  }, noticeOfFailure);
