import { parseArgs } from 'node:util';
import { AppError } from '#shared/errors/app-error';

/** What was typed after `kts`. The passphrase is never among it: see passphrase.ts. */
export interface CliArguments {
  readonly command: string;
  readonly words: readonly string[];
  readonly data: string;
  readonly json: boolean;
  option(name: OptionName): string | undefined;
  flag(name: FlagName): boolean;
  /** `--set field=value`, repeatable. */
  readonly set: readonly string[];
}

const optionNames = [
  'hub',
  'code',
  'type',
  'file',
  'document',
  'user',
  'name',
  'party-committee',
  'province',
  'symbol',
  'term',
  'profile',
  'user-name',
  'user-title',
  'limit',
  'text',
  'kind',
  'year',
  'seed',
  'size',
  'to',
  'fonds',
  'box',
  'part',
  'copy',
  'from',
  'unit',
  'out',
  'period',
  'as',
  'check',
  'incomplete',
  'receiver',
  'map',
  'role',
  'clearance',
  'shares',
  'words',
  'reason',
  'fields',
  'basis',
  'xlsx',
  'sort',
] as const;
export type OptionName = (typeof optionNames)[number];
export type FlagName = 'dry-run' | 'leave-faulty' | 'route' | 'whole';

export function readArguments(argv: readonly string[]): CliArguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        json: { type: 'boolean', default: false },
        set: { type: 'string', multiple: true, default: [] },
        'dry-run': { type: 'boolean', default: false },
        'leave-faulty': { type: 'boolean', default: false },
        route: { type: 'boolean', default: false },
        whole: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        ...Object.fromEntries(optionNames.map((name) => [name, { type: 'string' as const }])),
      },
    });
    const [command = 'help', ...words] = positionals;
    const strings = values as Record<string, unknown>;
    return {
      command: values.help === true ? 'help' : command,
      words,
      data: values.data ?? process.env.KTS_DATA_DIR ?? 'kts-data',
      json: values.json === true,
      set: values.set ?? [],
      flag: (name) => (values as Record<string, unknown>)[name] === true,
      option: (name) => strings[name] as string | undefined,
    };
  } catch (error) {
    throw new AppError('usage', { problem: error instanceof Error ? error.message : String(error) });
  }
}

/** The option, or a refusal that names it. */
export function need(args: CliArguments, name: OptionName): string {
  const value = args.option(name);
  if (value === undefined || value === '') throw new AppError('usage', { problem: `--${name}` });
  return value;
}
