// Only in the build for measuring: the page tells times, and nothing is asked.
// oxlint-disable-next-line no-restricted-imports
import { app, ipcMain } from 'electron';
import { say } from './say';

say({ main: Date.now() });
app.once('ready', () => say({ ready: Date.now() }));
ipcMain.on('measured', (_event, moments: Record<string, number>) => say(moments));
