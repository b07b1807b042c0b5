import type { CliArguments } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';

/** `kts ocr`: reads every page that waits, then tells how it went. */
export const ocr = (args: CliArguments): Promise<CommandResult> =>
  withBook(args, async ({ archive }) => {
    const started = Date.now();
    const before = archive.queueState();
    await archive.drain();
    const after = archive.queueState();
    const seconds = (Date.now() - started) / 1000;
    const read = after.done - before.done;
    return {
      lines: [`${read} trang đã đọc trong ${seconds.toFixed(1)} giây, ${after.failed} trang lỗi, còn ${after.waiting} trang chờ.`],
      json: { read, failed: after.failed, waiting: after.waiting, seconds, secondsPerPage: read > 0 ? seconds / read : null },
      exitCode: after.failed > 0 ? 3 : 0,
    };
  });
