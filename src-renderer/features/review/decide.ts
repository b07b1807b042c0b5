import type { Decision } from '#shared/contract/window/sync';
import { notice, noticeOfFailure } from '../../app/notices';
import { markStale } from '../../service/queries';
import { service } from '../../service/use-service';

/** Settles fields and says so; undoing is another decision, for what stood there before. True when it was done. */
export async function decide(decisions: Decision[], text: string, undo?: Decision[]): Promise<boolean> {
  const send = async (all: Decision[]): Promise<void> => {
    await service().sync.decide({ decisions: all });
    markStale(['sync', 'records', 'work']);
  };
  try {
    await send(decisions);
  } catch (error) {
    noticeOfFailure(error);
    return false;
  }
  notice(text, undo && (() => send(undo)));
  return true;
}
