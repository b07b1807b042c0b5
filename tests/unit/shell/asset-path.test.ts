import { describe, expect, test } from 'vitest';
import { assetOf } from '../../../src-main/shell/asset-path';

describe('the window gets its own files', () => {
  test.each([
    ['app://ui/', 'index.html', 'text/html; charset=utf-8'],
    ['app://ui/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['app://ui/?a=/../b', 'index.html', 'text/html; charset=utf-8'],
    ['app://ui/#/petitions', 'index.html', 'text/html; charset=utf-8'],
    ['app://ui/assets/index-DX3k_9.js', 'assets/index-DX3k_9.js', 'text/javascript; charset=utf-8'],
    [
      'app://ui/assets/be-vietnam-pro-vietnamese-400-normal-Bx.woff2?v=1',
      'assets/be-vietnam-pro-vietnamese-400-normal-Bx.woff2',
      'font/woff2',
    ],
  ])('%s', (url, path, mime) => {
    expect(assetOf(url)).toEqual({ path, mime });
  });
});

describe('and nothing else exists', () => {
  test.each([
    'app://ui/../package.json',
    'app://ui/assets/../index.html',
    'app://ui/assets/../../main/index.js',
    'app://ui/assets/%2e%2e/%2e%2e/main/index.js',
    'app://ui/assets/..%2f..%2fmain/index.js',
    'app://ui/assets/%5c%5cserver%5cshare%5ca.js',
    String.raw`app://ui/assets/..\..\main\index.js`,
    String.raw`app://ui/\\server\share\a.js`,
    'app://ui//server/share/a.js',
    'app://ui/assets//server/a.js',
    'app://ui//etc/passwd',
    'app://ui/C:/Windows/win.ini',
    'app://ui/assets/C:/a.js',
    'app://ui/assets/a.js:stream',
    'app://ui/assets/a.js%00.png',
    'app://ui/assets/.hidden.js',
    'app://ui/assets/a.js/',
    'app://ui/assets/a.exe',
    'app://ui/assets/a.constructor',
    'app://ui/assets/a.JS',
    'app://ui/assets',
    'app://ui/favicon.ico',
    'app://ui/index.html/../x',
    'app://other/index.html',
    'app://ui.evil.example/index.html',
    'app://user@ui/index.html',
    'file:///etc/passwd',
    '',
  ])('%s', (url) => {
    expect(assetOf(url)).toBeNull();
  });
});
