/** Writes changes of pages with what stood before them, and takes them back. */
import { AppError } from '#shared/errors/app-error';
import type { PageChangeView } from '#shared/contract/window/archive';
import type { Book } from '../../book/book';
import { uuid7 } from '../../store/uuid7';

type Values = Readonly<Record<string, unknown>>;

/** What becomes of one page. `removed`: why it is moved aside. `document`: no page, but a document that was made for the pages that follow. */
export interface PageStep {
  readonly id: string;
  readonly values: Values;
  readonly created?: boolean;
  readonly removed?: string;
  readonly document?: boolean;
}

interface Kept {
  readonly id: string;
  readonly before: Values;
  readonly after: Values;
  readonly created?: boolean;
  readonly removed?: boolean;
  readonly document?: boolean;
}

interface Row {
  readonly id: string;
  readonly at: string;
  readonly kind: PageChangeView['kind'];
  readonly changes: string;
}

const shown = 20;

export type Ledger = ReturnType<typeof createLedger>;

export function createLedger(book: Book, countPages: (documentId: string) => number) {
  const { db, records } = book;
  const insert = db.prepare('INSERT INTO page_change (id, at, actor, kind, changes) VALUES (?, ?, ?, ?, ?)');
  const open = db.prepare<[string], Row>('SELECT id, at, kind, changes FROM page_change WHERE id = ? AND undone_at IS NULL');
  const latest = db.prepare<[number], Row>(
    'SELECT id, at, kind, changes FROM page_change WHERE undone_at IS NULL ORDER BY at DESC, id DESC LIMIT ?',
  );
  const close = db.prepare('UPDATE page_change SET undone_at = ? WHERE id = ?');

  const valuesOf = (id: string, names: readonly string[]): Values => {
    const values = records.get('page', id)?.values ?? {};
    return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
  };
  const recount = (documents: Iterable<unknown>): void => {
    for (const id of new Set(documents))
      if (typeof id === 'string' && records.get('archiveDocument', id)?.removedAt === null)
        records.save([{ type: 'archiveDocument', id, values: { pageCount: countPages(id) || null } }]);
  };
  const documentsOf = (kept: readonly Kept[]) =>
    kept.flatMap(({ id, before, after }) => [before['document'], after['document'], records.get('page', id)?.values['document']]);

  return {
    apply: (kind: PageChangeView['kind'], steps: readonly PageStep[]): PageChangeView => {
      const kept = steps.map(({ id, values, created, removed, document }): Kept => {
        if (document) return { id, before: {}, after: {}, created: true, document };
        const before = created ? {} : valuesOf(id, Object.keys(values));
        if (Object.keys(values).length > 0) records.save([{ type: 'page', id, values }]);
        if (removed !== undefined) records.remove('page', id, removed);
        return { id, before, after: values, ...(created && { created }), ...(removed !== undefined && { removed: true }) };
      });
      recount(documentsOf(kept));
      const view = { id: uuid7(), at: new Date().toISOString(), kind, pages: kept.filter(({ document }) => !document).length };
      insert.run(view.id, view.at, book.user.id, kind, JSON.stringify(kept));
      return view;
    },
    /** Returns the pages that show another image again. */
    undo: (changeId: string): string[] => {
      const row = open.get(changeId);
      if (row === undefined) throw new AppError('record.notFound');
      const kept = JSON.parse(row.changes) as Kept[];
      for (const { id, after } of kept) {
        const now = valuesOf(id, Object.keys(after));
        // What the reader wrote since is made again; only what people changed stands against it.
        if (['document', 'order', 'image'].some((name) => name in after && now[name] !== after[name]))
          throw new AppError('record.changedMeanwhile', { fields: 'page' });
      }
      const documents = documentsOf(kept);
      for (const { id, before, created, removed, document } of [...kept].reverse()) {
        if (document) {
          records.remove('archiveDocument', id, 'Hoàn tác');
          continue;
        }
        if (removed) records.restore('page', id, 'Hoàn tác');
        if (created) records.remove('page', id, 'Hoàn tác');
        else if (Object.keys(before).length > 0) records.save([{ type: 'page', id, values: before }]);
      }
      recount(documents);
      close.run(new Date().toISOString(), changeId);
      return kept.filter(({ before, created }) => 'image' in before && !created).map(({ id }) => id);
    },
    recent: (): PageChangeView[] =>
      latest.all(shown).map(({ id, at, kind, changes }) => ({
        id,
        at,
        kind,
        pages: (JSON.parse(changes) as Kept[]).filter(({ document }) => !document).length,
      })),
  };
}
