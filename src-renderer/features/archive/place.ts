import type { ArchiveNode } from '#shared/contract/window/archive';
import type { Filter } from '#shared/contract/window/common';

/** Where in the archive: nothing is everywhere, then fonds, term, box. */
export interface Place {
  readonly fonds?: string | undefined;
  readonly term?: string | undefined;
  readonly box?: string | undefined;
}

/** In a place, the files whose term or box nobody wrote down. */
const unknown = '-';

export const placeOf = (node: ArchiveNode): Place => ({
  fonds: node.fondsId,
  ...(node.kind !== 'fonds' && { term: node.term ?? unknown }),
  ...(node.kind === 'box' && { box: node.box ?? unknown }),
});

/** What a new file in this place begins with. */
export const valuesOf = (place: Place): Record<string, string> =>
  Object.fromEntries(Object.entries(place).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== unknown));

export const samePlace = (a: Place, b: Place): boolean => a.fonds === b.fonds && a.term === b.term && a.box === b.box;

export function nodeOfPlace(nodes: readonly ArchiveNode[], place: Place): ArchiveNode | undefined {
  for (const node of nodes) {
    if (samePlace(placeOf(node), place)) return node;
    const inside = nodeOfPlace(node.children, place);
    if (inside) return inside;
  }
  return undefined;
}

export const filtersOf = (place: Place): Filter[] =>
  Object.entries(place)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => (value === unknown ? { field, op: 'empty' } : { field, op: 'eq', value }));

/** Share of the pages that somebody has checked, in whole percent. */
export const percentOf = (progress: { pages: number; verified: number }): number =>
  progress.pages === 0 ? 0 : Math.floor((progress.verified / progress.pages) * 100);
