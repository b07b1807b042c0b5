import { useEffect, useState } from 'react';
import type { PageSummary } from '#shared/contract/window/archive';
import { imageUrl } from '#shared/contract/image-channel';
import { queries } from '../../service/queries';
import { service } from '../../service/use-service';

/** What the lists that were shown know of a page: enough to draw it before the service has told the rest. */
export function knownPage(id: string): PageSummary | undefined {
  for (const list of ['pagesOfDocument', 'pagesOfFile'])
    for (const [, answer] of queries.getQueriesData<{ pages: readonly PageSummary[] }>({ queryKey: ['archive', list] })) {
      const page = answer?.pages.find((one) => one.id === id);
      if (page) return page;
    }
  return undefined;
}

/**
 * Readies the pictures of pages that may be opened next; the window keeps them for a while. Only of pages that are on this machine: to ask for
 * another brings it from the province, over a line that may be slow.
 */
export async function readyPictures(...images: readonly (string | undefined)[]): Promise<void> {
  for (const image of images)
    if (image !== undefined && (await service().sync.pageLine({ image })).here)
      new Image().src = imageUrl({ sha256: image, variant: 'view' });
}

/** Milliseconds; a picture of this machine is there long before. */
const longestWait = 400;

/** Whether a page was waited for so long that its text does not wait for its picture any more: that comes from the province. */
export function useIsLate(): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), longestWait);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}

/** How often something that was known not to be here has come since: an image that failed is then asked for once more. */
export function useComings(here: boolean | undefined): number {
  const [seen, setSeen] = useState({ here, times: 0 });
  if (here === seen.here) return seen.times;
  const times = seen.times + (seen.here === false && here === true ? 1 : 0);
  setSeen({ here, times });
  return times;
}
