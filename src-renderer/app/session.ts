import type { Session } from '#shared/contract/window/session';
import { queries } from '../service/queries';
import { service, useQueryOf } from '../service/use-service';

const key = ['session', 'status'] as const;

/** Books of this machine, and the one that is open. */
export const useStatus = () => useQueryOf(key, () => service().session.status());

/** The open book; parts of the window that are shown only while a book is open may rely on it. */
export const useSession = (): Session | null => useStatus().data?.session ?? null;

/** The name under which this person keeps the draft of one form of the open book. */
export function useDraftName(...parts: readonly string[]): string {
  const session = useSession();
  return [session?.book, session?.user.id, ...parts].join('/');
}

/** Name of a person of the open book by id; '' for one that this machine does not know. */
export function useUserNames(): (id: string) => string {
  const status = useStatus();
  const open = status.data?.session;
  const users = status.data?.books.find(({ book }) => book === open?.book)?.users ?? [];
  return (id) => users.find((user) => user.id === id)?.name ?? (open?.user.id === id ? open.user.name : '');
}

/** After unlocking and locking: everything cached belongs to another book or to nobody. */
export async function sessionChanged(): Promise<void> {
  queries.removeQueries({ predicate: ({ queryKey: [area] }) => area !== 'session' });
  await queries.invalidateQueries({ queryKey: ['session'] });
}
