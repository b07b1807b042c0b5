import { sampleCommune } from '#shared/sample/index';
import type { Book, BookSetup } from '../book/book';

/** The training committee holds fictional data only; its passphrase is known to everybody and says so. */
export const samplePassphrase = 'tap dung kiem tra so';

export const sampleSetup: BookSetup = {
  committee: {
    name: 'Ủy ban Kiểm tra Đảng ủy xã Tân Thượng',
    partyCommittee: 'Đảng ủy xã Tân Thượng',
    province: 'Tỉnh Quảng Hòa',
    symbol: 'UBKTĐU',
    term: '2025–2030',
    profile: 'connected',
  },
  user: { name: 'Trần Thị Minh Hạnh', title: 'Ủy viên, cán bộ tổng hợp' },
  passphrase: samplePassphrase,
};

/**
 * Fills a new book with the fictional commune, dated around today, so that some things are overdue and some are due this week.
 * One transaction: a training committee is whole or empty. Returns the number of records.
 */
export const fillSample = (book: Book, options: { seed?: number; today?: string } = {}): number =>
  book.transact(() => {
    const today = options.today ?? new Date().toISOString().slice(0, 10);
    let records = 0;
    for (const batch of sampleCommune({ seed: options.seed ?? 2025, today })) records += book.records.save(batch).length;
    return records;
  });
