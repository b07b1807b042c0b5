import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where a version that failed had carried a book's schema further, puts back the copy that was made before
 * (src-main/service/store/open). What the failed version left stands aside under `book.db.of-VERSION`; images are the same for both.
 * @returns folders of the books that were put back
 */
export function putDataBack(dataDir: string, schemaBefore: number, failedVersion: string): string[] {
  const books = readdirSync(dataDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return books
    .map(({ name }) => join(dataDir, name))
    .filter((dir) => {
      const [file, kept] = [join(dir, 'book.db'), join(dir, `book.db.before-${schemaBefore}`)];
      if (!existsSync(kept)) return false;
      const aside = join(dir, `book.db.of-${failedVersion}`);
      // The log of the failed one goes first: it must never be read into the copy.
      for (const end of ['-wal', '-shm', '']) if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${aside}${end}`);
      renameSync(kept, file);
      return true;
    });
}
