import { useSyncExternalStore } from 'react';
import { formatRoute, parseRoute, type Route } from './route';

export type { Route, Screen } from './route';
export { routeOfRecord } from './route';

const listeners = new Set<() => void>();
let current = parseRoute(location.hash);

const arrived = () => {
  current = parseRoute(location.hash);
  for (const listener of listeners) listener();
};
window.addEventListener('popstate', arrived);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Goes to a screen or record. `replace`: without a step of its own in the history, e.g. while moving through a list. */
export function navigate(route: Route, { replace = false }: { replace?: boolean } = {}): void {
  const hash = formatRoute(route);
  if (hash === location.hash) return;
  if (replace) history.replaceState(null, '', hash);
  else history.pushState(null, '', hash);
  arrived();
}

export const useRoute = (): Route => useSyncExternalStore(subscribe, () => current);

/** Whether there is a page to go back or forward to, as 'b', 'f' or both. */
const reach = () => `${navigation.canGoBack ? 'b' : ''}${navigation.canGoForward ? 'f' : ''}`;
export const useReach = (): { back: boolean; forward: boolean } => {
  const now = useSyncExternalStore(subscribe, reach);
  return { back: now.includes('b'), forward: now.includes('f') };
};
export const goBack = (): void => history.back();
export const goForward = (): void => history.forward();
