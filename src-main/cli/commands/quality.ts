import { AppError } from '#shared/errors/app-error';
import type { CliArguments } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';

/** `kts quality report|errors|table|rounds`: rates of errors, the error log, the sheet for Excel, the rounds. */
export const quality = (args: CliArguments): Promise<CommandResult> =>
  withBook(args, ({ quality: service }): CommandResult => {
    const [what = 'report'] = args.words;
    const rate = (permille: number | null): string => (permille === null ? '' : `${permille.toFixed(1)} ‰`);
    switch (what) {
      case 'report': {
        const report = service.report();
        const lines = Object.entries(report).flatMap(([part, rates]) => [
          part,
          ...rates.map(({ name, errors, fields, permille }) => `  ${name}  ${errors}/${fields}  ${rate(permille)}`),
        ]);
        return { lines, json: report };
      }
      case 'rounds': {
        const rounds = service.rounds();
        return {
          lines: rounds.map((one) => `${one.id}  ${one.title}  ${one.checked}/${one.drawn}  ${one.state}  ${rate(one.permille)}`),
          json: { rounds },
        };
      }
      case 'errors': {
        const found = service.errors(undefined, Number(args.option('limit') ?? 500));
        return { lines: found.errors.map((one) => `${one.at}  ${one.document}  ${one.field}: ${one.from} → ${one.to}`), json: found };
      }
      case 'table': {
        const table = service.table();
        return { lines: table.rows.map((row) => row.map((cell) => String(cell ?? '')).join('\t')), json: table };
      }
      default:
        throw new AppError('usage', { problem: what });
    }
  });
