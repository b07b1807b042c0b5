import type { PackageImportEvent } from '#shared/contract/window/out';
import { AppError, isErrorCode, messageOf } from '#shared/errors/app-error';
import type { CliArguments } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';

/** `kts import package DIR|ZIP`: packages of another archive, each checked whole before anything of it is kept. */
export function importPackage(args: CliArguments): Promise<CommandResult> {
  const [, path] = args.words;
  if (path === undefined) throw new AppError('usage', { problem: 'import package DIR|ZIP' });
  return withBook(args, async ({ out }) => {
    const lines: string[] = [];
    const events: PackageImportEvent[] = [];
    for await (const event of out.importPackages(path)) {
      if (event.kind === 'step') continue;
      events.push(event);
      if (event.kind === 'taken')
        lines.push(
          `${event.name}: ${event.title}; ${event.documents} văn bản, ${event.pages} trang, từ ${event.from}${event.already > 0 ? `; ${event.already} mục đã có` : ''}`,
        );
      if (event.kind === 'refused')
        lines.push(isErrorCode(event.code) ? messageOf(event.code, event.details, 'vi') : `${event.name}: ${event.code}`);
    }
    const done = events.find((event) => event.kind === 'done');
    if (done === undefined) throw new AppError('package.notOne', { name: path });
    lines.push(
      `Đã nhận ${done.packages} gói: ${done.files} hồ sơ, ${done.documents} văn bản, ${done.pages} trang; ${done.refused} gói bị từ chối.`,
    );
    lines.push(...done.absent.map((name) => `  Thiếu gói có trong danh sách bàn giao: ${name}`));
    return {
      lines,
      json: {
        ...done,
        taken: events.filter((event) => event.kind === 'taken'),
        refusals: events.filter((event) => event.kind === 'refused'),
      },
      exitCode: done.refused > 0 || done.absent.length > 0 ? 3 : 0,
    };
  });
}
