/** Reads the switches back from a packed program: what was asked for in electron-builder.yml is not yet what is there. */
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

const on = ['EnableCookieEncryption', 'EnableEmbeddedAsarIntegrityValidation', 'OnlyLoadAppFromAsar'];
const off = [
  'RunAsNode',
  'EnableNodeOptionsEnvironmentVariable',
  'EnableNodeCliInspectArguments',
  'GrantFileProtocolExtraPrivileges',
  'LoadBrowserProcessSpecificV8Snapshot',
];

/**
 * @param {string} program
 * @returns {Promise<string[]>} names of the fuses that are not as users need them
 */
export const wrongFuses = async (program) => {
  const wire = await getCurrentFuseWire(program);
  /** @type {(name: string) => unknown} */
  const state = (name) => wire[FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (name)]];
  return [...on.filter((name) => state(name) !== FuseState.ENABLE), ...off.filter((name) => state(name) !== FuseState.DISABLE)];
};
