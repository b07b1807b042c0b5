import type { Hit } from '#shared/contract/window/search';
import type { SearchHit } from '../search/search-service';
import type { WindowApi } from './context';

export const searchHandlers = (api: WindowApi) => ({
  query: api.search.query.handler(({ context, input }) => {
    const result = context.book().book.search.search(input);
    return {
      ...result,
      hits: result.hits.map(windowHit),
      groups: result.groups.map(({ kind, total, hits }) => ({ kind, total, hits: hits.map(windowHit) })),
      kinds: [...result.kinds],
      years: [...result.years],
    };
  }),
});

const windowHit = (hit: SearchHit): Hit => ({
  ...hit,
  title: [...hit.title],
  snippet: [...hit.snippet],
  page: hit.page && { ...hit.page, boxes: [...hit.page.boxes] },
});
