/**
 * `npm run hub`: the provincial hub.
 *
 *   hub [serve]        serves until Ctrl+C; prints its address
 *   hub code COMMUNE   prints a new one-time enrolment code for a workstation of that commune
 *   hub status         what the hub holds, by commune
 *   hub revoke DEVICE  refuses a workstation from now on
 *
 * Options come from the environment (config.ts). Exit codes: 0 done, 1 failed, 2 wrong usage.
 */
import { pathToFileURL } from 'node:url';
import { writeCode } from '#shared/sync/enrolment';
import { type HubOptions, optionsFrom, readCommandLine } from './config';
import { revoke } from './devices/device';
import { newCode } from './enrol/code';
import { type HubDatabase, openHubDatabase, startHub } from './hub';
import { statusOf } from './status';

export { type HubOptions, optionsFrom } from './config';
export { type Hub, startHub } from './hub';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const usage = 'hub [serve] | code COMMUNE | status | revoke DEVICE';

async function serve(options: HubOptions): Promise<void> {
  const hub = await startHub(options);
  say(`Máy chủ tỉnh / hub: ${hub.url}`);
  say(`Dữ liệu / data: ${options.dir}`);
  say('Mã đăng ký cho một máy trạm / enrolment code for a workstation: npm run hub -- code COMMUNE');
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await hub.stop();
}

async function withDatabase(options: HubOptions, work: (database: HubDatabase['database']) => Promise<void>): Promise<void> {
  const opened = await openHubDatabase(options);
  try {
    await work(opened.database);
  } finally {
    await opened.close();
  }
}

/** Runs one command; returns the exit code. */
export async function runHub(args: readonly string[], options: HubOptions): Promise<number> {
  const [command = 'serve', value] = args;
  if (command === 'serve') await serve(options);
  else if (command === 'code' && value) await withDatabase(options, async (database) => say(writeCode(await newCode(database, value))));
  else if (command === 'status') await withDatabase(options, async (database) => say(JSON.stringify(await statusOf(database), null, 2)));
  else if (command === 'revoke' && value) {
    let found = false;
    await withDatabase(options, async (database) => {
      found = await revoke(database, value);
    });
    say(found ? `Đã thu hồi / revoked: ${value}` : `Không có máy này / no such workstation: ${value}`);
    return found ? 0 : 1;
  } else {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  return 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const { words, env } = readCommandLine(process.argv.slice(2));
    process.exitCode = await runHub(words, optionsFrom({ ...process.env, ...env }));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
