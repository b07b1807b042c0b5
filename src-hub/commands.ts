/** The commands of `npm run hub`: what each is called with, what it does, and its exit code. */
import { readFile } from 'node:fs/promises';
import { writeCode } from '#shared/sync/enrolment';
import { auditFlags } from './audit/anchors';
import { checkAuditOf } from './audit/check-file';
import { backup } from './backup/backup';
import { restore } from './backup/restore';
import { openObjects } from './blobs/open-blobs';
import type { HubOptions } from './config';
import type { Database } from './database/database';
import { revoke } from './devices/device';
import { newCode } from './enrol/code';
import { startHub } from './hub';
import { keysFileOf, openHubKeys } from './keys/hub-keys';
import { openCore } from './log/open-core';
import { connectDatabase, openHubDatabase } from './open-database';
import { publishTo, readPublications } from './scopes/publish-to';
import { devicesOf, statusOf } from './status';
import { clearLogs } from './retention/clear-log';
import { NoUpdate, publishUpdate, withdrawUpdate } from './updates/hub-updates';
import { releaseKeys } from '#shared/node/release-keys';

export interface Command {
  /** Words behind the name; those in brackets may be left out. */
  readonly words: string;
  run(options: HubOptions, ...words: string[]): Promise<number>;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const keysFile = (options: HubOptions): string => options.keysFile ?? keysFileOf(options.dir);

/** Runs `work` on the hub's database, also while the hub serves. */
export async function withDatabase<T>(options: HubOptions, work: (database: Database) => Promise<T>): Promise<T> {
  const opened = await openHubDatabase(options);
  try {
    return await work(opened.database);
  } finally {
    await opened.close();
  }
}

export const commands: Readonly<Record<string, Command>> = {
  serve: {
    words: '',
    async run(options) {
      const hub = await startHub(options);
      say(`Máy chủ tỉnh / hub: ${hub.url}`);
      say(`Dữ liệu / data: ${options.dir}`);
      if (hub.metricsUrl) say(`Số liệu / metrics: ${hub.metricsUrl}`);
      say('Mã đăng ký cho một máy trạm / enrolment code for a workstation: npm run hub -- code COMMUNE');
      await new Promise<void>((resolve) => {
        process.once('SIGINT', resolve);
        process.once('SIGTERM', resolve);
      });
      await hub.stop();
      return 0;
    },
  },
  code: {
    words: 'COMMUNE [HOURS]',
    run: (options, commune = '', hours) =>
      withDatabase(options, async (database) => {
        say(writeCode(await newCode(database, commune, new Date(), hours === undefined ? undefined : Number(hours))));
        return 0;
      }),
  },
  status: {
    words: '',
    run: (options) =>
      withDatabase(options, async (database) => {
        say(JSON.stringify(await statusOf(database), null, 2));
        return 0;
      }),
  },
  devices: {
    words: '[COMMUNE]',
    run: (options, commune) =>
      withDatabase(options, async (database) => {
        say(JSON.stringify(await devicesOf(database, commune), null, 2));
        return 0;
      }),
  },
  revoke: {
    words: 'DEVICE [INCARNATION]',
    run: (options, device = '', incarnation) =>
      withDatabase(options, async (database) => {
        const found = await revoke(database, device, incarnation);
        const which = [device, incarnation].filter(Boolean).join(' ');
        say(found ? `Đã thu hồi / revoked: ${which}` : `Không có máy này / no such workstation: ${which}`);
        return found ? 0 : 1;
      }),
  },
  publish: {
    words: 'FILE all|COMMUNE,COMMUNE',
    run: (options, name = '', to = '') =>
      withDatabase(options, async (database) => {
        const records = readPublications(JSON.parse(await readFile(name, 'utf8')));
        const core = openCore({ database, keys: await openHubKeys(keysFile(options)), ...options });
        for (const { type, id } of records) say(`${type} ${id}`);
        await publishTo(core, database, to === 'all' ? 'all' : to.split(','), records, ({ committee, changed }) =>
          say(`${committee}: ${changed === 0 ? 'đã có / has it already' : `đã gửi / sent: ${changed}`}`),
        );
        return 0;
      }),
  },
  audit: {
    words: '[FILE]',
    run: (options, file) =>
      withDatabase(options, async (database) => {
        if (file === undefined) {
          say(JSON.stringify(await auditFlags(database), null, 2));
          return 0;
        }
        const verdict = await checkAuditOf(database, await readFile(file, 'utf8'));
        say(JSON.stringify(verdict, null, 2));
        return verdict.brokenAt === null && verdict.known ? 0 : 5;
      }),
  },
  update: {
    words: 'FILE|none',
    async run(options, file = '') {
      if (file === 'none') {
        await withdrawUpdate(openObjects(options));
        say('Không chuyển bản cập nhật nào xuống nữa / no update is handed down any more');
        return 0;
      }
      try {
        const { version, checked } = await publishUpdate(openObjects(options), file, releaseKeys(options.dir));
        say(`Chuyển xuống các máy trạm / handed down to the workstations: ${version}`);
        if (!checked) say('Chữ ký chưa kiểm ở đây: chưa có khóa phát hành / signature not checked here: no release keys (release-keys)');
        return 0;
      } catch (error) {
        if (!(error instanceof NoUpdate)) throw error;
        say(`Không nhận / refused: ${error.message}`);
        return 5;
      }
    },
  },
  backup: {
    words: 'DIR',
    run: (options, dir = '') =>
      withDatabase(options, async (database) => {
        const keys = await openHubKeys(keysFile(options));
        // What was destroyed is in no backup that begins now.
        await clearLogs(database, openCore({ database, keys, ...options }));
        const made = await backup({ database, objects: openObjects(options), keysFile: keysFile(options), hub: keys.id }, dir);
        const rows = made.tables.reduce((sum, table) => sum + table.rows, 0);
        say(`Đã sao lưu / backed up: ${rows} dòng / rows, ${made.scans.count} ảnh / scans (${made.scans.bytes} B), ${made.madeAt}`);
        return 0;
      }),
  },
  restore: {
    words: 'DIR',
    async run(options, dir = '') {
      const connected = await connectDatabase(options);
      try {
        const made = await restore({ database: connected.database, objects: openObjects(options), keysFile: keysFile(options) }, dir);
        say(`Đã khôi phục bản sao lưu / restored the backup of ${made.madeAt}`);
        return 0;
      } finally {
        await connected.close();
      }
    },
  },
};

/** One line for each command. */
export const usage = (): string =>
  Object.entries(commands)
    .map(([name, { words }]) => `hub ${name} ${words}`.trim())
    .join('\n');

/** How many words a command needs. */
export const neededWords = ({ words }: Command): number => words.split(' ').filter((word) => word !== '' && !word.startsWith('[')).length;
