/** THIRD-PARTY.txt of a package: whose work is in it and under which terms. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { inRoot } from '../setup/paths.mjs';
import { productionPackages, readLock } from './packages.mjs';
import { carried, exceptions } from './rules.mjs';

const line = '='.repeat(100);

/** @returns {string} of the packages that are installed here: a package is built on the system that it is for */
export const thirdPartyNotices = () => {
  const packages = productionPackages(readLock(inRoot('package-lock.json'))).filter(({ path }) => existsSync(inRoot(path)));
  /** @type {Map<string, string[]>} packages by what is said about them: many say the same */
  const terms = new Map();
  for (const { path, name, version, licence } of packages) {
    const text = termsOf(path) || `${licence}. ${authorOf(path)}`;
    terms.set(text, [...(terms.get(text) ?? []), `${name} ${version} (${licence})`]);
  }
  const weak = packages.filter(({ name }) => exceptions.some((exception) => exception.package.test(name)));
  return [
    'Kiểm tra số: phần mềm và phông chữ của bên thứ ba / third-party software and fonts',
    'Electron and Chromium: LICENSE.electron.txt and LICENSES.chromium.html in this folder.',
    carried.map(({ name, carriedBy, licence, origin }) => `${name}: ${licence}, ${origin} (in ${carriedBy})`).join('\n'),
    ...[...terms].map(([text, names]) => `${line}\n${names.join('\n')}\n\n${text}`),
    ...weak.map(({ name }) => `${line}\n${name}: ${exceptions.find((exception) => exception.package.test(name))?.reason}`),
    ...['LGPL-3.0', 'GPL-3.0'].map((id) => `${line}\n${id}\n\n${readFileSync(inRoot('resources', 'licences', `${id}.txt`), 'utf8')}`),
    '',
  ].join('\n\n');
};

/**
 * What the package's own files say: its licence and notices, else the part of its README about them.
 * @param {string} path
 */
const termsOf = (path) => {
  const names = readdirSync(inRoot(path)).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name));
  const texts = names.map((name) => readFileSync(inRoot(path, name), 'utf8').trim());
  if (texts.length > 0) return texts.join('\n\n');
  const readme = inRoot(path, 'README.md');
  return (existsSync(readme) && /^## Licen[cs](?:e|ing)\n[^]*?(?=^## |(?![^]))/m.exec(readFileSync(readme, 'utf8'))?.[0].trim()) || '';
};

/** @param {string} path */
const authorOf = (path) => {
  const { author } = JSON.parse(readFileSync(inRoot(path, 'package.json'), 'utf8'));
  return typeof author === 'string' ? author : (author?.name ?? '');
};
