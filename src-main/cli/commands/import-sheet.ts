import { readFile } from 'node:fs/promises';
import type { SheetPlan } from '#shared/contract/window/sheet-import';
import { AppError } from '#shared/errors/app-error';
import { problemText } from '#shared/records/problem';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { recordType } from '#shared/records/registry';
import { readTyped } from '#shared/records/typed-value';
import { foldWords } from '#shared/text/fold';
import type { CliArguments } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';

/** What lists hold, by the word that is typed. */
export const sheetKinds: Readonly<Record<string, RecordTypeName | undefined>> = {
  files: 'archiveFile',
  documents: 'archiveDocument',
  fonds: 'archiveFonds',
  members: 'partyMember',
  organisations: 'organisation',
  branches: 'branchReport',
};

/** A mapping as it is written in a file: target by heading, and values for every row. */
interface MapFile {
  readonly columns?: Readonly<Record<string, string>>;
  readonly fixed?: Readonly<Record<string, unknown>>;
}

/** `kts import files|documents|... LIST [--map FILE] [--dry-run] [--leave-faulty] [--set field=value]...`: exit code 3 where rows are faulty. */
export async function importSheet(type: RecordTypeName, args: CliArguments): Promise<CommandResult> {
  const mapFile = args.option('map');
  const map = mapFile === undefined ? {} : await readMap(mapFile);
  const fixed = { ...map.fixed, ...typedValues(type, args.set) };
  return withBook(args, async ({ sheetImport }) => {
    const plan = await sheetImport.open(args.words[1] ?? '', type, {
      fixed,
      ...(map.columns && { mapping: { columns: folded(map.columns) } }),
    });
    const told = tell(plan);
    if (args.flag('dry-run') || (plan.counts.faulty > 0 && !args.flag('leave-faulty')))
      return { lines: told, json: { dryRun: true, ...summary(plan) }, exitCode: plan.counts.faulty > 0 ? 3 : 0 };
    const done = sheetImport.run(plan.id, { choice: sheetImport.proposal(plan.id), leaveFaulty: true });
    return {
      lines: [...told, `Đã nhập ${done.created} dòng. Mã lần nhập: ${done.importId}`],
      json: { dryRun: false, ...summary(plan), ...done },
      exitCode: done.faulty > 0 ? 3 : 0,
    };
  });
}

async function readMap(path: string): Promise<MapFile> {
  try {
    const map = JSON.parse(await readFile(path, 'utf8')) as MapFile;
    if (typeof map === 'object' && map !== null) return map;
  } catch {
    // told below
  }
  throw new AppError('usage', { problem: '--map' });
}

const folded = (columns: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(columns).map(([heading, target]) => [foldWords(heading), target]));

function typedValues(type: RecordTypeName, set: readonly string[]): Record<string, unknown> {
  const { fields } = recordType(type);
  return Object.fromEntries(
    set.map((pair) => {
      const at = pair.indexOf('=');
      const field = fields[pair.slice(0, at)];
      if (at < 1 || field === undefined) throw new AppError('usage', { problem: `--set ${pair}` });
      return [pair.slice(0, at), readTyped(field, pair.slice(at + 1))];
    }),
  );
}

const summary = ({ file, sheet, headerRow, counts, problems, columns }: SheetPlan) => ({
  file,
  sheet,
  headerRow,
  counts,
  columns: Object.fromEntries(
    columns.filter(({ target }) => target !== null).map(({ header, index, target }) => [header || String(index), target]),
  ),
  problems,
});

const more: Readonly<Record<string, string>> = {
  notFound: 'Không thấy bản ghi có tên hoặc mã này.',
  ambiguous: 'Có nhiều bản ghi cùng tên này; ghi mã.',
  twice: 'Trùng với một dòng khác của danh sách.',
};

function tell({ counts, problems, targets, headerRow }: SheetPlan): string[] {
  const name = new Map(targets.map(({ id, vi }) => [id, vi]));
  return [
    `Tiêu đề ở dòng ${headerRow}. ${counts.rows} dòng: ${counts.ready} sẵn sàng, ${counts.existing} đã có, ${counts.faulty} có lỗi, ${counts.passedOver} dòng tiêu đề nhóm hoặc cộng.`,
    ...problems.map(({ row, column, target, text, problem, detail }) => {
      const words =
        more[problem] ?? problemText({ field: target, problem: problem as 'required', ...(detail !== null && { max: detail }) }, 'vi');
      return `Dòng ${row}${column && `, cột ${column}`}, ${name.get(target) ?? target}${text && ` (${text})`}: ${words}`;
    }),
  ];
}
