import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIfChanged } from '../../scripts/build/build-all.mjs';
import { inRoot } from '../../scripts/setup/paths.mjs';
import { ktsOn } from '../support/kts';
import { startTestHub } from '../support/test-hub';

const passphrase = 'một câu dễ nhớ cho thử nghiệm';
const dir = mkdtempSync(join(tmpdir(), 'kts-cli-'));
const book = join(dir, 'sổ');
const scan = (name: string) => inRoot('resources', 'sample-scans', name);

/** What a command printed, as far as these tests look into it. */
interface Printed {
  id: string;
  values: Record<string, unknown>;
  total: number;
  refused: { code: string; details: { file: string } }[];
  hits: { page: { boxes: unknown[] } | null }[];
}

const kts = ktsOn<Printed>(book, passphrase);

beforeAll(async () => {
  await buildIfChanged();
}, 120_000);
afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }));

describe('kts', () => {
  it('makes a book once', async () => {
    const made = await kts(['init', '--user-name', 'Lê Thị Thử'], { stdin: true });
    expect(made.err).toBe('');
    expect(made).toMatchObject({ code: 0, json: { records: 0 } });
    expect(await kts(['init'])).toMatchObject({ code: 3, json: { error: { code: 'store.exists' } } });
  });

  it('refuses a wrong passphrase, a missing book and a wrong command, each by its exit code', async () => {
    const wrong = await kts(['record', 'list', 'task'], { secret: 'không phải câu ấy' });
    expect(wrong).toMatchObject({ code: 4, json: { error: { code: 'vault.wrongPassphrase' } } });
    expect(wrong.err + wrong.out).not.toContain('không phải câu ấy');
    expect(wrong.err).toContain('Mật khẩu không đúng.');
    expect((await kts(['record', 'list', 'nothing'])).code).toBe(2);
    expect((await kts(['dance'])).code).toBe(2);
  });

  it('creates, changes, lists and shows records, and names the field that is wrong', async () => {
    const bad = await kts([
      'record',
      'create',
      'task',
      '--set',
      'name=Gặp người tố cáo',
      '--set',
      'state=CHUA_LAM',
      '--set',
      'dueOn=2026-02-30',
    ]);
    expect(bad).toMatchObject({
      code: 3,
      json: { error: { code: 'record.invalid', problems: [{ field: 'dueOn', problem: 'notADate' }] } },
    });
    const made = await kts([
      'record',
      'create',
      'task',
      '--set',
      'name=Gặp người tố cáo',
      '--set',
      'state=CHUA_LAM',
      '--set',
      'dueOn=2026-12-02',
    ]);
    expect(made.code).toBe(0);
    const { id } = made.json;
    expect((await kts(['record', 'update', 'task', id, '--set', 'state=DANG_LAM'])).code).toBe(0);
    expect((await kts(['record', 'show', 'task', id])).json.values).toMatchObject({ state: 'DANG_LAM', dueOn: '2026-12-02' });
    expect((await kts(['record', 'list', 'task', '--text', 'gap nguoi'])).json).toMatchObject({ total: 1, rows: [{ id }] });
    expect((await kts(['record', 'show', 'task', '01900000-0000-7000-8000-000000000000'])).code).toBe(7);
  });

  it('takes in scans, names what it refuses, reads them and finds them without diacritics', async () => {
    const bad = join(dir, 'hỏng');
    mkdirSync(bad);
    writeFileSync(join(bad, 'trống.pdf'), '');
    writeFileSync(join(bad, 'chữ.jpg'), 'không phải ảnh');
    const imported = await kts([
      'import',
      scan('04-to-trinh-2017.jpg'),
      join(bad, 'trống.pdf'),
      join(bad, 'chữ.jpg'),
      bad,
      join(bad, 'không có.png'),
    ]);
    expect(imported.code).toBe(3);
    expect(imported.json).toMatchObject({ pages: 1, duplicates: 0 });
    expect(imported.json.refused.map(({ code, details }) => [code, details.file])).toEqual([
      ['scan.empty', 'trống.pdf'],
      ['scan.unsupported', 'chữ.jpg'],
      // The folder itself: what lies in it, once more.
      ['scan.unsupported', 'chữ.jpg'],
      ['scan.empty', 'trống.pdf'],
      ['scan.notFound', 'không có.png'],
    ]);
    expect((await kts(['import', scan('04-to-trinh-2017.jpg')])).json).toMatchObject({ pages: 0, duplicates: 1 });
    expect((await kts(['ocr'])).json).toMatchObject({ read: 1, failed: 0, waiting: 0 });
    const found = await kts(['search', 'uy ban nhan dan', '--kind', 'page']);
    expect(found.json.total).toBe(1);
    expect(found.json.hits[0]?.page?.boxes.length).toBeGreaterThan(0);
  });

  it('says in one code that the line is not there, and keeps everything', async () => {
    expect(await kts(['sync'])).toMatchObject({ code: 6, json: { error: { code: 'sync.notEnrolled' } } });
    expect(await kts(['sync', '--hub', 'http://127.0.0.1:9', '--code', 'ABCDE-FGHJK'])).toMatchObject({
      code: 6,
      json: { error: { code: 'sync.unreachable' } },
    });
  });

  it('sends everything to a hub, and finds the book sound before and after', async () => {
    const station = await startTestHub();
    try {
      expect((await kts(['verify'])).json).toMatchObject({ sound: true });
      const sent = await kts(['sync', '--hub', station.hub.url, '--code', await station.hub.newCode('xa-thu')]);
      expect(sent).toMatchObject({ code: 0, json: { waiting: { records: 0, pages: 0 }, refused: 0 } });
      const there = await station.hub.database.query<{ type: string }>('SELECT type FROM record_state');
      expect(there.map(({ type }) => type).sort()).toEqual(['archiveDocument', 'page', 'task']);
      expect((await kts(['verify'])).json).toMatchObject({ sound: true });
    } finally {
      await station.stop();
    }
  });

  it('verifies database, audit chain, outbox and pages', async () => {
    expect((await kts(['verify'])).json).toMatchObject({
      sound: true,
      audit: { brokenAt: null },
      pages: { checked: 1, damaged: [], missing: [] },
    });
  });
});
