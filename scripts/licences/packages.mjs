/** The packages that can reach a user: the dependencies of package.json and all that they ask for, as package-lock.json installs them. */
import { readFileSync } from 'node:fs';

/** Systems that packages are built for. The lock file also lists binaries for others, which are never installed there. */
const shippedTo = { os: ['win32', 'linux', 'darwin'], cpu: ['x64', 'arm64'] };

/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {string} [license]
 * @property {string} [integrity]
 * @property {string} [resolved]
 * @property {boolean} [link]
 * @property {boolean} [dev]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {Record<string, string>} [peerDependencies]
 * @property {Record<string, { optional?: boolean }>} [peerDependenciesMeta]
 */

/**
 * @typedef {object} Package
 * @property {string} path below the clone, `node_modules/...` with slashes
 * @property {string} name
 * @property {string} version
 * @property {string} licence an SPDX expression; '' where the package names none
 */

/**
 * @param {string} lockFile
 * @returns {Record<string, LockEntry>} by path
 */
export const readLock = (lockFile) => JSON.parse(readFileSync(lockFile, 'utf8')).packages;

/**
 * @param {Record<string, LockEntry>} lock
 * @returns {Package[]} in the order of their names
 */
export const productionPackages = (lock) => {
  const { dependencies, optionalDependencies } = lock[''] ?? {};
  return [...withDependencies(lock, Object.keys({ ...dependencies, ...optionalDependencies }))]
    .map((path) => ({ path, name: nameOf(path), version: lock[path]?.version ?? '', licence: lock[path]?.license ?? '' }))
    .toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
};

/** @param {string} path */
export const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/**
 * Everything that Node finds, on the systems we ship to, when it follows the dependencies of some packages from the root.
 * @param {Record<string, LockEntry>} lock
 * @param {readonly string[]} names
 * @returns {Set<string>} paths
 */
export const withDependencies = (lock, names) => {
  /** @type {Set<string>} */
  const found = new Set();
  /**
   * @param {string} name
   * @param {string} from path of the package that asks
   */
  const visit = (name, from) => {
    const path = resolve(lock, name, from);
    const entry = path === null ? undefined : lock[path];
    if (path === null || entry === undefined || found.has(path) || !shipped(entry)) return;
    found.add(path);
    for (const next of asksFor(entry)) visit(next, path);
  };
  for (const name of names) visit(name, '');
  return found;
};

/** @param {LockEntry} entry */
const asksFor = ({ dependencies, optionalDependencies, peerDependencies = {}, peerDependenciesMeta = {} }) => [
  ...Object.keys({ ...dependencies, ...optionalDependencies }),
  ...Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional),
];

/** @param {LockEntry} entry */
const shipped = ({ os = shippedTo.os, cpu = shippedTo.cpu }) =>
  os.some((name) => shippedTo.os.includes(name)) && cpu.some((name) => shippedTo.cpu.includes(name));

/**
 * As Node looks: in the package's own folder, then in those above it.
 * @param {Record<string, LockEntry>} lock
 * @param {string} name
 * @param {string} from
 * @returns {string | null}
 */
const resolve = (lock, name, from) => {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (Object.hasOwn(lock, path)) return path;
    if (folder === '') return null;
  }
};
