/** The least application with a window and a data service as processes of their own: no framework, no checks, one query. */
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { BrowserWindow, MessageChannelMain, app, ipcMain, utilityProcess } = require('electron');

app.setPath('userData', join(process.env.KTS_DATA_DIR, 'least'));
ipcMain.on('measured', (_event, moments) => process.stdout.write(`@measured ${JSON.stringify(moments)}\n`));
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
void app.whenReady().then(() => {
  const addon = join(process.resourcesPath, 'sqlite.node');
  const env = { ...process.env, ...(existsSync(addon) && { KTS_SQLITE_ADDON: addon }) };
  const service = utilityProcess.fork(join(__dirname, 'service.cjs'), [], { env, stdio: 'inherit' });
  const { port1, port2 } = new MessageChannelMain();
  service.postMessage('port', [port1]);
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    webPreferences: { preload: join(__dirname, 'preload.cjs'), sandbox: true },
  });
  ipcMain.once('listening', () => window.webContents.postMessage('port', null, [port2]));
  void window.loadFile(join(__dirname, 'index.html'));
});
app.on('window-all-closed', () => app.quit());
