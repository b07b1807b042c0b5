import type { Hit } from '#shared/contract/window/search';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { ServiceClient } from '../../service/connection';

export interface Group {
  readonly kind: RecordTypeName;
  readonly total: number;
  readonly hits: readonly Hit[];
}

type Ask = ServiceClient['search']['query'];
type Found = Awaited<ReturnType<Ask>>;

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

/** The best hits of every kind that was found, `perKind` of each; of a single chosen kind `limit`. */
export async function findByKind(
  ask: Ask,
  asked: { text: string; years: number[]; fileId?: string },
  kinds: readonly RecordTypeName[],
  limits: { perKind: number; limit: number },
): Promise<{ found: Found; groups: Group[] }> {
  const [only] = kinds;
  if (only && kinds.length === 1) {
    const found = await ask({ ...asked, kinds: [only], limit: limits.limit });
    return { found, groups: found.hits.length > 0 ? [{ kind: only, total: found.total, hits: found.hits }] : [] };
  }
  const found = await ask({ ...asked, kinds: [...kinds], limit: 1 });
  const present = found.kinds.filter(({ kind, count }) => count > 0 && (kinds.length === 0 || kinds.includes(kind)));
  const groups = await Promise.all(
    present
      .toSorted((one, other) => placeOf(one.kind) - placeOf(other.kind))
      .map(async ({ kind }) => {
        const { total, hits } = await ask({ ...asked, kinds: [kind], limit: limits.perKind });
        return { kind, total, hits };
      }),
  );
  return { found, groups: groups.filter(({ hits }) => hits.length > 0) };
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
