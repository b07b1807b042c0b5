/** The official Electron: what users and packages get. */
import { existsSync, lstatSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:tls';
import { run } from './command.mjs';
import { inRoot } from './paths.mjs';

const packageDir = inRoot('node_modules', 'electron');
const downloadMinutes = 15;

/** @returns {boolean} whether the official runtime of the installed `electron` package is unpacked */
export const hasOfficial = () => {
  try {
    const wanted = JSON.parse(readFileSync(inRoot('node_modules', 'electron', 'package.json'), 'utf8')).version;
    const unpacked = readFileSync(inRoot('node_modules', 'electron', 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    return wanted === unpacked && existsSync(inRoot('node_modules', 'electron', 'path.txt'));
  } catch {
    return false;
  }
};

/** Whether Electron's download host answers at all; a closed network must not cost minutes. */
const answers = () =>
  new Promise((done) => {
    const socket = connect({ host: 'github.com', port: 443, servername: 'github.com', timeout: 4000 });
    /** @param {boolean} result */
    const end = (result) => {
      socket.destroy();
      done(result);
    };
    socket.on('secureConnect', () => end(true));
    socket.on('timeout', () => end(false));
    socket.on('error', () => end(false));
  });

/** @returns {Promise<boolean>} whether the official runtime is in place; false when it cannot be downloaded here */
export const fetchOfficial = async () => {
  const { ELECTRON_MIRROR, ELECTRON_GET_USE_PROXY, npm_config_electron_mirror } = process.env;
  if (!ELECTRON_MIRROR && !ELECTRON_GET_USE_PROXY && !npm_config_electron_mirror && !(await answers())) return false;
  // A stand-in from an earlier start is a link: unpacking through it would overwrite the shared copy.
  const dist = inRoot('node_modules', 'electron', 'dist');
  if (lstatSync(dist, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(dist);
  rmSync(inRoot('node_modules', 'electron', 'path.txt'), { force: true });
  await run(process.execPath, ['install.js'], { cwd: packageDir, timeout: downloadMinutes * 60_000, output: 'stderr' });
  return hasOfficial();
};
