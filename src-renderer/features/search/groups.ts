import type { Hit } from '#shared/contract/window/search';
import type { RecordTypeName } from '#shared/records/record-type-name';

export interface Group {
  readonly kind: RecordTypeName;
  readonly total: number;
  readonly hits: readonly Hit[];
}

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

type FoundPage = NonNullable<Hit['page']>;

/** The strip of a page image around the place where most found words stand close together, in pixels of the image. */
export function cutOf(page: FoundPage, ratio: number): { x: number; y: number; w: number; h: number } {
  const lineHeight = page.boxes[0] ? Math.max(page.boxes[0].h, page.height / 90) : page.height / 60;
  const h = Math.min(page.height, lineHeight * 5.2);
  const w = Math.min(page.width, h * ratio);
  const middle = densest(page.boxes, w, h);
  const centreX = middle ? middle.x + middle.w / 2 : page.width / 2;
  const centreY = middle ? middle.y + middle.h / 2 : h / 2;
  const within = (value: number, most: number) => Math.min(Math.max(0, value), Math.max(0, most));
  return { x: within(centreX - w / 2, page.width - w), y: within(centreY - h / 2, page.height - h), w, h };
}

/** The box with the most others in a strip of this size around it; the first of equals. */
function densest(boxes: FoundPage['boxes'], w: number, h: number): FoundPage['boxes'][number] | undefined {
  const near = (a: FoundPage['boxes'][number]) => boxes.filter((b) => Math.abs(b.x - a.x) < w / 2 && Math.abs(b.y - a.y) < h / 2).length;
  let best = boxes[0];
  for (const box of boxes) if (best && near(box) > near(best)) best = box;
  return best;
}
