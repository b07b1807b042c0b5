/** Electron's security checklist, tried from inside the page. None of it depends on what the page shows. */
import type { ElectronApplication, Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import { expect, test } from './fixtures';
import { launch, newDataDir, removeDataDir } from './launch';

// One application for all: nothing that is tried here may change it.
const dataDir = newDataDir();
let app: ElectronApplication;
let page: Page;

test.beforeAll(async () => {
  app = await launch(dataDir);
  page = await app.firstWindow();
  await page.waitForLoadState('load');
});
test.afterAll(async () => {
  await app.close();
  removeDataDir(dataDir);
});

test('the page has neither Node nor Electron, only the shell', async () => {
  const found = await page.evaluate(() => ({
    kinds: ['process', 'require', 'module', 'Buffer', 'ipcRenderer', 'electron'].map((name) => typeof Reflect.get(globalThis, name)),
    shell: Object.keys(Reflect.get(globalThis, 'shell')).toSorted(),
    origin: location.origin,
    secure: isSecureContext,
  }));
  expect(found.kinds).toEqual(Array(6).fill('undefined'));
  expect(found.shell).toEqual(['connect', 'onService', 'pathForFile', 'pickFiles', 'platform', 'protectScreen', 'saveFile', 'startUpdate']);
  expect(found).toMatchObject({ origin: 'app://ui', secure: true });
});

test('the window is sandboxed and isolated', async () => {
  const preferences = await app.evaluate(({ BrowserWindow: Window }) => {
    const [window] = Window.getAllWindows() as (BrowserWindow & { webContents: { getLastWebPreferences(): Record<string, unknown> } })[];
    const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = window?.webContents.getLastWebPreferences() ?? {};
    return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, webSecurity: true });
});

test('an inline script does not run', async () => {
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    try {
      script.append("globalThis.injected = 'text'");
      document.body.append(script);
    } catch {
      // Trusted Types may refuse before the content security policy does.
    }
    const image = document.createElement('img');
    image.setAttribute('src', 'app://ui/none.png');
    try {
      image.setAttribute('onerror', "globalThis.injected = 'attribute'");
    } catch {
      // As above.
    }
    document.body.append(image);
    await new Promise((done) => setTimeout(done, 300));
    return typeof Reflect.get(globalThis, 'injected');
  });
  expect(ran).toBe('undefined');
});

test('text is never turned into script or markup', async () => {
  const refused = await page.evaluate(() => {
    // oxlint-disable typescript/no-implied-eval -- what is tried here must fail
    const attempts: (() => unknown)[] = [
      () => new Function('return 1')(),
      () => setTimeout('globalThis.injected = 1' as never, 0),
      () => {
        document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>';
      },
      () => {
        document.createElement('iframe').srcdoc = '<script>1</script>';
      },
      () => new Worker('data:text/javascript,1'),
    ];
    const refuses = (attempt: () => unknown) =>
      new Promise<boolean>((done) => {
        // In a turn of its own: what the test itself evaluates is exempt from the policy.
        setTimeout(() => {
          try {
            attempt();
            done(false);
          } catch {
            done(true);
          }
        });
      });
    return Promise.all(attempts.map(refuses));
  });
  expect(refused).toEqual([true, true, true, true, true]);
});

test('nothing is fetched from elsewhere', async () => {
  const refused = await page.evaluate(() =>
    Promise.all(
      ['https://example.com/', 'http://127.0.0.1:1/', 'file:///etc/passwd', 'data:text/plain,a'].map((address) =>
        fetch(address).then(
          () => false,
          () => true,
        ),
      ),
    ),
  );
  expect(refused).toEqual([true, true, true, true]);
});

test('only built files are served', async () => {
  const found = await page.evaluate(() =>
    Promise.all(
      ['/index.html', '/../package.json', '/assets/%2e%2e/%2e%2e/main/index.js', '/main/index.js', '/favicon.ico'].map(
        async (path) => (await fetch(path)).status,
      ),
    ),
  );
  expect(found).toEqual([200, 404, 404, 404, 404]);
});

test('page images are asked for by their address only', async () => {
  const found = await page.evaluate(() =>
    Promise.all(
      ['archive://page/x?variant=thumb', `archive://page/${'0'.repeat(64)}`, 'archive://other/'].map(
        async (path) => (await fetch(path)).status,
      ),
    ),
  );
  expect(found).toEqual([404, 404, 404]);
});

test('the page goes nowhere else', async () => {
  const before = page.url();
  for (const target of ['https://example.com/', 'file:///etc/passwd', 'app://other/', 'data:text/html,a']) {
    await page.evaluate((address) => {
      const link = document.createElement('a');
      link.href = address;
      document.body.append(link);
      link.click();
      link.remove();
    }, target);
    await page.waitForTimeout(150);
    expect(page.url()).toBe(before);
  }
});

test('a form is not sent', async () => {
  const before = page.url();
  await page.evaluate(() => {
    const form = document.createElement('form');
    form.action = 'https://example.com/';
    form.method = 'post';
    document.body.append(form);
    form.submit();
    form.remove();
  });
  await page.waitForTimeout(300);
  expect(page.url()).toBe(before);
});

test('no second window opens', async () => {
  const opened = await page.evaluate(() =>
    ['https://example.com/', 'app://ui/', 'about:blank'].map((address) => window.open(address) !== null),
  );
  expect(opened).toEqual([false, false, false]);
  expect(app.windows()).toHaveLength(1);
});

test('a webview or frame gets no page', async () => {
  await page.evaluate(async () => {
    for (const [tag, address] of [
      ['webview', 'https://example.com/'],
      ['iframe', 'https://example.com/'],
      ['iframe', 'app://ui/index.html'],
    ] as const) {
      const element = document.createElement(tag);
      element.setAttribute('src', address);
      document.body.append(element);
    }
    await new Promise((done) => setTimeout(done, 500));
  });
  const contents = await app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  expect(contents).toBe(1);
  expect(
    page
      .frames()
      .map((frame) => frame.url())
      .filter((url) => /example|app:\/\/ui\/index/.test(url)),
  ).toEqual([]);
});

test('permissions are denied, except for writing to the clipboard', async () => {
  const asked = await page.evaluate(async () => ({
    notification: await Notification.requestPermission(),
    geolocation: await new Promise((done) =>
      navigator.geolocation.getCurrentPosition(
        () => done('granted'),
        ({ code }) => done(code),
      ),
    ),
  }));
  expect(asked).toEqual({ notification: 'denied', geolocation: 1 });
  await app.evaluate(({ BrowserWindow: Window }) => Window.getAllWindows()[0]?.focus());
  const states = await page.evaluate(() =>
    Promise.all(
      (['clipboard-read', 'clipboard-write', 'geolocation', 'camera', 'microphone', 'midi'] as PermissionName[]).map(
        async (name) => (await navigator.permissions.query({ name })).state,
      ),
    ),
  );
  expect(states).toEqual(['denied', 'granted', 'denied', 'denied', 'denied', 'denied']);
});

test('a frame cannot reach the shell', async () => {
  // The policy keeps frames out, so one is forged in the shell: a message as from a frame of our own page that is not the main one.
  const outcome = await app.evaluate(async ({ BrowserWindow: Window, dialog, ipcMain }) => {
    let asked = 0;
    dialog.showOpenDialog = () => {
      asked += 1;
      return Promise.resolve({ canceled: false, filePaths: ['/secret'] });
    };
    const [window] = Window.getAllWindows();
    if (window === undefined) throw new Error('no window');
    const { webContents: sender } = window;
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (event: unknown, value: unknown) => Promise<unknown>> })
      ._invokeHandlers;
    const pick = handlers.get('shell:pick-files');
    if (pick === undefined) throw new Error('no handler');
    const call = async (senderFrame: unknown, value: unknown) => {
      try {
        return await pick({ sender, senderFrame }, value);
      } catch (error) {
        return (error as Error).message;
      }
    };
    const purpose = { purpose: 'scan' };
    return {
      mainFrame: await call(sender.mainFrame, purpose),
      subframe: await call({ url: 'app://ui/' }, purpose),
      goneFrame: await call(null, purpose),
      wrongArguments: await call(sender.mainFrame, { purpose: 'scan', extra: 1 }),
      asked,
    };
  });
  expect(outcome).toEqual({
    mainFrame: expect.anything(),
    subframe: expect.stringContaining('refused'),
    goneFrame: expect.stringContaining('refused'),
    wrongArguments: expect.stringContaining('refused'),
    asked: 1,
  });
});

test('a second start of the same folder leaves the first one alone', async () => {
  await expect(launch(dataDir)).rejects.toThrow();
  expect(await app.evaluate(({ BrowserWindow: Window }) => Window.getAllWindows().length)).toBe(1);
});
