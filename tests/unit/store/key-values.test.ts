import { expect, test } from 'vitest';
import { AppError } from '#shared/errors/app-error';
import { testBook } from '../../support/book';

test('a full disk is told in words also where a setting is written outside of a transaction', () => {
  const { db, syncState, settings } = testBook();
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true }) as number}`);
  for (const values of [syncState, settings]) {
    const fill = (): void => values.set('long', 'x'.repeat(1024 * 1024));
    expect(fill).toThrow(AppError);
    expect(fill).toThrow(expect.objectContaining({ code: 'store.diskFull' }));
    expect(values.get('long')).toBeUndefined();
  }
});
