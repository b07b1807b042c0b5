import { statfs } from 'node:fs/promises';
import { HubFailure } from '../failure';

/**
 * Keeps a reserve free on the hub's disk: a PostgreSQL that cannot write its own log any more stops altogether, so the hub
 * declines before that. @returns a check that throws HubFailure 507 `disk-full`; it looks at the disk once in half a second
 */
export function spaceGuard(dir: string, reserveBytes: number, look = freeBytes, now = Date.now): () => Promise<void> {
  let known: { readonly at: number; readonly free: Promise<number> } | undefined;
  return async () => {
    if (reserveBytes === 0) return;
    if (!known || now() - known.at > 500) known = { at: now(), free: look(dir) };
    if ((await known.free) < reserveBytes) throw new HubFailure(507, 'disk-full');
  };
}

export const freeBytes = async (dir: string): Promise<number> => {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize;
};
