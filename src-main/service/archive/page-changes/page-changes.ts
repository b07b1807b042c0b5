/**
 * Changes of pages that people make: turn, split, reorder and move, replace, take out. Each is one transaction, keeps what stood before and
 * can be taken back. Image bytes are never changed: a turned or split page shows a new image, the original one stays beside it.
 */
import { AppError } from '#shared/errors/app-error';
import type { ScannedPage } from '#shared/recognizer/messages';
import type { PageChangeView } from '#shared/contract/window/archive';
import type { Book } from '../../book/book';
import { uuid7 } from '../../store/uuid7';
import { admitPages } from '../gate/secrecy-gate';
import type { JobTable } from '../job-table';
import { hashOf, type PageFiles } from '../page-files';
import type { PageTable } from '../page-table';
import type { RecognizerHost } from '../recognizer-host';
import type { Ledger, PageStep } from './ledger';

export interface PageChanges {
  /** Clockwise, by quarters. @throws AppError record.notFound, page.missing, page.damaged */
  turn(pageIds: readonly string[], quarter: 90 | 180 | 270): Promise<PageChangeView>;
  /** A double page becomes two: cut at this share of its width (or height, `across`), left (upper) part first. */
  split(pageId: string, at: number, across?: boolean): Promise<PageChangeView>;
  /** Into this document, before one of its pages or at its end, in the order given. The gate is asked. @throws AppError scan.* */
  move(pageIds: readonly string[], documentId: string, beforePageId?: string): PageChangeView;
  /** A new scan takes the place of a page, which is moved aside. Both must be in the book. */
  replace(pageId: string, newPageId: string): PageChangeView;
  /** Moved aside with a reason, not deleted. */
  remove(pageIds: readonly string[], reason: string): PageChangeView;
  /** @throws AppError record.notFound, record.changedMeanwhile when one of the pages changed since */
  undo(changeId: string): void;
  /** The latest that can be taken back, newest first. */
  recent(): PageChangeView[];
}

interface Parts {
  readonly book: Book;
  readonly files: PageFiles;
  readonly pages: PageTable;
  readonly jobs: JobTable;
  readonly recognizer: RecognizerHost;
  readonly ledger: Ledger;
  readonly onQueued: () => void;
}

type Values = Readonly<Record<string, unknown>>;

export function createPageChanges({ book, files, pages, jobs, recognizer, ledger, onQueued }: Parts): PageChanges {
  const pageOf = (id: string): Values => {
    const record = book.records.get('page', id);
    if (record === undefined || record.removedAt !== null) throw new AppError('record.notFound');
    return record.values;
  };

  /** A page that shows another image than before is read again, in its own words. */
  const showing = (image: string, made: ScannedPage, before: Values): Values => ({
    image,
    originalImage: before['originalImage'] ?? before['image'],
    mime: made.mime,
    bytes: made.bytes.length,
    width: made.width,
    height: made.height,
    dpi: Math.round(made.dpi),
    rotation: 0,
    state: 'CHO_DOC',
  });

  const derived = async (page: Values, how: Parameters<Parameters<Parameters<RecognizerHost['use']>[0]>[0]['derive']>[1]) => {
    const bytes = await files.readPage(String(page['image']));
    const dpi = page['dpi'] as number | undefined;
    const made = await recognizer.use((client) => client.derive(bytes, { ...(dpi !== undefined && { dpi }), ...how }));
    const image = hashOf(made.bytes);
    await files.writePage(image, made.bytes);
    await files.writePictures(image, made);
    return { made, image };
  };

  /** The pages of a document from this place on make room, or close the gap. */
  const reorder = (documentId: string, order: readonly string[]): PageStep[] => {
    const now = new Map(pages.ofDocument(documentId).map((page) => [page.id, page.order]));
    return order.flatMap((id, at) => (now.get(id) === at + 1 ? [] : [{ id, values: { order: at + 1 } }]));
  };

  const record = (kind: PageChangeView['kind'], steps: readonly PageStep[], reread: readonly string[] = []): PageChangeView => {
    const view = book.transact(() => {
      const written = ledger.apply(kind, steps);
      for (const id of reread) jobs.ask(id, true);
      return written;
    });
    if (reread.length > 0) onQueued();
    return view;
  };

  return {
    turn: async (pageIds, quarter) => {
      const steps: PageStep[] = [];
      for (const id of pageIds) {
        const page = pageOf(id);
        // What the reader set upright is turned from how people see it.
        const shown = Number(page['rotation'] ?? 0);
        const turn = ((shown + quarter) % 360) as 0 | 90 | 180 | 270;
        const { made, image } = await derived(page, { turn });
        steps.push({ id, values: showing(image, made, page) });
      }
      return record('turn', steps, pageIds);
    },
    split: async (pageId, at, across = false) => {
      const page = pageOf(pageId);
      const [width, height] = [Number(page['width']), Number(page['height'])];
      const cut = Math.round((across ? height : width) * Math.min(0.95, Math.max(0.05, at)));
      const upper = across ? { x: 0, y: 0, w: width, h: cut } : { x: 0, y: 0, w: cut, h: height };
      const lower = across ? { x: 0, y: cut, w: width, h: height - cut } : { x: cut, y: 0, w: width - cut, h: height };
      const [first, second] = [await derived(page, { box: upper }), await derived(page, { box: lower })];
      const newId = uuid7();
      const documentId = String(page['document']);
      const { document, order, sourceName, sourceIndex } = page;
      const made: Values = { document, order, ...showing(second.image, second.made, page), ...present({ sourceName, sourceIndex }) };
      const sequence = pages.ofDocument(documentId).flatMap((each) => (each.id === pageId ? [pageId, newId] : [each.id]));
      const steps: PageStep[] = [
        { id: pageId, values: showing(first.image, first.made, page) },
        { id: newId, values: { ...made, order: sequence.indexOf(newId) + 1 }, created: true },
        ...reorder(documentId, sequence).filter(({ id }) => id !== newId),
      ];
      return record('split', steps, [pageId, newId]);
    },
    move: (pageIds, documentId, beforePageId) => {
      admitPages(book, { documentId });
      const moving = pageIds.filter((id, at) => pageIds.indexOf(id) === at);
      const from = new Set(moving.map((id) => String(pageOf(id)['document'])));
      const there = pages
        .ofDocument(documentId)
        .map(({ id }) => id)
        .filter((id) => !moving.includes(id));
      const at = beforePageId === undefined || !there.includes(beforePageId) ? there.length : there.indexOf(beforePageId);
      const order = [...there.slice(0, at), ...moving, ...there.slice(at)];
      const steps = [
        ...moving.map((id) => ({ id, values: { document: documentId, order: order.indexOf(id) + 1 } })),
        ...reorder(documentId, order).filter(({ id }) => !moving.includes(id)),
        ...[...from]
          .filter((id) => id !== documentId)
          .flatMap((id) =>
            reorder(
              id,
              pages
                .ofDocument(id)
                .map((page) => page.id)
                .filter((one) => !moving.includes(one)),
            ),
          ),
      ];
      return record('move', steps);
    },
    replace: (pageId, newPageId) => {
      const [old, fresh] = [pageOf(pageId), pageOf(newPageId)];
      const documentId = String(old['document']);
      admitPages(book, { documentId });
      const steps: PageStep[] = [
        { id: newPageId, values: { document: documentId, order: old['order'] } },
        { id: pageId, values: {}, removed: 'Đã quét lại' },
      ];
      const left = String(fresh['document']);
      const gap =
        left === documentId
          ? pages
              .ofDocument(left)
              .map(({ id }) => (id === pageId ? newPageId : id))
              .filter((id, at, all) => all.indexOf(id) === at)
          : [];
      return record('replace', [...steps, ...reorder(documentId, gap).filter(({ id }) => id !== newPageId)]);
    },
    remove: (pageIds, reason) => {
      if (reason.trim() === '') throw new AppError('record.reasonRequired');
      const documents = new Set(pageIds.map((id) => String(pageOf(id)['document'])));
      const closed = [...documents].flatMap((id) =>
        reorder(
          id,
          pages
            .ofDocument(id)
            .map((page) => page.id)
            .filter((one) => !pageIds.includes(one)),
        ),
      );
      return record('remove', [...pageIds.map((id) => ({ id, values: {}, removed: reason })), ...closed]);
    },
    undo: (changeId) => {
      const queued = book.transact(() => {
        const back = ledger.undo(changeId);
        for (const id of back) jobs.ask(id, true);
        return back.length > 0;
      });
      if (queued) onQueued();
    },
    recent: ledger.recent,
  };
}

const present = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
