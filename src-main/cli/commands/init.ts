import { createBook } from '#service/book/create-book';
import { fillSample } from '#service/office/sample-book';
import { AppError } from '#shared/errors/app-error';
import type { CliArguments } from '../arguments';
import type { CommandResult } from '../output';
import { readPassphrase } from '../passphrase';

/** `kts init [sample]`: a new book in `--data`; with `sample` it is filled with the fictional commune. */
export async function init(args: CliArguments): Promise<CommandResult> {
  const [what] = args.words;
  if (what !== undefined && what !== 'sample') throw new AppError('usage', { problem: `init ${what}` });
  const profile = args.option('profile') ?? 'connected';
  if (profile !== 'connected' && profile !== 'standalone') throw new AppError('usage', { problem: '--profile connected|standalone' });
  const partyCommittee = args.option('party-committee') ?? 'Đảng ủy xã Tân Thượng';
  const book = await createBook(args.data, {
    committee: {
      name: args.option('name') ?? `Ủy ban Kiểm tra ${partyCommittee}`,
      partyCommittee,
      province: args.option('province') ?? 'Tỉnh Quảng Hòa',
      symbol: args.option('symbol') ?? 'UBKTĐU',
      term: args.option('term') ?? '2025–2030',
      profile,
    },
    user: { name: args.option('user-name') ?? 'Trần Thị Minh Hạnh', title: args.option('user-title') ?? 'Ủy viên' },
    passphrase: await readPassphrase(),
  });
  try {
    const records = what === 'sample' ? fillSample(book, { seed: Number(args.option('seed') ?? 2025) }) : 0;
    return {
      lines: [`Đã lập sổ của ${book.committee.name} tại ${book.dir}, ${records} bản ghi.`],
      json: { dir: book.dir, committee: book.committee.name, user: book.user.id, records },
    };
  } finally {
    book.close();
  }
}
