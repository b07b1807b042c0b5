import { AppError } from '#shared/errors/app-error';

let input: AsyncIterator<string> | undefined;
let text = '';

/** The next line of standard input: commands that need several secrets take one line for each. */
async function nextLine(question: string): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write(question);
  process.stdin.setEncoding('utf8');
  input ??= process.stdin.iterator({ destroyOnReturn: false }) as AsyncIterator<string>;
  while (!text.includes('\n')) {
    const { done, value } = await input.next();
    if (done === true) break;
    text += value;
  }
  const [line = ''] = text.split(/\r?\n/, 1);
  text = text.slice(text.indexOf('\n') < 0 ? text.length : text.indexOf('\n') + 1);
  process.stdin.pause();
  return line;
}

const fromEnvironment = (name: string): string | undefined => {
  const value = process.env[name];
  delete process.env[name]; // child processes must not inherit it
  return value || undefined;
};

/** The passphrase from KTS_PASSPHRASE, else the first line of standard input; never from the arguments, which others can see. */
export async function readPassphrase(): Promise<string> {
  const value = fromEnvironment('KTS_PASSPHRASE') ?? (await nextLine('Mật khẩu / Passphrase: '));
  if (value === '') throw new AppError('usage', { problem: 'KTS_PASSPHRASE' });
  return value;
}

/** A second secret (new passphrase, recovery words) from KTS_NEW_PASSPHRASE, else the next line of standard input. */
export async function readNewPassphrase(): Promise<string> {
  const value = fromEnvironment('KTS_NEW_PASSPHRASE') ?? (await nextLine('Mật khẩu mới / New passphrase: '));
  if (value === '') throw new AppError('usage', { problem: 'KTS_NEW_PASSPHRASE' });
  return value;
}
