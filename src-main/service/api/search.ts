import { imageHashSchema } from '#shared/contract/window/common';
import type { Hit } from '#shared/contract/window/search';
import { recordType } from '#shared/records/registry';
import type { Values } from '#shared/records/record-type';
import type { Book } from '../book/book';
import type { SearchHit, SnippetPart } from '../search/search-service';
import type { WindowApi } from './context';

export const searchHandlers = (api: WindowApi) => ({
  query: api.search.query.handler(({ context, input }) => {
    const { book } = context.book();
    const result = book.search.search(input);
    return {
      total: result.total,
      more: result.more,
      hits: result.hits.map((hit) => hitOf(book, hit)),
      kinds: [...(result.facets?.kinds ?? [])],
      years: [...(result.facets?.years ?? [])],
      milliseconds: result.milliseconds,
    };
  }),
});

const marked = (parts: readonly SnippetPart[]) => parts.map(({ text, hit }) => ({ text, mark: hit }));

/** A hit of the index with what the window shows beside it: the due day of the record, the place of a page. */
function hitOf(book: Book, hit: SearchHit): Hit {
  const type = recordType(hit.type);
  const values: Values = book.records.get(hit.type, hit.id)?.values ?? {};
  const due = type.dueField === undefined ? undefined : values[type.dueField];
  const image = imageHashSchema.safeParse(hit.page?.image);
  return {
    id: hit.id, type: hit.type, title: marked(hit.title), subtitle: hit.subtitle, snippet: marked(hit.snippet), year: hit.year,
    dueOn: typeof due === 'string' ? due : null,
    closed: type.closed?.(values as never) ?? false,
    page: hit.page === undefined || !image.success ? null : {
      documentId: String(values.document), image: image.data, width: hit.page.width, height: hit.page.height,
      order: Number(values.order ?? 0), state: String(values.state ?? ''),
      boxes: hit.page.boxes.map(({ x, y, width, height }) => ({ x, y, w: width, h: height })),
    },
  };
}
