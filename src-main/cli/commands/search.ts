import { mayShow } from '#service/access/guard-search';
import { AppError } from '#shared/errors/app-error';
import { isRecordTypeName } from '#shared/records/registry';
import type { CliArguments } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';

/** `kts search TEXT [--kind TYPE] [--year YEAR] [--file ID] [--limit N]`. */
export const search = (args: CliArguments): Promise<CommandResult> =>
  withBook(args, ({ book }) => {
    const kind = args.option('kind');
    if (kind !== undefined && !isRecordTypeName(kind)) throw new AppError('usage', { problem: `--kind ${kind}` });
    const year = args.option('year');
    const result = book.search.search({
      text: args.words.join(' '),
      kinds: kind === undefined ? [] : [kind],
      years: year === undefined ? [] : [Number(year)],
      fileId: args.option('file'),
      limit: Number(args.option('limit') ?? 20),
    });
    const plain = (parts: readonly { text: string }[]) => parts.map(({ text }) => text).join('');
    const hits = result.hits.filter(({ id }) => mayShow(book, 'terminal', id));
    return {
      lines: [
        `${result.total} kết quả trong ${result.milliseconds.toFixed(1)} ms`,
        ...hits.map((hit) => `${hit.type}  ${hit.id}  ${plain(hit.title)}\n    ${plain(hit.snippet).replaceAll('\n', ' ')}`),
      ],
      json: { ...result, hits: hits.map((hit) => ({ ...hit, title: plain(hit.title), snippet: plain(hit.snippet) })) },
    };
  });
