import { describe, expect, test } from 'vitest';
import { imageUrl, parseImagePath } from '#shared/contract/image-channel';
import { isWindowUrl } from '../../../src-main/shell/window-address';

describe('our own page', () => {
  test.each(['app://ui/', 'app://ui/index.html#/a'])('%s is', (url) => expect(isWindowUrl(url)).toBe(true));
  test.each(['app://ui.example/', 'app://user@ui/', 'app://other/', 'https://ui/', 'file:///ui/', 'about:blank', 'not an address', ''])(
    '%s is not',
    (url) => expect(isWindowUrl(url)).toBe(false),
  );
});

describe('addresses of page images', () => {
  const sha256 = '0123456789abcdef'.repeat(4);

  test('are read as they are written', () => {
    for (const variant of ['thumb', 'view', 'full'] as const)
      expect(parseImagePath(imageUrl({ sha256, variant }).slice('archive://'.length))).toEqual({ sha256, variant });
  });

  test.each([
    `page/${sha256}`,
    `page/${sha256.toUpperCase()}?variant=thumb`,
    `page/../${sha256}?variant=thumb`,
    `page/${sha256}?variant=huge`,
    `page/${sha256}?variant=thumb&x=1`,
    '',
  ])('%s is refused', (path) => expect(parseImagePath(path)).toBeNull());
});
