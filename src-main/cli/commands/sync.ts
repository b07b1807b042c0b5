import { AppError } from '#shared/errors/app-error';
import { isErrorCode } from '#shared/errors/app-error';
import type { CliArguments } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';

/** `kts sync [--hub URL --code CODE]`: enrols when a code is given, then sends and fetches until nothing waits. */
export const sync = (args: CliArguments): Promise<CommandResult> =>
  withBook(
    args,
    async ({ sync: line }) => {
      const code = args.option('code');
      const hub = args.option('hub');
      if (code !== undefined) {
        if (hub === undefined) throw new AppError('usage', { problem: '--hub' });
        await line.enrol(hub, code);
      }
      const status = await line.runNow();
      if (status.problem !== null)
        throw new AppError(isErrorCode(status.problem.code) ? status.problem.code : 'sync.unreachable', status.problem.details);
      if (status.line === 'notEnrolled') throw new AppError('sync.notEnrolled');
      return {
        lines: [
          `Tỉnh đã nhận ${status.confirmed.records} thay đổi; còn chờ ${status.waiting.records} thay đổi, ${status.waiting.pages} trang; bị từ chối ${status.refused}.`,
        ],
        json: status,
        exitCode: status.refused > 0 ? 3 : 0,
      };
    },
    { line: true },
  );
