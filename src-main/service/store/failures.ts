import { AppError } from '#shared/errors/app-error';

interface SqliteFailure {
  readonly code: string;
  readonly message: string;
}

const isSqlite = (error: unknown): error is SqliteFailure =>
  error instanceof Error && error.name === 'SqliteError' && typeof (error as { code?: unknown }).code === 'string';

export const isDiskFull = (error: unknown): boolean =>
  (isSqlite(error) && error.code === 'SQLITE_FULL') || (error as NodeJS.ErrnoException | undefined)?.code === 'ENOSPC';

/** What SQLite or the disk says, in terms that a person can act on; anything else stays what it is (a defect). */
export function asAppError(error: unknown, file: string): unknown {
  if (isDiskFull(error)) return new AppError('store.diskFull', {}, error);
  if (!isSqlite(error)) return error;
  if (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED')) return new AppError('store.inUse', {}, error);
  if (error.code.startsWith('SQLITE_NOTADB') || error.code.startsWith('SQLITE_CORRUPT'))
    return new AppError('store.notABook', { file }, error);
  if (error.code.startsWith('SQLITE_IOERR') || error.code.startsWith('SQLITE_READONLY') || error.code.startsWith('SQLITE_CANTOPEN'))
    return new AppError('store.io', {}, error);
  return error;
}
