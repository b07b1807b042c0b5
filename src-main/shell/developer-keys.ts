/** Ctrl+Shift+I opens the developer tools while the application is not packaged; a packaged one has no such key. */
import { type WebContents, app } from 'electron';

export const offerDeveloperKeys = (contents: WebContents): void => {
  if (app.isPackaged) return;
  contents.on('before-input-event', (event, { type, key, control, shift }) => {
    if (type !== 'keyDown' || !control || !shift || key.toLowerCase() !== 'i') return;
    contents.toggleDevTools();
    event.preventDefault();
  });
};
