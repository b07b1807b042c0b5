/** Environment of the processes that hold data. Never a key or a passphrase. */

/** Variables that would change how Node itself runs. */
const dropped = new Set(['NODE_OPTIONS', 'NODE_PATH', 'ELECTRON_RUN_AS_NODE', 'KTS_PASSPHRASE']);

/** @param dataDir absolute; handed over as KTS_DATA_DIR. KTS_SQLITE_ADDON and KTS_TESSDATA pass through. */
export const serviceEnv = (from: NodeJS.ProcessEnv, dataDir: string): Record<string, string> => {
  const kept = Object.entries(from).filter((pair): pair is [string, string] => pair[1] !== undefined && !dropped.has(pair[0]));
  return { ...Object.fromEntries(kept), KTS_DATA_DIR: dataDir };
};
