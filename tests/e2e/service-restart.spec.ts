/** The window survives the death of the data service. Does not depend on what the service does. */
import type { ServiceState, ShellApi } from '#shared/contract/shell-api';
import { expect, test } from './fixtures';

declare global {
  // The page's own objects, seen from the functions that the test evaluates in it.
  var shell: ShellApi;
  var seen: ServiceState[];
}

test.use({ expectedComplaints: [/./] });

test('a killed service is started again and the window can ask for a new port', async ({ app, page }) => {
  await page.waitForLoadState('load');
  const servicePid = () =>
    app.evaluate(
      ({ app: electron }) =>
        electron.getAppMetrics().find(({ name, serviceName }) => [name, serviceName].includes('kiem-tra-so service'))?.pid,
    );
  await expect.poll(servicePid).toBeDefined();
  const first = await servicePid();
  if (first === undefined) throw new Error('no service');

  await page.evaluate(() => {
    globalThis.seen = [];
    globalThis.shell.onService((state) => globalThis.seen.push(state));
  });
  process.kill(first, 'SIGKILL');
  await expect.poll(() => page.evaluate(() => globalThis.seen)).toEqual(['up', 'down', 'up']);
  await expect.poll(servicePid).not.toBe(first);

  const port = await page.evaluate(
    () =>
      new Promise<string>((done) => {
        addEventListener('message', ({ source, data, ports: [handed] }) => {
          if (source === window && handed !== undefined) done(data.servicePort);
        });
        globalThis.shell.connect('rpc');
      }),
  );
  expect(port).toBe('rpc');
});
