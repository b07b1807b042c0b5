import type { Sheets } from '#shared/contract/window/security';
import type { Book } from '../book/book';
import { makeRecovery } from '../vault/manage';
import { actorOf } from './people';

/** A new recovery sheet with its QR codes. @throws AppError access.denied, vault.wrongPassphrase */
export async function makeSheets(book: Book, ownPassphrase: string, split: boolean, calibrated = true): Promise<Sheets> {
  book.access.require('keys');
  const { madeAt, sheets } = await makeRecovery(book.dir, actorOf(book, ownPassphrase), split, { calibrated });
  book.transact(() => book.audit.append({ action: 'recoverySheet', reason: split ? '2/3' : '1/1' }));
  const { default: qrcode } = await import('qrcode');
  return {
    madeAt,
    sheets: sheets.map((words) => {
      const { modules } = qrcode.create(words.join(' '), { errorCorrectionLevel: 'M' });
      const dark = Array.from({ length: modules.size ** 2 }, (_, at) => at).filter((at) => modules.data[at] === 1);
      const path = dark.map((at) => `M${at % modules.size} ${Math.floor(at / modules.size)}h1v1h-1z`).join('');
      return { words: [...words], qr: { size: modules.size, path } };
    }),
  };
}
