/** The two protocols of the application; `file:` and `http:` pages are never shown. */
import { protocol } from 'electron';

/** Must run before Electron is ready. */
export const registerSchemes = (): void => {
  protocol.registerSchemesAsPrivileged([
    // codeCache: Chromium keeps compiled JavaScript between starts.
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: 'archive', privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true } },
  ]);
};

/** The page's origin, and the address that the window loads. */
export const windowOrigin = 'app://ui';
export const windowUrl = `${windowOrigin}/`;

/** Whether an address belongs to our own page. Compares parts, since Node knows no origin for a scheme of our own. */
export const isWindowUrl = (address: string): boolean => {
  try {
    const { protocol: scheme, host, username, password } = new URL(address);
    return scheme === 'app:' && host === 'ui' && username === '' && password === '';
  } catch {
    return false;
  }
};
