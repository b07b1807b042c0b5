import { AppError } from '#shared/errors/app-error';
import { judgeUpdate, updatePlace } from '#service/update/judge-update';
import { layOut } from '#service/update/lay-out';
import { withUpdateFile } from '#service/update/update-source';
import type { CliArguments } from '../arguments';
import type { CommandResult } from '../output';

/** `kts update check FILE | prepare FILE`: an update from a stick; prepare lays the installer out in the data folder, where the program offers it. */
export async function update(args: CliArguments): Promise<CommandResult> {
  const [action = '', file = ''] = args.words;
  if (file === '' || (action !== 'check' && action !== 'prepare')) throw new AppError('usage', { problem: 'update check|prepare FILE' });
  const place = updatePlace(args.data);
  return withUpdateFile(file, async (source) => {
    if (action === 'check') {
      const { body, part } = await judgeUpdate(source, place);
      return {
        lines: [`Bản ${body.version} (${body.madeAt}), ${part.name}, ${part.bytes} byte.`, body.notes.vi],
        json: { version: body.version, part },
      };
    }
    const made = await layOut(source, args.data, place);
    return { lines: [`Đã kiểm và đặt bộ cài ${made?.version} ở ${made?.path}.`], json: made };
  });
}
