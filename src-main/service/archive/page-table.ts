/** Questions about pages that need no text: answered from narrow columns and indexes, never reading the large ones. */
import type { PageSummary } from '#shared/contract/window/archive';
import type { Book } from '../book/book';
import type { KnownPage } from './source-table';

export type PageTable = ReturnType<typeof openPageTable>;

/** The id of a record is in `record`, its fields are in the table of its type under the same n. */
const summary = `SELECT r.id, p.document AS documentId, p."order", p.image, p.width, p.height, coalesce(p.rotation, 0) AS rotation, p.state, p.confidence, p.source_name AS sourceName, j.error
  FROM page p JOIN record r ON r.n = p.n LEFT JOIN ocr_job j ON j.page_id = r.id AND j.state = 'failed'`;

export function openPageTable({ db }: Pick<Book, 'db'>) {
  const byImage = db.prepare<
    [string],
    KnownPage
  >(`SELECT r.id AS pageId, p.document AS documentId, p.image FROM page p JOIN record r ON r.n = p.n
    WHERE p.image = ? AND p.removed = 0 ORDER BY p.n LIMIT 1`);
  const imageOf = db.prepare<[string], { image: string; dpi: number | null }>(
    'SELECT p.image, p.dpi FROM record r JOIN page p ON p.n = r.n WHERE r.id = ? AND p.removed = 0',
  );
  const images = db.prepare<[{ from: string; to: string }], { image: string }>(
    `SELECT image FROM page WHERE image >= @from AND image < @to AND state IS NOT 'DA_TIEU_HUY'
     UNION SELECT original_image AS image FROM page WHERE original_image >= @from AND original_image < @to AND state IS NOT 'DA_TIEU_HUY'`,
  );
  const destroyed = db.prepare<[string], number>("SELECT 1 FROM page WHERE image = ? AND state = 'DA_TIEU_HUY' LIMIT 1").pluck();
  const living = db
    .prepare<[{ image: string }], number>(
      `SELECT 1 FROM page WHERE image = @image AND state IS NOT 'DA_TIEU_HUY'
       UNION ALL SELECT 1 FROM page WHERE original_image = @image AND state IS NOT 'DA_TIEU_HUY' LIMIT 1`,
    )
    .pluck();
  const mimeOf = db.prepare<[string], { mime: string }>('SELECT mime FROM page WHERE image = ? LIMIT 1');
  const ofDocument = db.prepare<[string], PageSummary>(`${summary} WHERE p.document = ? AND p.removed = 0 ORDER BY p."order", p.n`);
  const ofFile = db.prepare<[string], PageSummary>(`${summary} JOIN record dr ON dr.id = p.document JOIN archive_document d ON d.n = dr.n
    WHERE d.file = ? AND d.removed = 0 AND p.removed = 0 ORDER BY d."order", d.n, p."order", p.n`);
  const one = db.prepare<[string], PageSummary>(`${summary} WHERE r.id = ? AND p.removed = 0`);
  const inDocument = db.prepare<[string], { pages: number; last: number }>(
    'SELECT count(*) AS pages, coalesce(max("order"), 0) AS last FROM page WHERE document = ? AND removed = 0',
  );
  const lastDocument = db.prepare<[string], { last: number }>(
    'SELECT coalesce(max("order"), 0) AS last FROM archive_document WHERE file = ? AND removed = 0',
  );
  const documentsBehind = db.prepare<[string, number], { id: string; order: number }>(`SELECT r.id, d."order" FROM archive_document d
    JOIN record r ON r.n = d.n WHERE d.file = ? AND d.removed = 0 AND d."order" > ? ORDER BY d."order" DESC`);
  return {
    byImage: (image: string): KnownPage | undefined => byImage.get(image),
    imageOf: (pageId: string) => imageOf.get(pageId),
    mimeOf: (image: string): string | undefined => mimeOf.get(image)?.mime,
    /** Whether papers with this image were destroyed and none shows it any more: it must not come back by any way. */
    isDestroyed: (image: string): boolean => destroyed.get(image) !== undefined && living.get({ image }) === undefined,
    /** All images that records name, but destroyed ones, also those moved aside, whose hash begins with these hexadecimal digits. */
    imagesWithPrefix: (prefix: string): ReadonlySet<string> =>
      new Set(images.all({ from: prefix, to: `${prefix}g` }).map(({ image }) => image)),
    ofDocument: (documentId: string): PageSummary[] => ofDocument.all(documentId),
    ofFile: (fileId: string): PageSummary[] => ofFile.all(fileId),
    summary: (pageId: string): PageSummary | undefined => one.get(pageId),
    /** Number of pages and the highest page number. */
    countInDocument: (documentId: string) => inDocument.get(documentId) ?? { pages: 0, last: 0 },
    /** Documents of a file that stand behind this order, the last first. */
    documentsBehind: (fileId: string, order: number) => documentsBehind.all(fileId, order),
    lastDocumentOrder: (fileId: string): number => lastDocument.get(fileId)?.last ?? 0,
  };
}
