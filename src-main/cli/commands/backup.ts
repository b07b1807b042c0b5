import { AppError } from '#shared/errors/app-error';
import { findSets } from '#service/backup/layout';
import { makeBackup } from '#service/backup/make-backup';
import { restoreBackup } from '#service/backup/restore';
import { readVault } from '#service/vault/vault-file';
import type { CliArguments } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';
import { readNewPassphrase, readPassphrase } from '../passphrase';

/** `kts backup make DIR | list DIR | check`; make also remembers the place for the backups that are made by themselves. */
export async function backup(args: CliArguments): Promise<CommandResult> {
  const [action = '', dir = ''] = args.words;
  if (action === 'list') {
    if (dir === '') throw new AppError('usage', { problem: 'backup list DIR' });
    const sets = findSets(dir);
    return {
      lines: sets.map(({ dir: at, manifest }) => `${manifest.madeAt}  ${manifest.records} bản ghi, ${manifest.pages.count} trang  ${at}`),
      json: { sets: sets.map(({ dir: at, manifest }) => ({ dir: at, madeAt: manifest.madeAt, records: manifest.records })) },
    };
  }
  return withBook(args, async ({ book, backups }) => {
    book.access.require('backup');
    if (action === 'make') {
      if (dir === '') throw new AppError('usage', { problem: 'backup make DIR' });
      backups.set({ place: dir });
      const made = await makeBackup(book, dir);
      return {
        lines: [
          `Đã sao lưu vào ${made.dir}: ${made.pages} trang, chép mới ${made.copied}.`,
          ...made.unreadable.map((hash) => `Trang không đọc được: ${hash}`),
        ],
        json: made,
        exitCode: made.unreadable.length > 0 ? 3 : 0,
      };
    }
    if (action === 'check') {
      const checked = await backups.check(args.words[1]);
      return {
        lines: [
          `${checked.name}: ${checked.sound ? 'nguyên vẹn' : checked.problems.join(', ')}; ${checked.pages} trang, ${checked.missing.length} thiếu, ${checked.damaged.length} hỏng`,
        ],
        json: checked,
        exitCode: checked.sound ? 0 : 5,
      };
    }
    throw new AppError('usage', { problem: 'backup make|list|check' });
  });
}

/**
 * `kts restore SET [--words]`: the set as the book in `--data`; a book that is there is set aside. Passphrase as always; with `--words 1`
 * the first secret is the words of the recovery sheet (two shares separated by '/'), the second the new passphrase.
 */
export async function restore(args: CliArguments): Promise<CommandResult> {
  const [set] = args.words;
  if (set === undefined) throw new AppError('usage', { problem: 'restore SET' });
  const dir = findSets(set)[0]?.dir ?? set;
  const { users } = readVault(dir);
  const wanted = args.option('user');
  const user = wanted === undefined ? users[0] : users.find(({ id, name }) => id === wanted || name === wanted);
  if (!user) throw new AppError('vault.unknownUser');
  const first = await readPassphrase();
  const restored = await restoreBackup(
    dir,
    args.data,
    args.option('words') === undefined
      ? { userId: user.id, passphrase: first }
      : { userId: user.id, words: first.split('/'), newPassphrase: await readNewPassphrase() },
  );
  return {
    lines: [
      `Đã khôi phục bản ${restored.madeAt}: ${restored.records} bản ghi, ${restored.pages} trang, thiếu ${restored.missing.length}.`,
      ...(restored.setAside === null ? [] : [`Sổ cũ được giữ ở ${restored.setAside}.`]),
    ],
    json: restored,
    exitCode: restored.missing.length > 0 ? 3 : 0,
  };
}
