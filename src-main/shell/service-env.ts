/** Environment of the processes that hold data. Never a key or a passphrase. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Variables that would change how Node itself runs. */
const dropped = new Set(['NODE_OPTIONS', 'NODE_PATH', 'ELECTRON_RUN_AS_NODE', 'KTS_PASSPHRASE']);

/** Where a developer's launcher keeps parts that lie inside a packaged application, and how its tests read. */
const launchers = new Set(['KTS_SQLITE_ADDON', 'KTS_TESSDATA', 'KTS_READ_EAGERLY']);

/**
 * @param dataDir absolute; handed over as KTS_DATA_DIR
 * @param packedIn the resources of a packaged application. It takes its native code and language data from there, whatever the
 *   environment says; without it the launchers' variables pass through.
 */
export const serviceEnv = (from: NodeJS.ProcessEnv, dataDir: string, packedIn?: string): Record<string, string> => {
  const kept = Object.entries(from).filter(
    (pair): pair is [string, string] =>
      pair[1] !== undefined && !dropped.has(pair[0]) && (packedIn === undefined || !launchers.has(pair[0])),
  );
  return { ...Object.fromEntries(kept), ...(packedIn !== undefined && ownAddon(packedIn)), KTS_DATA_DIR: dataDir };
};

/** The packager puts an addon there only for runtimes that the prebuilt one does not fit. */
const ownAddon = (resources: string): Record<string, string> => {
  const file = join(resources, 'sqlite.node');
  return existsSync(file) ? { KTS_SQLITE_ADDON: file } : {};
};
