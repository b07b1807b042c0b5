/** The one window. */
import { BrowserWindow } from 'electron';
import { offerDeveloperKeys } from './developer-keys';
import { offerEditMenu } from './edit-menu';
import { rememberBounds, restoredBounds, smallest } from './window-state';

/** Colours and heights of the design. The title bar is 40 high; its lowest pixel is the line below it, which the buttons leave free. */
const ground = '#f3f2ef';
const titleBar = '#ffffff';
const ink = '#1d1c1a';
const buttonHeight = 39;

/** Shown when its first picture is ready. @param preload absolute path of the built preload */
export const createMainWindow = (preload: string): BrowserWindow => {
  const { bounds, maximized } = restoredBounds();
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Kiểm tra số',
    backgroundColor: ground,
    titleBarStyle: 'hidden',
    titleBarOverlay: { color: titleBar, symbolColor: ink, height: buttonHeight },
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // The dictionaries would be fetched over the network, and Vietnamese has none.
      spellcheck: false,
      v8CacheOptions: 'bypassHeatCheck',
    },
  });
  offerEditMenu(window.webContents);
  offerDeveloperKeys(window.webContents);
  rememberBounds(window);
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  return window;
};

export const focusMainWindow = (): void => {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};
