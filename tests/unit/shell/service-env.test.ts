import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serviceEnv } from '../../../src-main/shell/service-env';

test('the service learns its folder and its addon, never a passphrase nor switches of Node', () => {
  const env = serviceEnv(
    {
      PATH: '/bin',
      KTS_SQLITE_ADDON: '/a.node',
      KTS_PASSPHRASE: 'secret',
      NODE_OPTIONS: '--inspect',
      ELECTRON_RUN_AS_NODE: '1',
      EMPTY: undefined,
    },
    '/data',
  );
  expect(env).toEqual({ PATH: '/bin', KTS_SQLITE_ADDON: '/a.node', KTS_DATA_DIR: '/data' });
});

test('a packaged application takes native code and language data from its own folder only, and reads in the background', () => {
  const resources = mkdtempSync(join(tmpdir(), 'resources-'));
  try {
    const from = { PATH: '/bin', KTS_SQLITE_ADDON: '/foreign.node', KTS_TESSDATA: '/foreign', KTS_READ_EAGERLY: '1' };
    expect(serviceEnv(from, '/data', resources)).toEqual({ PATH: '/bin', KTS_DATA_DIR: '/data' });
    const addon = join(resources, 'sqlite.node');
    writeFileSync(addon, '');
    expect(serviceEnv(from, '/data', resources)).toEqual({ PATH: '/bin', KTS_DATA_DIR: '/data', KTS_SQLITE_ADDON: addon });
  } finally {
    rmSync(resources, { recursive: true, force: true });
  }
});
