/**
 * A package for Debian and Ubuntu from the unpacked application, by dpkg-deb alone. It belongs to whoever administers the machine: the program
 * lies in /opt and does not replace itself.
 */
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { run } from '../setup/command.mjs';
import { inRoot } from '../setup/paths.mjs';
import { SetupProblem } from '../setup/say.mjs';

const name = 'kiem-tra-so';
/** What Chromium and GTK ask of a Debian or Ubuntu of the last years; names differ since 64-bit time. */
const needs = [
  'libgtk-3-0 | libgtk-3-0t64',
  'libnss3',
  'libasound2 | libasound2t64',
  'libgbm1',
  'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
  'libxss1',
  'xdg-utils',
];

/**
 * @param {string} unpacked the unpacked application
 * @returns {Promise<string>} the package
 */
export const makeDeb = async (unpacked) => {
  const { version, description } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const [root, out] = [inRoot('release', 'deb'), inRoot('release', `${name}_${version}_${arch}.deb`)];
  rmSync(root, { recursive: true, force: true });
  /** @param {string} path @param {string} text @param {number} [mode] */
  const put = (path, text, mode = 0o644) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
    chmodSync(join(root, path), mode);
  };
  cpSync(unpacked, join(root, 'opt', name), { recursive: true });
  ordinaryModes(join(root, 'opt', name));
  mkdirSync(join(root, 'usr', 'bin'), { recursive: true });
  symlinkSync(`/opt/${name}/${name}`, join(root, 'usr', 'bin', name));
  put(`usr/share/applications/${name}.desktop`, desktop);
  put(`usr/share/doc/${name}/copyright`, `${readFileSync(inRoot('LICENSE'), 'utf8')}\nThird parties: /opt/${name}/THIRD-PARTY.txt\n`);
  put('DEBIAN/md5sums', md5sums(root));
  put('DEBIAN/postinst', postinst, 0o755);
  put(
    'DEBIAN/control',
    [
      `Package: ${name}`,
      `Version: ${version}`,
      `Architecture: ${arch}`,
      'Maintainer: Kiểm tra số contributors <kiem-tra-so@localhost>',
      `Installed-Size: ${Math.ceil(sizeOf(join(root, 'opt')) / 1024)}`,
      `Depends: ${needs.join(', ')}`,
      'Section: office',
      'Priority: optional',
      `Description: case, archive and statistics system of a commune's inspection committee`,
      ` ${description}.`,
      '',
    ].join('\n'),
  );
  for (const dir of foldersIn(root)) chmodSync(dir, 0o755);
  const { code, output } = await run('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z6', '--build', root, out], { quiet: true });
  if (code === 127)
    throw new SetupProblem('Thiếu dpkg-deb để làm gói .deb.', 'dpkg-deb is missing, which makes the .deb: apt-get install dpkg');
  if (code !== 0) throw new Error(`dpkg-deb: ${output}`);
  rmSync(root, { recursive: true, force: true });
  return out;
};

const desktop = `[Desktop Entry]
Type=Application
Name=Kiểm tra số
Comment=Sổ kiểm tra, giám sát của Ủy ban Kiểm tra
Exec=/opt/${name}/${name} %U
Terminal=false
Categories=Office;
StartupWMClass=Kiểm tra số
`;

/** Where the system gives unprivileged programs no namespaces, Chromium's sandbox needs its helper to be root's. */
const postinst = `#!/bin/sh
set -e
chmod 4755 /opt/${name}/chrome-sandbox || true
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q || true; fi
`;

/** @param {string} dir @returns {string[]} */
const filesIn = (dir) =>
  readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
/** @param {string} dir @returns {string[]} */
const foldersIn = (dir) => [
  dir,
  ...readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name)),
];
/** @param {string} dir */
const sizeOf = (dir) => filesIn(dir).reduce((sum, file) => sum + statSync(file).size, 0);
/** Readable by all, to be run where it was. @param {string} dir */
const ordinaryModes = (dir) => {
  for (const file of filesIn(dir)) chmodSync(file, statSync(file).mode & 0o100 ? 0o755 : 0o644);
};
/** @param {string} root */
const md5sums = (root) =>
  filesIn(root)
    .map((file) => `${createHash('md5').update(readFileSync(file)).digest('hex')}  ${relative(root, file)}\n`)
    .join('');
