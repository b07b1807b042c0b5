/** Electron main. Opens the window, serves its files, starts the data service and hands over ports. Holds no data and no keys. */
import { app } from 'electron';
import { start } from './application';
import { dataDir, redirectProfile } from './data-dir';
import { registerSchemes } from './schemes';
import { guardIfAsked, isPutBack } from './update/start-guard';

const isGuard = guardIfAsked();
if (!isGuard) redirectProfile();
// enableSandbox() overrides --no-sandbox, with which tests run as root: every child would be killed.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.commandLine.appendSwitch('lang', 'vi');
// Chromium resolves no name and asks nobody for updates, lists or time: only the service talks, and only to the enrolled hub.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
for (const off of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'no-pings'])
  app.commandLine.appendSwitch(off);
registerSchemes();

// The lock belongs to the profile: two data folders may be open at once, the same one never.
if (isGuard) app.on('window-all-closed', () => undefined);
else if (!app.requestSingleInstanceLock() || isPutBack(dataDir())) app.quit();
else void app.whenReady().then(() => start(dataDir()));
