/** What `scanimage --all-options` says of a device: only options that it lists are ever given to it. */
import type { ScannerAbilities } from '#shared/contract/window/scanners';
import { type ScanWish, sheetSizes } from '../scan-source';

export interface SaneOptions {
  /** Values by option, for options of fixed values. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
  /** Bounds of options with a range. */
  readonly ranges: ReadonlyMap<string, readonly [number, number]>;
}

export function readOptions(text: string): SaneOptions {
  const choices = new Map<string, readonly string[]>();
  const ranges = new Map<string, readonly [number, number]>();
  for (const line of text.split('\n')) {
    const match = /^\s+(--?[a-z][\w-]*)(?:\[=\(|\s+|=)(.+?)\)?\s*(?:\[[^\]]*\])?(?:\s*\[.*\])?\s*$/.exec(line);
    const [, name, values] = match ?? [];
    if (name === undefined || values === undefined) continue;
    const range = /^(-?[\d.]+)\.\.(-?[\d.]+)/.exec(values);
    if (range) ranges.set(name, [Number(range[1]), Number(range[2])]);
    else
      choices.set(
        name,
        values.split('|').map((value) => value.replace(/(?:dpi|mm)$/, '').trim()),
      );
  }
  return { choices, ranges };
}

const modeWords = { colour: /^colou?r|^24bit/i, gray: /^gr[ae]y|^true gray/i, bilevel: /^lineart|^binary|^black/i } as const;
const feederWord = /feeder|^adf/i;
const duplexWord = /duplex/i;

const offered = [75, 100, 150, 200, 300, 400, 600, 1200];

export function abilitiesFrom({ choices, ranges }: SaneOptions): ScannerAbilities {
  const range = ranges.get('--resolution');
  const sources = choices.get('--source') ?? [];
  const modes = choices.get('--mode') ?? [];
  const feeder = sources.some((source) => feederWord.test(source));
  return {
    sources: [
      ...(sources.length === 0 || sources.some((source) => !feederWord.test(source)) ? ['flatbed' as const] : []),
      ...(feeder ? ['feeder' as const] : []),
    ],
    dpis: range
      ? offered.filter((dpi) => dpi >= range[0] && dpi <= range[1])
      : (choices.get('--resolution') ?? []).map(Number).filter((dpi) => dpi > 0),
    colours: (['colour', 'gray', 'bilevel'] as const).filter((colour) => modes.some((mode) => modeWords[colour].test(mode))),
    duplex: sources.some((source) => duplexWord.test(source)) || choices.has('--adf-mode'),
  };
}

export function argumentsFor(wish: ScanWish, { choices, ranges }: SaneOptions): string[] {
  const args: string[] = [];
  const pick = (option: string, test: (value: string) => boolean): void => {
    const value = choices.get(option)?.find(test);
    if (value !== undefined) args.push(`${option}=${value}`);
  };
  pick(
    '--source',
    (value) =>
      feederWord.test(value) === (wish.source === 'feeder') && (wish.source !== 'feeder' || duplexWord.test(value) === wish.duplex),
  );
  if (!args.some((arg) => arg.startsWith('--source'))) pick('--source', (value) => feederWord.test(value) === (wish.source === 'feeder'));
  pick('--adf-mode', (value) => duplexWord.test(value) === wish.duplex);
  pick('--mode', (value) => modeWords[wish.colour].test(value));
  if (choices.has('--resolution') || ranges.has('--resolution')) args.push(`--resolution=${wish.dpi}`);
  const [width, height] = sheetSizes[wish.size];
  for (const [option, mm] of [
    ['-x', width],
    ['-y', height],
  ] as const) {
    const range = ranges.get(option);
    if (range) args.push(option, String(Math.min(mm, range[1])));
  }
  return args;
}
