import type { CliArguments } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';

/** `kts verify`: database, audit chain, outbox and every page image; ends with 5 when anything does not fit. */
export const verify = (args: CliArguments): Promise<CommandResult> =>
  withBook(args, async ({ book, archive }) => {
    const integrity = book.db.prepare('PRAGMA integrity_check').pluck().all() as string[];
    const audit = book.audit.verify();
    const outbox = { ...book.outbox.counts(), made: book.outbox.watermarks().made };
    const gapless = outbox.waiting + outbox.sent + outbox.confirmed + outbox.refused === outbox.made;
    const pages = await archive.verifyPages();
    const sound = integrity[0] === 'ok' && audit.brokenAt === null && gapless && pages.damaged.length === 0 && pages.missing.length === 0;
    return {
      lines: [
        `Cơ sở dữ liệu: ${integrity[0] === 'ok' ? 'nguyên vẹn' : integrity.join('; ')}`,
        `Nhật ký: ${audit.entries} mục, ${audit.brokenAt === null ? 'liền mạch' : `đứt ở mục ${audit.brokenAt}`}`,
        `Hàng gửi: ${outbox.made} thay đổi, ${gapless ? 'đủ' : 'thiếu'}`,
        `Trang: ${pages.checked} đã kiểm, ${pages.damaged.length} hỏng, ${pages.missing.length} thiếu`,
      ],
      json: { integrity, audit, outbox, pages, sound },
      exitCode: sound ? 0 : 5,
    };
  });
