import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadGray, measurePage } from '#recognizer/files/load-gray';
import { findAxis } from '#recognizer/prepare/axis';
import { flatten } from '#recognizer/prepare/flatten';
import { findInk } from '#recognizer/prepare/ink';
import { raster } from '#recognizer/prepare/raster';
import { turnBy, turnQuarter } from '#recognizer/prepare/turn';
import { jumpsOf, looksReversed } from '#recognizer/prepare/upside-down';
import { sample } from '../../../support/sample-scans';

it.each(['02', '04', '09', '11'])('page %s stands on its feet, and on its head when it is turned', async (number) => {
  const bytes = readFileSync(sample(number).path);
  const flat = flatten(await loadGray(bytes, await measurePage(bytes)));
  const { skew } = findAxis(findInk(flat));
  const page = turnBy(flat, -skew.degrees);
  const head = turnQuarter(page, 180);
  expect([looksReversed(page), looksReversed(head)]).toEqual([false, true]);
  expect(jumpsOf(head)).toBeCloseTo(-jumpsOf(page), 1);
});

it('an empty page says nothing', () => {
  expect(jumpsOf(raster(80, 100, new Uint8Array(8000).fill(250)))).toBe(0);
});
