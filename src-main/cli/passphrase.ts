import { AppError } from '#shared/errors/app-error';

/** The passphrase from KTS_PASSPHRASE, else the first line of standard input; never from the arguments, which others can see. */
export async function readPassphrase(): Promise<string> {
  const fromEnvironment = process.env.KTS_PASSPHRASE;
  delete process.env.KTS_PASSPHRASE; // child processes must not inherit it
  if (fromEnvironment) return fromEnvironment;
  if (process.stdin.isTTY) process.stderr.write('Mật khẩu / Passphrase: ');
  process.stdin.setEncoding('utf8');
  let text = '';
  for await (const chunk of process.stdin) {
    text += chunk as string;
    if (text.includes('\n')) break;
  }
  const line = text.split(/\r?\n/)[0] ?? '';
  if (line === '') throw new AppError('usage', { problem: 'KTS_PASSPHRASE' });
  return line;
}
