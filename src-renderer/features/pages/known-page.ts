import { useState } from 'react';
import type { PageSummary } from '#shared/contract/window/archive';
import { imageUrl } from '#shared/contract/image-channel';
import { queries } from '../../service/queries';

/** What the lists that were shown know of a page: enough to draw it before the service has told the rest. */
export function knownPage(id: string): PageSummary | undefined {
  for (const list of ['pagesOfDocument', 'pagesOfFile'])
    for (const [, answer] of queries.getQueriesData<{ pages: readonly PageSummary[] }>({ queryKey: ['archive', list] })) {
      const page = answer?.pages.find((one) => one.id === id);
      if (page) return page;
    }
  return undefined;
}

/** Brings the pictures of pages that may be opened next; the window keeps them for a while. */
export function fetchPictures(...images: readonly (string | undefined)[]): void {
  for (const image of images) if (image !== undefined) new Image().src = imageUrl({ sha256: image, variant: 'view' });
}

/** How often something that was known not to be here has come since: an image that failed is then asked for once more. */
export function useComings(here: boolean | undefined): number {
  const [seen, setSeen] = useState({ here, times: 0 });
  if (here === seen.here) return seen.times;
  const times = seen.times + (seen.here === false && here === true ? 1 : 0);
  setSeen({ here, times });
  return times;
}
