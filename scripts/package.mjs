/** `npm run package`: what an office installs, for the system that it runs on, in release/. `-- --dir` stops at the unpacked application. */
import { runScript } from './setup/say.mjs';

await runScript(async () => {
  const { setUp } = await import('./setup/index.mjs');
  await setUp({ electron: true });
  const { buildIfChanged } = await import('./build/build-all.mjs');
  await buildIfChanged();
  const { packageApp } = await import('./package/package-app.mjs');
  for (const file of await packageApp({ dir: process.argv.includes('--dir') })) console.log(file);
});
