/** What no page of this application may do: go elsewhere, open windows, embed pages, ask for devices. */
import { type Session, type WebContents, app } from 'electron';
import { isWindowUrl } from './window-address';

/** Holds for every page that is ever created, whoever creates it. */
export const guardPages = (): void => {
  app.on('web-contents-created', (_event, contents) => guard(contents));
};

const guard = (contents: WebContents): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => stayHere(event));
  contents.on('will-redirect', (event) => stayHere(event));
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isWindowUrl(event.url)) event.preventDefault();
  });
};

const stayHere = (event: { url: string; preventDefault(): void }): void => {
  if (!isWindowUrl(event.url)) event.preventDefault();
};

/** Chromium itself loads nothing else, whoever asks: the page, a worker, the developer tools, Chromium's own services. */
const ownSchemes = ['app://', 'archive://', 'blob:app://', 'devtools://', 'data:', 'chrome://'];

/** Writing to the clipboard is the only thing that a page is ever allowed. */
const allowed = new Set(['clipboard-sanitized-write']);

export const guardSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(allowed.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => allowed.has(permission));
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !ownSchemes.some((scheme) => url.startsWith(scheme)) }));
  session.setDevicePermissionHandler(() => false);
  // Nothing is ever downloaded by the page itself; files leave through the service.
  session.on('will-download', (event) => event.preventDefault());
};
