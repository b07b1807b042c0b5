/**
 * Builds every process into out/ with Vite. `npm run build` builds always; other scripts build only what sources changed since.
 *
 * | Output | Runs on |
 * | --- | --- |
 * | main/index.js, main/service.js, main/recognizer.js | Electron's Node, 20.18 or newer (ESM) |
 * | preload/index.cjs | the sandboxed preload: CommonJS, one file |
 * | renderer/ | Chromium 130 or newer |
 * | cli/kts.js, hub/hub.js | Node 24 (ESM) |
 */
import { runScript } from './setup/say.mjs';

await runScript(async () => {
  const { setUp } = await import('./setup/index.mjs');
  await setUp();
  const { buildAll } = await import('./build/build-all.mjs');
  await buildAll();
});
