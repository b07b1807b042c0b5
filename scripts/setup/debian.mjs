/** Shared libraries that Electron needs on Linux, and the virtual screen for machines without one. */
import { existsSync } from 'node:fs';
import { onPath, run } from './command.mjs';
import { electronBinary } from './electron.mjs';
import { SetupProblem, say } from './say.mjs';

/** Debian packages; where a release renamed one, the names to try in order. */
const electronPackages = [
  ['libnss3'],
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
];
const screenPackages = [['xvfb'], ['xauth']];
const compilerPackages = [['g++']];

/** @returns {Promise<boolean>} whether the dynamic linker finds every library */
const electronLinks = async () => {
  const { output } = await run('ldd', [electronBinary()], { quiet: true });
  return !output.includes('not found');
};

/**
 * @param {{ screen: boolean, compiler: boolean }} needs
 */
export const debianLibraries = async (needs) => {
  if (process.platform !== 'linux') return;
  const missing = [
    ...((await electronLinks()) ? [] : electronPackages),
    ...(needs.screen && !onPath('xvfb-run') ? screenPackages : []),
    ...(needs.compiler && !onPath('c++') ? compilerPackages : []),
  ];
  if (missing.length === 0) return;
  const debian = existsSync('/etc/debian_version') && onPath('apt-get');
  if (!debian || process.getuid?.() !== 0) {
    const names = missing.map((alternatives) => alternatives.at(-1)).join(' ');
    throw new SetupProblem(
      `Thiếu thư viện hệ thống. Chạy: sudo apt-get install -y ${names}`,
      `System libraries are missing. Run: sudo apt-get install -y ${names}`,
    );
  }
  say('Cài thư viện hệ thống cho Electron (apt-get)...', 'Installing system libraries for Electron (apt-get)...');
  await run('apt-get', ['update', '-qq'], { quiet: true });
  const names = await Promise.all(missing.map(firstKnown));
  const { code, output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    quiet: true,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (code !== 0)
    throw new SetupProblem(
      `apt-get không cài được: ${names.join(' ')}. ${output.slice(-400)}`,
      `apt-get could not install: ${names.join(' ')}. Install them by hand, then run again.`,
    );
};

/** @param {string[]} alternatives */
const firstKnown = async (alternatives) => {
  for (const name of alternatives) {
    const { output } = await run('apt-cache', ['policy', name], { quiet: true });
    if (/Candidate: \d/.test(output)) return name;
  }
  return /** @type {string} */ (alternatives.at(-1));
};
