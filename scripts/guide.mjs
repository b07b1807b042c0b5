/** `npm run pictures`: makes the pictures of the user's guide anew, from the real window, into docs/hinh. */
import { hasDisplay, setUp } from './setup/index.mjs';
import { runScript } from './setup/say.mjs';

await runScript(async () => {
  await setUp({ electron: true, screen: true });
  const { buildIfChanged } = await import('./build/build-all.mjs');
  await buildIfChanged();
  if (!hasDisplay()) {
    // Once more from the top, now with a virtual screen.
    const { runOnScreen } = await import('./run/display.mjs');
    return runOnScreen('scripts/guide.mjs', process.argv.slice(2));
  }
  const { makePictures } = await import('./guide/pictures.mjs');
  return makePictures(process.argv.slice(2));
});
