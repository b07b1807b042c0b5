/** Where the side panels of the ways out stand in the address: `?out=place`, `?out=file:ID`, `?out=document:ID`, `?out=files:ID,ID`, `?out=documents:ID,ID`, `?in=1`. */
import type { ExportTarget } from '#shared/contract/window/out';
import { navigate, type Route } from '../../../app/navigation';
import type { Place } from '../place';

/** Files whose term or box nobody wrote down have this in a place. */
const unknown = '-';

export type OutAsk = 'place' | `file:${string}` | `document:${string}` | `files:${string}` | `documents:${string}`;

const asking = (route: Route, ask: Record<string, string>): void => {
  const rest = Object.entries(route.query ?? {}).filter(([name]) => name !== 'out' && name !== 'in');
  navigate({ ...route, query: { ...Object.fromEntries(rest), ...ask } });
};

export const openExport = (route: Route, ask: OutAsk): void => asking(route, { out: ask });
export const openPackages = (route: Route): void => asking(route, { in: '1' });
export const closeOut = (route: Route): void => asking(route, {});

export function targetOf(ask: string, place: Place): ExportTarget {
  const [kind, id] = ask.split(':');
  if ((kind === 'file' || kind === 'files') && id) return { fileIds: id.split(',') };
  if ((kind === 'document' || kind === 'documents') && id) return { documentIds: id.split(',') };
  const level = (value: string | undefined) => (value === unknown ? null : value);
  return {
    ...(place.fonds !== undefined && { fondsId: place.fonds }),
    ...(place.term !== undefined && { term: level(place.term) }),
    ...(place.box !== undefined && { box: level(place.box) }),
  };
}
