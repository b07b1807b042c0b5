/** Thời hạn bảo quản và tiêu hủy of an open book. */
import type { Destroyed } from '#shared/contract/window/retention';
import type { BackupService } from '../backup/backup-service';
import type { Book } from '../book/book';
import { clearAway, type ImageFiles, noteDestroyed } from './clear-away';
import { destroy } from './destroy';
import { type ErasureOrder, erasePersonal } from './personal';

export interface RetentionService {
  /** @throws AppError as retention/destroy */
  destroy(id: string, today: string): Promise<Destroyed>;
  /** @throws AppError as retention/personal */
  erase(order: ErasureOrder): Promise<string[]>;
  /** Clears away what others destroyed and this machine learned of; also by itself, after sync and when the book is opened. */
  follow(): Promise<number>;
  close(): Promise<void>;
}

interface Parts {
  readonly book: Book;
  /** As the signed-in person may use it. */
  readonly mine: Book;
  readonly files: ImageFiles;
  readonly backups: Pick<BackupService, 'run' | 'state'>;
}

export function createRetention({ book, mine, files, backups }: Parts): RetentionService {
  let working: Promise<unknown> = Promise.resolve();
  /** One at a time: each writes the database anew. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = working.then(work, work);
    working = next.catch(() => undefined);
    return next;
  };
  const follow = () =>
    inTurn(async () => {
      if (!book.db.open) return 0;
      book.transact(() => noteDestroyed(book.db));
      return clearAway(book, files);
    });
  let asked: NodeJS.Immediate | undefined;
  const soon = (): void => {
    asked ??= setImmediate(() => {
      asked = undefined;
      void follow().catch(() => undefined);
    });
  };
  const hasOpen = book.db.prepare<[], number>("SELECT 1 FROM erasure WHERE state <> 'done' LIMIT 1").pluck();
  const unlisten = book.events.on((event) => {
    if (
      event.kind === 'records' &&
      event.origin === 'remote' &&
      event.types.some((type) => type === 'page' || type === 'archiveFile' || type === 'dataErasure')
    )
      soon();
    // What was on its way has arrived.
    else if (event.kind === 'outbox' && hasOpen.get() !== undefined) soon();
  });
  soon();
  /** Encrypted backups of before hold what was destroyed: a new one takes their place. */
  const renewBackups = async (): Promise<boolean | null> => {
    if (backups.state().place === null) return null;
    return backups.run().then(
      () => true,
      () => false,
    );
  };
  return {
    destroy: async (id, today) => {
      const done = await inTurn(() => destroy({ book: mine, records: book.records, files }, id, today));
      return { ...done, backups: await renewBackups() };
    },
    erase: async (order) => {
      const fields = await inTurn(() => erasePersonal({ book: mine, records: book.records, files }, order));
      await renewBackups();
      return fields;
    },
    follow,
    close: async () => {
      unlisten();
      clearImmediate(asked);
      await working;
    },
  };
}
