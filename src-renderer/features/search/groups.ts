import type { Hit } from '#shared/contract/window/search';
import type { RecordTypeName } from '#shared/records/record-type-name';

export interface Group { readonly kind: RecordTypeName; readonly total: number; readonly hits: readonly Hit[] }

/** Hits by kind, in the order of the best hit of each; `perKind` of them until the person asks for one kind. */
export function groupsOf(hits: readonly Hit[], counts: readonly { kind: RecordTypeName; count: number }[], perKind: number): Group[] {
  const byKind = new Map<RecordTypeName, Hit[]>();
  for (const hit of hits) byKind.set(hit.type, [...(byKind.get(hit.type) ?? []), hit]);
  return [...byKind].map(([kind, found]) => ({
    kind,
    total: Math.max(found.length, counts.find((one) => one.kind === kind)?.count ?? 0),
    hits: found.slice(0, perKind),
  }));
}

/** The strip of a page image that shows the first found words: full width around them, in pixels of the image. */
export function cutOf(page: NonNullable<Hit['page']>, ratio: number): { x: number; y: number; w: number; h: number } {
  const [first] = page.boxes;
  const lineHeight = first ? Math.max(first.h, page.height / 90) : page.height / 60;
  const h = Math.min(page.height, lineHeight * 5.2);
  const w = Math.min(page.width, h * ratio);
  const centreX = first ? first.x + first.w / 2 : page.width / 2;
  const centreY = first ? first.y + first.h / 2 : h / 2;
  const within = (value: number, most: number) => Math.min(Math.max(0, value), Math.max(0, most));
  return { x: within(centreX - w / 2, page.width - w), y: within(centreY - h / 2, page.height - h), w, h };
}
