/**
 * The application as an office gets it: packed by the stage `package`, its fuses and contents read back, started and put to its main work.
 * Its fuses refuse a debugger of Node, so it is driven by the debugging port of Chromium, as a page and nothing more.
 */
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { type Page, chromium } from '@playwright/test';
import { wrongFuses } from '../../scripts/package/fuses.mjs';
import { packedBinary, packedFolder } from '../../scripts/package/package-app.mjs';
import { samplePath } from '../support/sample-scans';
import { goTo, openSample } from './committee';
import { startPacked } from './packaged';
import { collectComplaints, expect, test } from './fixtures';
import { newDataDir, removeDataDir } from './launch';

const resources = join(packedFolder, 'resources');

test.describe.configure({ mode: 'serial' });
// Playwright's recorders still ask the program for something after it has been closed, which now and then fails the test.
test.use({ trace: 'off', screenshot: 'off' });

test('the fuses are set', async () => {
  const wire = await getCurrentFuseWire(packedBinary);
  expect(await wrongFuses(packedBinary)).toEqual([]);
  // The reading itself, by two that must not be mixed up.
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
  expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
});

test('only what runs is inside, native parts outside the archive, notices beside them', () => {
  const names = listPackage(join(resources, 'app.asar'), { isPack: false }).map((name) => name.replaceAll('\\', '/'));
  const packages = new Set(names.map((name) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)\/./.exec(name)?.[1]).filter(Boolean));
  for (const needed of ['better-sqlite3', '@node-rs/argon2', 'sharp', 'tesseract.js', 'tesseract.js-core', '@hyzyla/pdfium'])
    expect(packages).toContain(needed);
  for (const bundled of ['react', '@mantine/core', 'zod', 'fastify', 'pg', 'electron', 'vite', 'typescript'])
    expect(packages).not.toContain(bundled);
  expect(names.filter((name) => /\.(map|ts|tsx)$/.test(name) || name.startsWith('/src-') || name.startsWith('/tests'))).toEqual([]);

  const unpacked = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, encoding: 'utf8' });
  const outside = new Set(unpacked.map((name) => `/${name.replaceAll('\\', '/')}`));
  expect(names.filter((name) => /\.(node|wasm)$/.test(name) && !outside.has(name))).toEqual([]);
  // No other system's binaries.
  expect([...outside].filter((name) => name.includes('/prebuilds/') && name.endsWith('.node'))).toEqual([
    `/node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
  ]);
  expect(existsSync(join(resources, 'default_app.asar'))).toBe(false);
  for (const data of ['vie.traineddata.gz', 'vie_fast.traineddata.gz']) expect(existsSync(join(resources, 'tessdata', data))).toBe(true);
  expect(readFileSync(join(packedFolder, 'LICENSE'), 'utf8')).toContain('Apache License');
  expect(readFileSync(join(packedFolder, 'THIRD-PARTY.txt'), 'utf8')).toContain('libvips');
  expect(JSON.parse(readFileSync(join(packedFolder, 'sbom.cdx.json'), 'utf8'))).toMatchObject({ bomFormat: 'CycloneDX' });
});

/** Drops a file of the disk onto the middle of the window, as from the file manager. */
const dropFile = async (page: Page, file: string): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data });
  await session.detach();
};

test('it opens the sample committee, takes a scan and reads it', async () => {
  test.setTimeout(280_000);
  const dataDir = newDataDir();
  const { program, address } = await startPacked(packedBinary, dataDir);
  const ended = once(program, 'exit');
  try {
    const browser = await chromium.connectOverCDP(address);
    const [context] = browser.contexts();
    const page = context?.pages()[0];
    if (page === undefined) throw new Error('no window');
    const complaints = collectComplaints(page);
    // Neither the key nor the page itself opens developer tools.
    await page.keyboard.press('Control+Shift+I');
    await page.keyboard.press('F12');
    await page.waitForTimeout(500);
    const open = (await (await fetch(`http://${new URL(address).host}/json/list`)).json()) as { type: string; url: string }[];
    expect(open.filter(({ type, url }) => type !== 'page' || !url.startsWith('app://'))).toEqual([]);
    await openSample(page);
    await goTo(page, '#/archive');
    await expect(page.getByRole('button', { name: 'Thêm hồ sơ' })).toBeVisible();
    await dropFile(page, samplePath('03-quyet-dinh-ky-luat-2011.jpg'));
    await expect(page.getByRole('region', { name: 'Nhập trang' })).toContainText('Đã nhập 1 trang từ 1 tệp', { timeout: 30_000 });
    // Found by a word of the paper, typed without its marks: read, stored and searched.
    await expect(async () => {
      await goTo(page, '#/search');
      await goTo(page, '#/search?q=gay%20that%20thoat');
      await expect(page.getByRole('region', { name: 'Trang' }).getByRole('button').first()).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 200_000 });
    await page.getByRole('region', { name: 'Trang' }).getByRole('button').first().click();
    await expect(page.getByRole('region', { name: 'Chữ trên trang' })).toContainText('gây thất thoát');
    await page.screenshot({ path: test.info().outputPath('packaged.png') });
    expect(complaints).toEqual([]);
    await page.close();
    expect(await ended).toEqual([0, null]);
  } finally {
    program.kill();
    await ended;
    removeDataDir(dataDir);
  }
});
