import { noticeOfFailure, notice } from '../../app/notices';
import { queries } from '../../service/queries';

/** Does something, says so, and asks everything about keys, people and backups anew. False when it failed, which is said, too. */
export async function act(work: () => Promise<unknown>, done?: string): Promise<boolean> {
  try {
    await work();
    if (done !== undefined) notice(done);
    return true;
  } catch (error) {
    noticeOfFailure(error);
    return false;
  } finally {
    await queries.invalidateQueries({ queryKey: ['security'] });
  }
}
