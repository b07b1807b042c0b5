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
