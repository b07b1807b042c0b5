/** Every import of a source tree, read with a parser and resolved to a file. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';
import { parseSync } from 'oxc-parser';

/**
 * @typedef {object} Import
 * @property {string} from the importing file, relative to the root, with forward slashes
 * @property {string} specifier as written
 * @property {string | null} file what it leads to inside the tree; null for a package, a built-in module, or nothing
 * @property {boolean} local whether it should lead to a file of the tree
 * @property {boolean} typeOnly whether nothing of it is left when the program runs
 */

const endings = ['', '.ts', '.tsx', '.d.ts', '.mjs', '.js', '/index.ts', '/index.tsx'];

/**
 * @param {string} root
 * @param {string[]} folders relative to the root
 * @returns {Import[]}
 */
export const importsOf = (root, folders) => {
  const aliases = Object.entries(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).imports ?? {});
  return folders.flatMap((folder) => sourceFiles(join(root, folder))).flatMap((file) => readImports(root, file, aliases));
};

/**
 * @param {string} folder
 * @returns {string[]}
 */
const sourceFiles = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => ['.ts', '.tsx'].includes(extname(name)))
        .map((name) => join(folder, name))
    : [];

/**
 * @param {string} root
 * @param {string} file
 * @param {[string, unknown][]} aliases
 * @returns {Import[]}
 */
const readImports = (root, file, aliases) => {
  const text = readFileSync(file, 'utf8');
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  /** @param {boolean[]} kinds of the imported names; an import for its effects has none */
  const allTypes = (kinds) => kinds.length > 0 && kinds.every(Boolean);
  const found = [
    ...module.staticImports.map((entry) => ({
      specifier: entry.moduleRequest.value,
      typeOnly: allTypes(entry.entries.map(({ isType }) => isType)) || text.startsWith('import type', entry.start),
    })),
    ...module.staticExports
      .flatMap(({ entries }) => entries)
      .flatMap((entry) => (entry.moduleRequest ? [{ specifier: entry.moduleRequest.value, typeOnly: entry.isType }] : [])),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
      const literal = /^(['"`])([^$]*)\1$/.exec(text.slice(start, end));
      return literal?.[2] === undefined ? [] : [{ specifier: literal[2], typeOnly: false }];
    }),
  ];
  return found.map(({ specifier, typeOnly }) => {
    const target = targetOf(root, file, specifier, aliases);
    return {
      from: slashes(relative(root, file)),
      specifier,
      local: target !== null,
      file: target === null ? null : existing(root, target),
      typeOnly,
    };
  });
};

/**
 * @param {string} root
 * @param {string} from
 * @param {string} specifier
 * @param {[string, unknown][]} aliases
 * @returns {string | null} path without certainty that it exists, null for a package or built-in module
 */
const targetOf = (root, from, specifier, aliases) => {
  const path = specifier.replace(/\?(raw|url|worker)$/, '');
  if (path.startsWith('.')) return join(dirname(from), path);
  for (const [pattern, target] of aliases) {
    const start = pattern.replace('*', '');
    if (path.startsWith(start)) return join(root, String(target).replace('*', path.slice(start.length)));
  }
  return path.startsWith('#') ? join(root, path) : null;
};

/**
 * @param {string} root
 * @param {string} target
 */
const existing = (root, target) => {
  const file = endings.map((ending) => target + ending).find((name) => statSync(name, { throwIfNoEntry: false })?.isFile());
  return file === undefined ? null : slashes(relative(root, file));
};

/** @param {string} path */
const slashes = (path) => path.split(sep).join('/');
