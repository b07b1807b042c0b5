import { beforeEach, expect, test, vi } from 'vitest';
import type { PageSummary } from '../../../src-shared/contract/window/archive';
import { knownPage, readyPictures } from '../../../src-renderer/features/pages/known-page';
import { queries } from '../../../src-renderer/service/queries';

const line = vi.hoisted(() => ({ here: new Set<string>() }));
/** The service knows which images lie on this machine; there is no window here that could ask it. */
vi.mock('../../../src-renderer/service/use-service', () => ({
  service: () => ({ sync: { pageLine: async ({ image }: { image: string }) => ({ here: line.here.has(image) }) } }),
}));

let asked: string[];
beforeEach(() => {
  asked = [];
  vi.stubGlobal(
    'Image',
    class {
      set src(address: string) {
        asked.push(address);
      }
    },
  );
  return () => vi.unstubAllGlobals();
});

test('pictures of the pages before and after are readied, but none is brought over the line', async () => {
  const [here, away] = ['a'.repeat(64), 'b'.repeat(64)];
  line.here.add(here);
  await readyPictures(away, undefined, here);
  expect(asked).toEqual([`archive://page/${here}?variant=view`]);
});

test('a page that a list showed is known, another is not', () => {
  const page = { id: 'p1', order: 1 } as PageSummary;
  queries.setQueryData(['archive', 'pagesOfDocument', 'd1'], { pages: [page] });
  expect(knownPage('p1')).toBe(page);
  expect(knownPage('p2')).toBeUndefined();
});
