/** The least that Electron can show: one static page. What the application's start is compared with. */
const { join } = require('node:path');
const { BrowserWindow, app, ipcMain } = require('electron');

app.setPath('userData', process.env.KTS_DATA_DIR);
ipcMain.on('measured', (_event, moments) => process.stdout.write(`@measured ${JSON.stringify(moments)}\n`));
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    webPreferences: { preload: join(__dirname, 'preload.cjs'), sandbox: true },
  });
  void window.loadFile(join(__dirname, 'index.html'));
});
app.on('window-all-closed', () => app.quit());
