import type { Hit } from '#shared/contract/window/search';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { ServiceClient } from '../../service/connection';

export interface Group {
  readonly kind: RecordTypeName;
  readonly total: number;
  readonly hits: readonly Hit[];
}

type Found = Awaited<ReturnType<ServiceClient['search']['query']>>;

/** Kinds in the order in which people look for things; what is not named here comes after. */
const order: readonly RecordTypeName[] = [
  'page',
  'archiveDocument',
  'case',
  'petition',
  'disciplinaryDecision',
  'conclusion',
  'duty',
  'archiveFile',
  'partyMember',
  'organisation',
];
const placeOf = (kind: RecordTypeName): number => (order.includes(kind) ? order.indexOf(kind) : order.length);

/** The groups of an answer in that order; of a single chosen kind all its hits. */
export function groupsOf(found: Found, kinds: readonly RecordTypeName[]): Group[] {
  const [only] = kinds;
  const groups = only && kinds.length === 1 ? [{ kind: only, total: found.total, hits: found.hits }] : found.groups;
  return groups.filter(({ hits }) => hits.length > 0).toSorted((one, other) => placeOf(one.kind) - placeOf(other.kind));
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
