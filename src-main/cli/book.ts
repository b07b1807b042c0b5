import { fileURLToPath } from 'node:url';
import { openBook, readBookHead } from '#service/book/open-book';
import type { BookUser } from '#service/book/book';
import { assemble } from '#service/office/assemble';
import type { OpenBook } from '#service/office/open-book';
import { forkRecognizer } from '#service/transport/recognizer-fork';
import { AppError } from '#shared/errors/app-error';
import type { CliArguments } from './arguments';
import { readPassphrase } from './passphrase';

/** The recognizer that was built beside this program. */
export const startRecognizer = forkRecognizer(fileURLToPath(new URL('../main/recognizer.js', import.meta.url)));

/** Opens the book in `--data` for the length of one command, and closes it whatever happens. */
export async function withBook<T>(
  args: CliArguments,
  work: (parts: OpenBook, passphrase: string) => Promise<T> | T,
  { line = false } = {},
): Promise<T> {
  const user = userOf(args);
  const passphrase = await readPassphrase();
  const parts = assemble(await openBook(args.data, { userId: user.id, passphrase }), startRecognizer, {
    reading: false,
    line,
  });
  try {
    return await work(parts, passphrase);
  } finally {
    await parts.close();
  }
}

/** Who is named by `--user`, or the first of the book. @throws AppError vault.unknownUser */
export function userOf(args: CliArguments): BookUser {
  const { users } = readBookHead(args.data);
  const wanted = args.option('user');
  const user = wanted === undefined ? users[0] : users.find(({ id, name }) => id === wanted || name === wanted);
  if (user === undefined) throw new AppError('vault.unknownUser');
  return user;
}
