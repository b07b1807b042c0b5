import { AppError } from '#shared/errors/app-error';
import { appVersion } from '#service/app-version';
import { layOut, readUpdate } from '#service/update/update-file';
import { releaseKeys } from '#service/update/release-keys';
import type { CliArguments } from '../arguments';
import type { CommandResult } from '../output';

/** `kts update check FILE | prepare FILE`: an update from a stick; prepare lays the installer out in the data folder. */
export async function update(args: CliArguments): Promise<CommandResult> {
  const [action = '', file = ''] = args.words;
  if (file === '') throw new AppError('usage', { problem: 'update check|prepare FILE' });
  const place = { version: appVersion, system: `${process.platform}-${process.arch}`, trusted: releaseKeys(args.data) };
  if (action === 'check') {
    const { body, part } = await readUpdate(file, place);
    return {
      lines: [`Bản ${body.version} (${body.madeAt}), ${part.name}, ${part.bytes} byte.`, body.notes.vi],
      json: { version: body.version, part },
    };
  }
  if (action !== 'prepare') throw new AppError('usage', { problem: 'update check|prepare FILE' });
  const made = await layOut(file, args.data, place);
  return { lines: [`Đã kiểm và đặt bộ cài ${made.version} ở ${made.path}.`], json: made };
}
