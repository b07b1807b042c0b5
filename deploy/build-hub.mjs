/** `node deploy/build-hub.mjs`: builds the hub alone into out/hub, for an image that needs nothing of the application. */
import { build } from 'vite';
import { targets } from '../scripts/build/targets.mjs';

for (const target of targets().filter(({ build: options }) => options?.outDir?.endsWith('hub')))
  await build({ configFile: false, mode: 'production', logLevel: 'warn', ...target });
