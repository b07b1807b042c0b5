/** Where the office's data and the window's own profile lie. `KTS_DATA_DIR` names another data folder: tests, demo, several committees. */
import { join, resolve } from 'node:path';
import { app } from 'electron';

const given = process.env.KTS_DATA_DIR;

/** Must run before anything asks for the profile. */
export const redirectProfile = (): void => {
  if (given) app.setPath('userData', join(resolve(given), 'profile'));
};

export const dataDir = (): string => (given ? resolve(given) : join(app.getPath('userData'), 'data'));
