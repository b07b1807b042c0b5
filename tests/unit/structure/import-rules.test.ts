import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkImports } from '../../../scripts/imports/check.mjs';
import { root as realRoot } from '../../../scripts/setup/paths.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'imports-'));
  write({
    'package.json': JSON.stringify({
      imports: { '#shared/*': './src-shared/*.ts', '#service/*': './src-main/service/*.ts' },
      dependencies: { react: '1', zod: '4', kysely: '1', fzstd: '1' },
      devDependencies: { vitest: '5' },
    }),
    'src-shared/a.ts': 'export const a = 1;',
    'src-shared/node/n.ts': "import { hash } from 'node:crypto'; import 'fzstd'; import { a } from '../a'; export const n = [hash, a];",
    'src-main/service/b.ts': "import { a } from '#shared/a'; export const b = a;",
    'src-main/recognizer/c.ts': 'export const c = 1;',
    'src-renderer/d.ts': 'export const d = 1;',
    'src-hub/e.ts': "import { n } from '#shared/node/n'; export const e = n;",
    'src-main/service/h.ts': "import { n } from '#shared/node/n'; export const h = n;",
    'src-main/cli/f.ts': "import { b } from '#service/b'; export const f = b;",
    'src-main/shell/g.ts': "import { app } from 'electron'; export const g = app;",
  });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
};

test('a tree that keeps the rules passes', () => {
  expect(checkImports(root).violations).toEqual([]);
});

describe('each process imports only what it may', () => {
  test.each([
    ['src-shared/x.ts', "import { readFileSync } from 'node:fs'", 'node'],
    ['src-shared/x.ts', "import { join } from 'path'", 'node'],
    ['src-shared/x.ts', "import { app } from 'electron'", 'package'],
    ['src-shared/x.ts', "import React from 'react'", 'package'],
    ['src-shared/x.ts', "import type { b } from '#service/b'", 'other-process'],
    ['src-shared/x.ts', "import { n } from './node/n'", 'other-process'],
    ['src-shared/node/x.ts', "import { b } from '#service/b'", 'other-process'],
    ['src-shared/node/x.ts', "import React from 'react'", 'package'],
    ['src-shared/x.ts', "export { e } from '../src-hub/e'", 'other-process'],
    ['src-main/service/x.ts', "import type { App } from 'electron'", 'package'],
    ['src-main/service/x.ts', "import { g } from '../shell/g'", 'other-process'],
    ['src-main/service/x.ts', "import { f } from '../cli/f'", 'other-process'],
    ['src-main/service/x.ts', "import { d } from '../../src-renderer/d'", 'other-process'],
    ['src-main/service/x.ts', "import { e } from '../../src-hub/e'", 'other-process'],
    ['src-main/service/x.ts', "import { test } from 'vitest'", 'package'],
    ['src-main/service/x.ts', "const { c } = await import('../recognizer/c')", 'other-process'],
    ['src-main/recognizer/x.ts', "import { b } from '#service/b'", 'other-process'],
    ['src-main/shell/x.ts', "import { b } from '#service/b'", 'other-process'],
    ['src-main/shell/x.ts', "import { Kysely } from 'kysely'", 'package'],
    ['src-main/preload/x.ts', "import { join } from 'node:path'", 'node'],
    ['src-main/cli/x.ts', "import { g } from '../shell/g'", 'other-process'],
    ['src-renderer/x.tsx', "import { join } from 'node:path'", 'node'],
    ['src-renderer/x.tsx', "import { ipcRenderer } from 'electron'", 'package'],
    ['src-renderer/x.tsx', "import { n } from '#shared/node/n'", 'other-process'],
    ['src-main/recognizer/x.ts', "import { n } from '#shared/node/n'", 'other-process'],
    ['src-renderer/x.tsx', "import { b } from '#service/b'", 'other-process'],
    ['src-hub/x.ts', "import { b } from '#service/b'", 'other-process'],
    ['src-hub/x.ts', "import '../tests/helper'", 'unresolved'],
  ])('%s: %s', (file, line, rule) => {
    write({ [file]: `${line};\nexport {};\n` });
    expect(checkImports(root).violations.map((found) => [found.rule, found.from])).toEqual([[rule, file]]);
  });

  test('a file outside the processes cannot be reached', () => {
    write({ 'tests/helper.ts': 'export {};', 'src-hub/x.ts': "import '../tests/helper';" });
    expect(checkImports(root).violations).toEqual([{ rule: 'other-process', from: 'src-hub/x.ts', to: '../tests/helper' }]);
  });
});

describe('cycles', () => {
  test('are found at run time', () => {
    write({
      'src-hub/x.ts': "import { y } from './y'; export const x = y;",
      'src-hub/y.ts': "import { x } from './x'; export const y = x;",
    });
    expect(checkImports(root).violations).toMatchObject([{ rule: 'cycle', to: expect.stringContaining('src-hub/y.ts') }]);
  });

  test('between types are none', () => {
    write({
      'src-hub/x.ts': "import type { Y } from './y'; export type X = Y[];",
      'src-hub/y.ts': "import { type X } from './x'; export type Y = X | null;",
    });
    expect(checkImports(root).violations).toEqual([]);
  });
});

test('this project keeps the rules', () => {
  const { files, violations } = checkImports(realRoot);
  expect(violations).toEqual([]);
  expect(files).toBeGreaterThan(100);
});
