import type { CliArguments } from '../arguments';
import { compareAnchors } from '#service/sync/anchors';
import { withBook } from '../book';
import type { CommandResult } from '../output';

/** `kts verify`: database, audit chain, outbox and every page image; ends with 5 when anything does not fit. */
export const verify = (args: CliArguments): Promise<CommandResult> =>
  withBook(args, async ({ book, archive, backups }) => {
    const integrity = book.db.prepare('PRAGMA integrity_check').pluck().all() as string[];
    const audit = book.audit.verify();
    const anchored = compareAnchors(book);
    const outbox = { ...book.outbox.counts(), made: book.outbox.watermarks().made };
    const gapless = outbox.waiting + outbox.sent + outbox.confirmed + outbox.refused === outbox.made;
    const pages = await archive.verifyPages();
    const { last, sets } = backups.state();
    const newest = sets.length > 0 ? await backups.check() : null;
    const backup = { last, newest };
    const sound =
      newest?.sound !== false &&
      integrity[0] === 'ok' &&
      audit.brokenAt === null &&
      (anchored?.brokenAt ?? null) === null &&
      gapless &&
      pages.damaged.length === 0 &&
      pages.missing.length === 0;
    return {
      lines: [
        `Cơ sở dữ liệu: ${integrity[0] === 'ok' ? 'nguyên vẹn' : integrity.join('; ')}`,
        `Nhật ký: ${audit.entries} mục, ${audit.brokenAt === null ? 'liền mạch' : `đứt ở mục ${audit.brokenAt}`}`,
        `Hàng gửi: ${outbox.made} thay đổi, ${gapless ? 'đủ' : 'thiếu'}`,
        `Trang: ${pages.checked} đã kiểm, ${pages.damaged.length} hỏng, ${pages.missing.length} thiếu`,
        newest
          ? `Sao lưu ${newest.name}: ${newest.sound ? 'nguyên vẹn' : newest.problems.join(', ')}`
          : 'Sao lưu: chưa có, hoặc nơi sao lưu chưa nối.',
      ],
      json: { integrity, audit: { ...audit, anchored }, outbox, pages, backup, sound },
      exitCode: sound ? 0 : 5,
    };
  });
