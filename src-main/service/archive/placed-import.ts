/** Pages that come in before another page, or in its place: taken in at the end of the document first, then moved there. */
import type { ImportEvent } from '#shared/contract/window/archive';
import type { ImportTarget } from './import-place';
import type { PageChanges } from './page-changes/page-changes';

export interface PlacedTarget extends ImportTarget {
  readonly beforePageId?: string | undefined;
  readonly replacePageId?: string | undefined;
}

export async function* inPlace(
  events: AsyncGenerator<ImportEvent, void>,
  { documentId, beforePageId, replacePageId }: PlacedTarget,
  changes: Pick<PageChanges, 'move' | 'replace'>,
): AsyncGenerator<ImportEvent, void> {
  const came: string[] = [];
  for await (const event of events) {
    if (event.kind === 'page') came.push(event.pageId);
    yield event;
  }
  const [first, ...others] = came;
  if (first === undefined || documentId === undefined) return;
  if (replacePageId === undefined) {
    if (beforePageId !== undefined) changes.move(came, documentId, beforePageId);
    return;
  }
  // Of several new pages the first takes the place, and the others stand behind it.
  if (others.length > 0) changes.move(came, documentId, replacePageId);
  changes.replace(replacePageId, first);
}
