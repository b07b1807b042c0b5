import { app, ipcMain } from 'electron';
import { say } from './say';

say({ main: Date.now() });
app.once('ready', () => say({ ready: Date.now() }));
ipcMain.on('measured', (_event, moments: Record<string, number>) => say(moments));
