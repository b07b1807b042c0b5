/** Holds the import graph against the rules. */
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { importsOf } from './graph.mjs';
import { areas } from './rules.mjs';

/**
 * @typedef {'unresolved' | 'other-process' | 'node' | 'package' | 'cycle'} Rule
 * @typedef {{ rule: Rule, from: string, to: string }} Violation
 */

/**
 * @param {string} root folder with package.json and the source folders
 * @returns {{ files: number, violations: Violation[] }}
 */
export const checkImports = (root) => {
  const imports = importsOf(
    root,
    areas.map(({ path }) => path).filter((path) => !areas.some((other) => path.startsWith(`${other.path}/`))),
  );
  const dependencies = new Set(Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies ?? {}));
  const violations = imports.flatMap((entry) => {
    const rule = brokenRule(entry, dependencies);
    return rule === null ? [] : [{ rule, from: entry.from, to: entry.specifier }];
  });
  return { files: new Set(imports.map(({ from }) => from)).size, violations: [...violations, ...cycles(imports)] };
};

/** @param {string} file */
const areaOf = (file) => areas.find(({ path }) => file.startsWith(`${path}/`));

/**
 * @param {import('./graph.mjs').Import} entry
 * @param {Set<string>} dependencies
 * @returns {Rule | null}
 */
const brokenRule = ({ from, specifier, local, file }, dependencies) => {
  const area = areaOf(from);
  if (area === undefined) return null;
  if (local) {
    if (file === null) return 'unresolved';
    // The version and the name of the product stand there.
    if (file === 'package.json') return null;
    const target = areaOf(file);
    return target === area || (target !== undefined && area.areas.includes(target.path)) ? null : 'other-process';
  }
  if (isBuiltin(specifier)) return area.node ? null : 'node';
  const name = packageName(specifier);
  const allowed = area.also?.includes(name) || (area.packages === 'any' ? dependencies.has(name) : area.packages.includes(name));
  return allowed ? null : 'package';
};

/** @param {string} specifier */
const packageName = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/**
 * Cycles of what is left at run time; types may refer to each other.
 * @param {import('./graph.mjs').Import[]} imports
 * @returns {Violation[]}
 */
const cycles = (imports) => {
  /** @type {Map<string, string[]>} */
  const edges = new Map();
  for (const { from, file, typeOnly } of imports) if (file !== null && !typeOnly) edges.set(from, [...(edges.get(from) ?? []), file]);
  /** @type {Violation[]} */
  const found = [];
  /** @type {Set<string>} */
  const done = new Set();
  /**
   * @param {string} file
   * @param {string[]} path
   */
  const visit = (file, path) => {
    if (path.includes(file)) {
      found.push({ rule: 'cycle', from: file, to: [...path.slice(path.indexOf(file) + 1), file].join(' -> ') });
      return;
    }
    if (done.has(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
  return found;
};
