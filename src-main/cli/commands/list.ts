import type { ListedRows } from '#shared/contract/window/lists';
import { AppError } from '#shared/errors/app-error';
import { isRecordTypeName, recordType } from '#shared/records/registry';
import { mayShow } from '#service/access/guard-search';
import { writeList } from '#service/lists/list-sheet';
import type { CliArguments } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';

/** `kts list TYPE [--xlsx FILE] [--text TEXT] [--set field=value]... [--sort field|-field] [--whole]`: a register as filtered and sorted. */
export const list = (args: CliArguments): Promise<CommandResult> => {
  const [type = ''] = args.words;
  if (!isRecordTypeName(type)) throw new AppError('usage', { problem: 'list TYPE' });
  const { fields, register } = recordType(type);
  const known = (name: string): string => {
    const field = fields[name];
    if (field === undefined || field.kind === 'sealed') throw new AppError('usage', { problem: name });
    return name;
  };
  const filters = args.set.map((pair) => {
    const at = pair.indexOf('=');
    const field = known(pair.slice(0, Math.max(0, at)));
    return {
      field,
      op: ['codes', 'tags', 'refs'].includes(fields[field]?.kind ?? '') ? ('has' as const) : ('eq' as const),
      value: pair.slice(at + 1),
    };
  });
  const sort = args.option('sort');
  const query: ListedRows['query'] = {
    type,
    filters,
    text: args.option('text'),
    sort: sort === undefined ? [] : [{ field: known(sort.replace(/^-/, '')), direction: sort.startsWith('-') ? 'desc' : 'asc' }],
  };
  return withBook(args, async ({ book }) => {
    const file = args.option('xlsx');
    if (file !== undefined) {
      const written = await writeList(book, { query, whole: args.flag('whole'), said: args.option('text') ?? '' }, file);
      return { lines: [`${written.rows} dòng, ${written.withheld} dòng ở lại vì độ mật: ${file}`], json: { file, ...written } };
    }
    const { rows, total } = book.records.list({ ...query, limit: Number(args.option('limit') ?? 50) });
    const shown = rows.filter(({ id }) => mayShow(book, 'terminal', id));
    return {
      lines: [`${total} ${register.vi}`, ...shown.map(({ id, title }) => `${id}  ${title}`)],
      json: { total, rows: shown.map(({ id, title, subtitle }) => ({ id, title, subtitle })) },
    };
  });
};
