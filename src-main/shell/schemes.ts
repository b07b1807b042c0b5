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
