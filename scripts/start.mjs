/** `npm start`: sets up what is missing, builds what changed, opens the application. Arguments go to Electron. */
import { hasDisplay, setUp } from './setup/index.mjs';
import { SetupProblem, runScript } from './setup/say.mjs';

await runScript(async () => {
  if (!hasDisplay())
    throw new SetupProblem(
      'Máy này không có màn hình (DISPLAY trống) nên không mở được cửa sổ. Chạy thử toàn bộ bằng: npm run demo',
      'This machine has no display (DISPLAY is empty), so no window can be opened. See everything at work with: npm run demo',
    );
  await setUp({ electron: true });
  const { buildIfChanged } = await import('./build/build-all.mjs');
  await buildIfChanged();
  const { runElectron } = await import('./run/electron.mjs');
  return runElectron(process.argv.slice(2));
});
