import { AppError } from '#shared/errors/app-error';
import { unreadable, verifyBook } from '#service/verify/verify-book';
import type { CliArguments } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';

const wordOf = (sound: boolean): string => (sound ? 'nguyên vẹn' : 'HỎNG');

/** `kts verify`: database, pages, audit log, outbox and backups, and what is wrong where; ends with 5 when anything does not fit. */
export async function verify(args: CliArguments): Promise<CommandResult> {
  try {
    return await withBook(args, async (parts) => {
      const report = await verifyBook(parts);
      const { database, pages, audit, outbox, backups } = report;
      const [newest] = backups.sets;
      return {
        lines: [
          `Cơ sở dữ liệu: ${wordOf(database.sound)}${database.problems.map((problem) => `; ${problem}`).join('')}`,
          `Trang: ${wordOf(pages.sound)}; ${pages.checked} đã kiểm, ${pages.damaged.length} hỏng, ${pages.missing.length} thiếu`,
          ...[...pages.damaged, ...pages.missing].slice(0, 20).map((id) => `  trang ${id}`),
          `Nhật ký: ${wordOf(audit.sound)}; ${audit.entries} mục${audit.brokenAt === null ? '' : `, đứt ở mục ${audit.brokenAt}`}${
            audit.anchored?.brokenAt == null ? '' : `, lệch mốc ở tỉnh từ mục ${audit.anchored.brokenAt}`
          }`,
          `Hàng gửi: ${wordOf(outbox.sound)}; ${outbox.made} thay đổi${outbox.gaps.length > 0 ? `, thiếu số ${outbox.gaps.slice(0, 5).join(', ')}` : ''}${
            outbox.changed.length > 0 ? `, sai nội dung số ${outbox.changed.slice(0, 5).join(', ')}` : ''
          }`,
          newest
            ? `Sao lưu: ${wordOf(backups.sound)}; ${backups.sets.length} bản${backups.sets
                .filter(({ sound }) => !sound)
                .map(({ name, problems }) => `; ${name}: ${problems.join(', ')}`)
                .join('')}`
            : 'Sao lưu: chưa có, hoặc nơi sao lưu chưa nối.',
        ],
        json: report,
        exitCode: report.sound ? 0 : 5,
      };
    });
  } catch (error) {
    // A database that does not open is what this command is there to tell.
    if (!(error instanceof AppError && error.code === 'store.notABook')) throw error;
    return { lines: [`Cơ sở dữ liệu: HỎNG, không mở được. Khôi phục từ bản sao lưu.`], json: unreadable(error), exitCode: 5 };
  }
}
