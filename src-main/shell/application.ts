/** The order of a start: service, page right after, everything else later. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, powerMonitor, session } from 'electron';
import { serveWindow } from './app-scheme';
import { serveArchive } from './archive-scheme';
import { dropMenuBar } from './edit-menu';
import { guardPages, guardSession } from './guards';
import { createImageClient } from './image-client';
import { createMainWindow, focusMainWindow } from './main-window';
import { windowUrl } from './window-address';
import { serviceEnv } from './service-env';
import { watchPower } from './power';
import { startServiceHost } from './service-host';
import { answerWindow } from './window-api';

/** Runs once Electron is ready. @param dataDir absolute; created where it is missing */
export const start = (dataDir: string): void => {
  const out = join(import.meta.dirname, '..');
  const images = createImageClient();

  // Before everything else: it gets ready beside the page, and the first list waits longer for it.
  mkdirSync(dataDir, { recursive: true });
  const env = serviceEnv(process.env, dataDir, app.isPackaged ? process.resourcesPath : undefined);
  const service = startServiceHost({ folder: import.meta.dirname, env, onImagePort: images.attach });

  dropMenuBar();
  guardPages();
  guardSession(session.defaultSession);
  serveWindow(session.defaultSession, join(out, 'renderer'));
  serveArchive(session.defaultSession, images);
  watchPower(service.power);
  answerWindow(service, dataDir);
  void createMainWindow(join(out, 'preload', 'index.cjs')).loadURL(windowUrl);

  // Whoever opens the lid or comes back to the desk signs in again.
  powerMonitor.on('suspend', service.lock);
  powerMonitor.on('lock-screen', service.lock);
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
