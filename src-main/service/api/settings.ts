import { type Settings, settingsSchema } from '#shared/contract/window/settings';
import { appVersion } from '../app-version';
import type { Book } from '../book/book';
import type { WindowApi } from './context';

const key = 'window';
const defaults: Settings = { language: 'vi', textScale: 100, highContrast: false, readers: 2, autoLock: 15, firstSteps: false };

/** The settings of the book; what an older version left out or a newer one wrote differently falls back to the default. */
export function windowSettings(book: Book): Settings {
  const kept = settingsSchema.partial().safeParse(book.settings.get(key) ?? {});
  return { ...defaults, ...(kept.success ? kept.data : {}) };
}

/** @param change what is chosen; the rest stays */
export function setWindowSettings(book: Book, change: Partial<Settings>): Settings {
  const next = { ...windowSettings(book), ...change };
  book.settings.set(key, next);
  return next;
}

export const settingsHandlers = (api: WindowApi) => ({
  get: api.settings.get.handler(({ context }) => windowSettings(context.book().book)),
  set: api.settings.set.handler(({ context, input }) => setWindowSettings(context.book().book, input)),
  about: api.settings.about.handler(({ context }) => {
    const { book } = context.book();
    const one = (sql: string) => Number(book.db.prepare(sql).pluck().get());
    return {
      version: appVersion,
      dataDir: book.dir,
      records: one('SELECT count(*) FROM record'),
      pages: book.records.count({ type: 'page' }),
      schema: one('PRAGMA user_version'),
      sqlite: String(book.db.prepare('SELECT sqlite_version()').pluck().get()),
    };
  }),
});
