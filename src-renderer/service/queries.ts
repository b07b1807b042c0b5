import { QueryClient } from '@tanstack/react-query';
import type { ServiceEvent } from '#shared/contract/window/events';

/**
 * Answers of the service, kept until an event says that they are old. Keys begin with the area of the contract:
 * ['records', type or 'any', …], ['work', …], ['archive', …], ['search', …], ['sync', …], ['settings'], ['session'].
 */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, gcTime: 10 * 60_000, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

const archiveTypes = new Set(['page', 'archiveDocument', 'archiveFile', 'archiveFonds', 'disposal']);

/** The areas that an event makes old. */
export function staleAreas(event: ServiceEvent): string[] {
  switch (event.kind) {
    case 'records':
      return ['records', 'work', 'search', ...(event.types.some((type) => archiveTypes.has(type)) ? ['archive'] : [])];
    case 'queue':
      return ['archive', 'work'];
    case 'extraction':
      return ['archive'];
    case 'sync':
      return ['sync', 'records', 'courier'];
    case 'session':
      return ['session'];
    case 'settings':
      return ['settings'];
    case 'step':
      // Told by the part of the window that offers to take it back.
      return ['undo'];
    case 'courier':
      // Progress is drawn from the event itself; what the stick brought is asked for when the work ended.
      return event.progress === null ? ['courier', 'sync'] : [];
  }
}

const pauseMilliseconds = 400;
const waiting = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Drops what is old at once, then at most every {@link pauseMilliseconds}: a queue at work sends many events a second. */
export function markStale(areas: readonly string[]): void {
  for (const area of areas) waiting.add(area);
  if (timer) return;
  flush();
  timer = setTimeout(() => {
    timer = undefined;
    if (waiting.size > 0) markStale([]);
  }, pauseMilliseconds);
}

/** What this window itself saved is old before the person goes on; the event that follows may be up to a pause later. */
export function markOwnSave(): void {
  for (const area of ['records', 'work', 'search']) waiting.add(area);
  flush();
}

function flush(): void {
  const areas = new Set(waiting);
  waiting.clear();
  void queries.invalidateQueries({ predicate: ({ queryKey: [area] }) => areas.has(String(area)) });
}
