/** An office at work in a process that is killed: it saves, brings scans in and reads them, backs up and changes its keys, all mixed. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { verify } from '../../src-main/cli/commands/verify';
import { createOffice, type Office } from '#service/office/office';
import { forkRecognizer } from '#service/transport/recognizer-fork';
import { blankScan, collect } from '../support/archive-book';
import { serveCalls } from '../support/child';
import { randomFrom } from '../bench/scratch-book';

const passphrase = 'mật khẩu chỉ dùng để thử';
const committee = {
  name: 'UBKT Đảng ủy xã Mẫu',
  partyCommittee: 'Đảng ủy xã Mẫu',
  province: 'Tỉnh Mẫu',
  symbol: 'UBKTĐU',
  term: '2025-2030',
  profile: 'standalone',
} as const;

export interface Sound {
  readonly sound: boolean;
  readonly report: unknown;
  readonly petitions: number;
  readonly pages: number;
}

let office: Office;
let folder = '';
let working = true;
let ended: Promise<void> = Promise.resolve();

/** What was done, line by line: written before the next thing begins, so that a kill takes none of it back. */
const tell = (what: string): void => appendFileSync(join(folder, 'told'), `${what}\n`);

type Act = (office: Office, random: () => number) => Promise<void> | void;
const acts: Readonly<Record<string, Act>> = {
  save: ({ open }) => {
    const { book } = open();
    const n = book.records.count({ type: 'petition' });
    book.records.save(
      Array.from({ length: 5 }, (_, i) => ({
        type: 'petition' as const,
        values: {
          number: n + i + 1,
          receivedOn: '2026-03-08',
          kind: 'PA',
          source: 'BUU_DIEN',
          secrecy: 'THUONG',
          state: 'MOI',
          summary: `Đơn thứ ${n + i + 1}`,
          senderName: `Người gửi ${n + i + 1}`,
        },
      })),
    );
    tell(`petitions ${n + 5}`);
  },
  scan: async ({ open }, random) => {
    const { archive } = open();
    const file = join(folder, 'trang.jpg');
    writeFileSync(file, await blankScan(Math.floor(random() * 1e9)));
    const events = await collect(archive.importFiles([file]));
    if (events.some(({ kind }) => kind === 'page')) tell('page');
  },
  backUp: async ({ open }) => {
    await open().backups.run();
    tell('backup');
  },
  rotate: async (now) => {
    tell('rotating');
    await now.rotateKeys(passphrase);
    tell('rotated');
  },
};
/** As often as each comes. */
const mix = ['save', 'save', 'save', 'save', 'scan', 'scan', 'scan', 'backUp', 'rotate'];

const api = {
  /** Makes the office, or looks at the one that was left: as `kts verify` does, then opens it as the window would. */
  async begin(dir: string, recognizer: string): Promise<Sound> {
    folder = dir;
    office = createOffice(join(dir, 'data'), forkRecognizer(recognizer));
    const [found] = office.status('').books;
    let report: { json: unknown; exitCode?: number } = { json: null, exitCode: 0 };
    if (found) {
      process.env['KTS_PASSPHRASE'] = passphrase;
      report = (await verify({
        command: 'verify',
        words: [],
        data: join(dir, 'data', 'office'),
        json: true,
        set: [],
        option: () => undefined,
        flag: () => false,
      })) as typeof report;
      await office.unlock({ book: 'office', userId: found.users[0]?.id ?? '', passphrase });
    } else {
      await office.create({ committee, userName: 'Trần Thị Mẫu', userTitle: 'Ủy viên', passphrase });
      office.open().backups.set({ place: join(dir, 'place'), daily: false, onClose: false });
    }
    const { records } = office.open().book;
    return {
      sound: report.exitCode === 0,
      report: report.json,
      petitions: records.count({ type: 'petition' }),
      pages: records.count({ type: 'page' }),
    };
  },
  /** Works until the end; what is done after it was asked for is in `told`. */
  work(seed: number, only: string | null): void {
    const random = randomFrom(seed);
    ended = (async () => {
      while (working) {
        await acts[only ?? mix[Math.floor(random() * mix.length)] ?? 'save']?.(office, random);
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    ended.catch((error: unknown) => tell(`failed ${inspect(error).replaceAll('\n', ' ')}`));
  },
};
export type WorkerApi = typeof api;

serveCalls(api, async () => {
  working = false;
  await ended.catch(() => undefined);
  await office.close();
});
