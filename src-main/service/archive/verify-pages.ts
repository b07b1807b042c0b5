import { AppError } from '#shared/errors/app-error';
import type { Book } from '../book/book';
import type { PageFiles } from './page-files';

/** How the page images stand; damaged and missing are ids of pages. */
export interface PagesVerified {
  readonly checked: number;
  readonly damaged: string[];
  readonly missing: string[];
}

/** Opens the image of every page and checks its tag and hash; damaged pictures of it are dropped. Takes about as long as reading the files from the disk. */
export async function verifyPages(book: Book, files: PageFiles): Promise<PagesVerified> {
  const pages = book.db
    .prepare(
      "SELECT record.id AS id, page.image AS image FROM page JOIN record ON record.n = page.n WHERE page.image IS NOT NULL AND coalesce(page.state, '') NOT IN ('DA_RUT', 'DA_TIEU_HUY')",
    )
    .all() as {
    id: string;
    image: string;
  }[];
  const damaged: string[] = [];
  const missing: string[] = [];
  for (const { id, image } of pages) {
    try {
      await files.readPage(image);
      await files.dropDamagedPictures(image);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'page.missing') missing.push(id);
      else damaged.push(id);
    }
  }
  return { checked: pages.length, damaged, missing };
}
