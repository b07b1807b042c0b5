/** `npm run demo -- [--json FILE]`: the main job by itself, with or without a display. */
import { parseArgs } from 'node:util';
import { hasDisplay, setUp } from './setup/index.mjs';
import { runScript } from './setup/say.mjs';

await runScript(async () => {
  await setUp({ electron: true, screen: true, postgres: true });
  const { buildIfChanged } = await import('./build/build-all.mjs');
  await buildIfChanged();
  if (!hasDisplay()) {
    // Once more from the top, now with a virtual screen.
    const { runOnScreen } = await import('./run/display.mjs');
    return runOnScreen('scripts/demo.mjs', process.argv.slice(2));
  }
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  const { runDemo } = await import('./demo/index.mjs');
  return runDemo(values);
});
