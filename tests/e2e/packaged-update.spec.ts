/**
 * The packed program updates itself, in its own folder, by its own window: to a version that works, then to one that does not start, which is
 * put back. Linux; what Windows does otherwise is the installer in the place of the archive.
 */
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createPackageWithOptions, extractAll } from '@electron/asar';
import type { Page } from '@playwright/test';
import { rawPublicKey } from '#shared/node/ed25519';
import { formerFolder, readNote } from '#shared/node/update-note';
import { layOut } from '#service/update/lay-out';
import { withUpdateFile } from '#service/update/update-source';
import { packedFolder } from '../../scripts/package/package-app.mjs';
import { updateFile } from '../../scripts/release/make-update.mjs';
import { goTo, openSample } from './committee';
import { expect, test } from './fixtures';
import { newDataDir, removeDataDir } from './launch';
import { pageAt, startPacked } from './packaged';

const { version: packed } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
const { privateKey } = generateKeyPairSync('ed25519');
let work = '';

test.skip(process.platform !== 'linux', 'the archive of a folder is how Linux is updated');
test.use({ trace: 'off', screenshot: 'off' });
test.beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'kts-update-'));
});
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

/** An update to the packed program under another version; `spoil` is what is wrong with it. */
async function updateTo(version: string, spoil?: (sources: string) => void): Promise<string> {
  const folder = join(work, `make-${version}`, `kiem-tra-so-${version}`);
  cpSync(packedFolder, folder, { recursive: true });
  const [asar, sources] = [join(folder, 'resources', 'app.asar'), join(work, `sources-${version}`)];
  extractAll(asar, sources);
  for (const file of ['package.json', 'out/main/service.js']) {
    const text = readFileSync(join(sources, file), 'utf8');
    writeFileSync(
      join(sources, file),
      text.replaceAll(/(["'`])(\d+\.\d+\.\d+)\1/g, (all, quote: string, one: string) =>
        one === packed ? `${quote}${version}${quote}` : all,
      ),
    );
  }
  spoil?.(sources);
  rmSync(asar);
  await createPackageWithOptions(sources, asar, { unpack: '{**/*.node,**/*.wasm,**/node_modules/@img/**}' });
  const archive = join(work, `${version}.tar.gz`);
  expect(spawnSync('tar', ['-I', 'gzip -1', '-cf', archive, '-C', join(folder, '..'), basename(folder)]).status).toBe(0);
  const bytes = readFileSync(archive);
  const file = join(work, `${version}.ktsu`);
  writeFileSync(file, updateFile({ version, schema: 9999, key: privateKey, parts: [{ system: 'linux-x64', name: 'app.tar.gz', bytes }] }));
  return file;
}

/**
 * Where the window's debugger listens now: each start takes a port of its own and writes it down. A fixed one would not do: the socket of the
 * program that ended is still held by what it started.
 */
const windowOf = async (dataDir: string, timeout = 120_000): Promise<string> => {
  let address = '';
  await expect(async () => {
    const [port] = readFileSync(join(dataDir, 'profile', 'DevToolsActivePort'), 'utf8').split('\n');
    address = `http://127.0.0.1:${port}/`;
    const targets = await fetch(`${address}json/list`, { signal: AbortSignal.timeout(5000) });
    expect(await targets.json()).toMatchObject([{ type: 'page', title: expect.stringContaining('Kiểm tra số') }]);
  }).toPass({ timeout });
  return address;
};

/** The training committee may be open from before. */
const enterSample = async (page: Page): Promise<void> => {
  const choice = page.getByRole('button', { name: 'Ủy ban tập huấn' });
  const inside = page.getByRole('navigation', { name: 'Các mục' });
  await expect(choice.or(inside)).toBeVisible();
  if (await choice.isVisible()) await openSample(page);
};

test('a version that works stays, and one that does not start is put back', async () => {
  test.setTimeout(600_000);
  const dataDir = newDataDir();
  const folder = join(work, 'installed', 'kiem-tra-so');
  mkdirSync(join(folder, '..'), { recursive: true });
  cpSync(packedFolder, folder, { recursive: true });
  writeFileSync(join(dataDir, 'release-keys'), rawPublicKey(privateKey));
  const place = (version: string) => ({ version, schema: 1, system: 'linux-x64', trusted: [rawPublicKey(privateKey)] });
  const lay = async (file: string, from: string) => withUpdateFile(file, (source) => layOut(source, dataDir, place(from)));
  /** Installs what is laid out by the window, and waits for the window of the program that comes back. */
  const install = async (sees: string, state: string) => {
    const { browser, page } = await pageAt(await windowOf(dataDir));
    await enterSample(page);
    await goTo(page, '#/settings');
    await expect(page.getByText(sees)).toBeVisible();
    await page.getByRole('button', { name: 'Cài và mở lại' }).click();
    await expect.poll(() => readNote(dataDir)?.state, { timeout: 200_000 }).toBe(state);
    // Its connection ended with the program.
    void browser.close().catch(() => undefined);
    await windowOf(dataDir);
  };
  const about = async (): Promise<string> => {
    const { browser, page } = await pageAt(await windowOf(dataDir));
    await enterSample(page);
    await goTo(page, '#/settings');
    const panel = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Cập nhật chương trình' }) });
    await expect(panel).toBeVisible();
    const text = await panel.innerText();
    await page.screenshot({ path: test.info().outputPath(`update-${Date.now()}.png`) });
    await browser.close();
    return text;
  };
  try {
    await startPacked(join(folder, 'kiem-tra-so'), dataDir);
    await lay(await updateTo('900.0.0'), packed);
    await install('Bản 900.0.0', 'answered');
    expect(await about()).toContain('Đang dùng bản 900.0.0');
    expect(readNote(dataDir)).toMatchObject({ state: 'good', before: packed });
    expect(existsSync(formerFolder(dataDir))).toBe(true);

    const broken = await updateTo('901.0.0', (sources) => writeFileSync(join(sources, 'out/main/index.js'), 'process.exit(7);\n'));
    await lay(broken, '900.0.0');
    await install('Bản 901.0.0', 'back');
    const said = await about();
    expect(said).toContain('Đang dùng bản 900.0.0');
    expect(said).toContain('Bản 901.0.0 không khởi động được trên máy này');
  } finally {
    await end(dataDir, folder);
    removeDataDir(dataDir);
  }
});

/** Whatever happened, the program ends: by its window, as a person ends it; where it has none any more, or stays, by force. */
async function end(dataDir: string, folder: string): Promise<void> {
  await windowOf(dataDir, 5000).then(
    async (address) => {
      const { browser, page } = await pageAt(address);
      await page.close();
      void browser.close().catch(() => undefined);
    },
    () => undefined,
  );
  for (const until = Date.now() + 60_000; Date.now() < until && programsIn(folder).length > 0; )
    await new Promise((later) => setTimeout(later, 500));
  for (const pid of programsIn(folder)) process.kill(pid, 'SIGKILL');
}

/** Processes that were started from a folder. */
const programsIn = (folder: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').startsWith(folder) ? [Number(name)] : [];
      } catch {
        return [];
      }
    });
