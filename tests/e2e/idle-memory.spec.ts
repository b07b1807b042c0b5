/** How much memory the resting application takes with all its processes. Figures of a large book: `npm run bench -- start`. */
import { memoryOf } from '../bench/start/memory';
import { openSample } from './committee';
import { expect, test } from './fixtures';

test.use({ bookBefore: 'sample' });

/** Megabytes of proportional set size over all processes. */
const most = 450;

test('the resting application fits beside others on a small office PC', async ({ app, page }) => {
  test.skip(process.platform !== 'linux', 'only Linux tells how much of the shared memory a process accounts for');
  await openSample(page);
  await page.waitForTimeout(8000);
  const memory = memoryOf(app.process().pid ?? 0) ?? [];
  expect(memory.filter(({ role }) => role === 'renderer')).toHaveLength(1);
  // Main, window and data service; a recognizer would be a second service.
  expect(memory.filter(({ role }) => role === 'node.mojom.NodeService')).toHaveLength(1);
  expect(memory.reduce((sum, { megabytes }) => sum + megabytes, 0)).toBeLessThan(most);
});
