import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkLicences } from '../../../scripts/licences/check.mjs';
import { thirdPartyNotices } from '../../../scripts/licences/notices.mjs';
import { withDependencies } from '../../../scripts/licences/packages.mjs';
import { isAllowed } from '../../../scripts/licences/rules.mjs';
import { inRoot } from '../../../scripts/setup/paths.mjs';

test('everything that reaches a user is under a licence that allows it', () => {
  const { parts, refused } = checkLicences(inRoot('package-lock.json'));
  expect(refused).toEqual([]);
  // What users run, on all systems, is among them; what developers run is not.
  const names = parts.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['react', 'sharp', '@img/sharp-win32-x64', '@img/sharp-libvips-linux-x64', 'Tinos (font)', 'SQLite']),
  );
  expect(names).not.toContain('vitest');
});

test.each([
  ['MIT', 'a', true],
  ['(MIT OR CC0-1.0)', 'a', true],
  ['GPL-3.0-only OR MIT', 'a', true],
  ['Apache-2.0 AND BSD-3-Clause', 'a', true],
  ['GPL-3.0-only', 'a', false],
  ['AGPL-3.0-or-later', 'a', false],
  ['MIT AND GPL-2.0-only', 'a', false],
  ['LGPL-3.0-or-later', 'a', false],
  ['LGPL-3.0-or-later', '@img/sharp-libvips-linux-x64', true],
  ['Apache-2.0 AND LGPL-3.0-or-later', '@img/sharp-win32-x64', true],
  ['LGPL-3.0-or-later', 'x/@img/sharp-libvips-linux-x64', false],
  ['SEE LICENSE IN LICENSE.md', 'a', false],
  ['UNLICENSED', 'a', false],
  ['', 'a', false],
])('%s of %s: %s', (licence, name, expected) => {
  expect(isAllowed(licence, name)).toBe(expected);
});

test('a forbidden licence anywhere below a production dependency is found, one of a development tool is not', () => {
  const dir = mkdtempSync(join(tmpdir(), 'licences-'));
  const file = join(dir, 'package-lock.json');
  const packages = {
    '': { dependencies: { a: '1', c: '1' }, devDependencies: { tool: '1' } },
    'node_modules/a': { version: '1.0.0', license: 'MIT', dependencies: { b: '1' }, optionalDependencies: { elsewhere: '1' } },
    'node_modules/a/node_modules/b': { version: '1.0.0', license: 'AGPL-3.0-only' },
    'node_modules/c': { version: '1.0.0' },
    'node_modules/tool': { version: '1.0.0', license: 'GPL-3.0-only', dev: true },
    'node_modules/elsewhere': { version: '1.0.0', license: 'GPL-3.0-only', cpu: ['wasm32'], dependencies: { below: '1' } },
    'node_modules/below': { version: '1.0.0', license: 'GPL-3.0-only' },
  };
  writeFileSync(file, JSON.stringify({ packages }));
  try {
    expect(checkLicences(file).refused.map(({ name }) => name)).toEqual(['b', 'c']);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

test('dependencies are followed as Node resolves them', () => {
  const lock = {
    'node_modules/a': { dependencies: { b: '1' }, optionalDependencies: { gone: '1' } },
    'node_modules/a/node_modules/b': { dependencies: { c: '1' } },
    'node_modules/b': {},
    'node_modules/c': { dependencies: { a: '1' } },
    'node_modules/other': {},
  };
  expect([...withDependencies(lock, ['a'])]).toEqual(['node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/c']);
});

test('the notices carry the texts, once each', () => {
  const text = thirdPartyNotices();
  expect(text).toContain('SIL Open Font License, Version 1.1');
  expect(text).toContain('GNU LESSER GENERAL PUBLIC LICENSE');
  expect(text).toContain('react-dom ');
  expect(text).toContain('libvips');
  expect(text.split('END OF TERMS AND CONDITIONS').length).toBeLessThan(20);
});
