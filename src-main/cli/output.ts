import { AppError, messageOf } from '#shared/errors/app-error';
import { errorTable } from '#shared/errors/error-table';

/** What a command gives back: lines for people, and the same as one JSON document for programs. */
export interface CommandResult {
  readonly lines: readonly string[];
  readonly json: unknown;
  /** 0 when absent. 3 where something was refused while the rest went on. */
  readonly exitCode?: number;
}

export function printResult(result: CommandResult, json: boolean): number {
  process.stdout.write(json ? `${JSON.stringify(result.json)}\n` : result.lines.map((line) => `${line}\n`).join(''));
  return result.exitCode ?? 0;
}

/** Exit code 1 is a defect; every other code is documented in `kts help`. */
export function printFailure(error: unknown, json: boolean): number {
  if (!(error instanceof AppError)) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 1;
  }
  const problems = 'problems' in error ? error.problems : undefined;
  if (json) process.stdout.write(`${JSON.stringify({ error: { code: error.code, details: error.details, problems } })}\n`);
  process.stderr.write(`${messageOf(error.code, error.details, 'vi')}\n${messageOf(error.code, error.details, 'en')}\n`);
  return errorTable[error.code].exit;
}
