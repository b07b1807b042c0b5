/** `kts`: the service of the office without a window. See commands/help.ts for commands and exit codes. */
import { AppError } from '#shared/errors/app-error';
import { type CliArguments, readArguments } from './arguments';
import { bundle, enrolAnswer, enrolRequest } from './commands/bundle';
import { exportPapers } from './commands/export';
import { caseCommand } from './commands/case';
import { help } from './commands/help';
import { importFiles } from './commands/import';
import { init } from './commands/init';
import { list } from './commands/list';
import { ocr } from './commands/ocr';
import { quality } from './commands/quality';
import { record } from './commands/record';
import { retention } from './commands/retention';
import { search } from './commands/search';
import { stats } from './commands/stats';
import { sync } from './commands/sync';
import { audit } from './commands/audit';
import { backup, restore } from './commands/backup';
import { keys, users } from './commands/users';
import { update } from './commands/update';
import { verify } from './commands/verify';
import { agendaCommand, dossier, duties, pack } from './commands/work';
import { type CommandResult, printFailure, printResult } from './output';

const commands: Readonly<Record<string, (args: CliArguments) => CommandResult | Promise<CommandResult>>> = {
  help,
  init,
  import: importFiles,
  export: exportPapers,
  ocr,
  search,
  list,
  quality,
  record,
  stats,
  duties,
  agenda: agendaCommand,
  dossier,
  pack,
  case: caseCommand,
  sync,
  bundle,
  'enrol-request': enrolRequest,
  'enrol-answer': enrolAnswer,
  verify,
  retention,
  backup,
  restore,
  users,
  keys,
  update,
  audit,
};

/** Node of the engine for which the command line is built; the SQLite addon ends an older one without a word. */
const neededNode = 24;

async function main(argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json');
  try {
    const found = Number.parseInt(process.versions.node, 10);
    if (found < neededNode) throw new AppError('oldNode', { needed: neededNode, found });
    const args = readArguments(argv);
    const command = Object.hasOwn(commands, args.command) ? commands[args.command] : undefined;
    if (command === undefined) throw new AppError('usage', { problem: args.command });
    return printResult(await command(args), json);
  } catch (error) {
    return printFailure(error, json);
  }
}

process.exitCode = await main(process.argv.slice(2));
