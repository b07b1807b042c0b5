/** Packs the built application. The rules that never change are in electron-builder.yml; here is what depends on this machine. */
import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { besideBundles } from '../build/targets.mjs';
import { thirdPartyNotices } from '../licences/notices.mjs';
import { nameOf, readLock, withDependencies } from '../licences/packages.mjs';
import { addonEnv } from '../setup/addon.mjs';
import { hasOfficial } from '../setup/electron-official.mjs';
import { electronVersion } from '../setup/electron.mjs';
import { inRoot, root } from '../setup/paths.mjs';
import { say, SetupProblem } from '../setup/say.mjs';
import { checkAudit, checkSupply } from '../supply/check.mjs';
import { wrongFuses } from './fuses.mjs';
import { makeDeb } from './make-deb.mjs';

const { platform, arch } = process;

/** The unpacked application. */
export const packedFolder = inRoot('release', platform === 'darwin' ? 'mac' : `${platform === 'win32' ? 'win' : platform}-unpacked`);

/** Its program. */
export const packedBinary = join(packedFolder, platform === 'win32' ? 'kiem-tra-so.exe' : 'kiem-tra-so');

/**
 * @param {{ dir?: boolean }} [options] dir: only the unpacked application, no installer
 * @returns {Promise<string[]>} what was made
 */
export const packageApp = async ({ dir = false } = {}) => {
  const official = hasOfficial();
  if (!official)
    say(
      'Đóng gói bằng bản Electron thay thế: chỉ để thử, không phát hành.',
      'Packing with the stand-in Electron: for trying out only, not for release.',
    );
  checkSupply();
  if (!dir) await checkAudit();
  mkdirSync(inRoot('out', 'package'), { recursive: true });
  writeFileSync(inRoot('out', 'package', 'THIRD-PARTY.txt'), thirdPartyNotices());

  const { Platform, build } = await import('electron-builder');
  const made = await build({
    projectDir: root,
    publish: 'never',
    targets: Platform.current().createTarget(dir || !official ? 'dir' : null),
    config: {
      extends: 'electron-builder.yml',
      files: [...leftOut(), `!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}).node`],
      // A certificate that is named and cannot be used ends it, rather than an unsigned installer going out.
      forceCodeSigning: platform === 'win32' && Boolean(process.env.CSC_LINK || process.env.WIN_CSC_LINK),
      ...(official ? {} : standIn()),
    },
  });
  const wrong = await wrongFuses(packedBinary);
  if (wrong.length > 0)
    throw new SetupProblem(
      'Cầu chì của bản đóng gói sai.',
      `fuses of the packed program that are not as they should be: ${wrong.join(', ')}`,
    );
  const deb = platform === 'linux' && !dir ? [await makeDeb(packedFolder)] : [];
  return [...(made.length > 0 ? made : [packedFolder]), ...deb];
};

/** Packages that are bundled into out/, that only the hub uses, or that only types need. */
const leftOut = () => {
  const lock = readLock(inRoot('package-lock.json'));
  const kept = withDependencies(lock, besideBundles);
  const keptNames = new Set([...kept].map(nameOf));
  const others = Object.keys(lock).filter((path) => path !== '' && !kept.has(path));
  // The packager puts packages that lie inside others to the top: what is left out by path alone comes back by name.
  const names = new Set(others.map(nameOf).filter((name) => !keptNames.has(name)));
  return [...others.map((path) => `!${path}/**`), ...[...names].map((name) => `!node_modules/${name}/**`)];
};

/** @returns {import('electron-builder').Configuration} */
const standIn = () => {
  const { KTS_SQLITE_ADDON: addon } = addonEnv();
  return {
    electronVersion: electronVersion(),
    electronDist: realpathSync(inRoot('node_modules', 'electron', 'dist')),
    // What starts a folder given on the command line has no place in a package.
    afterPack: ({ appOutDir }) => rmSync(join(appOutDir, 'resources', 'default_app.asar'), { force: true }),
    ...(addon === undefined ? {} : { linux: { extraResources: [{ from: addon, to: 'sqlite.node' }] } }),
  };
};
