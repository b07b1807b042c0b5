/** The order of a start: page first, service right after, everything else later. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, session } from 'electron';
import { serveWindow } from './app-scheme';
import { serveArchive } from './archive-scheme';
import { dropMenuBar } from './edit-menu';
import { guardPages, guardSession } from './guards';
import { createImageClient } from './image-client';
import { createMainWindow, focusMainWindow } from './main-window';
import { windowUrl } from './window-address';
import { serviceEnv } from './service-env';
import { startServiceHost } from './service-host';
import { answerWindow } from './window-api';

/** Runs once Electron is ready. @param dataDir absolute; created where it is missing */
export const start = (dataDir: string): void => {
  const out = join(import.meta.dirname, '..');
  const images = createImageClient();

  dropMenuBar();
  guardPages();
  guardSession(session.defaultSession);
  serveWindow(session.defaultSession, join(out, 'renderer'));
  serveArchive(session.defaultSession, images);

  const window = createMainWindow(join(out, 'preload', 'index.cjs'));
  void window.loadURL(windowUrl);

  // Started just after the page, both get ready at the same time.
  mkdirSync(dataDir, { recursive: true });
  const service = startServiceHost({ folder: import.meta.dirname, env: serviceEnv(process.env, dataDir), onImagePort: images.attach });
  answerWindow(service);

  app.on('second-instance', focusMainWindow);
  app.on('window-all-closed', () => app.quit());
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void service.stop().then(() => {
      closed = true;
      app.quit();
    });
  });
};
