/** `npm run bench -- NAME [--json FILE]`: runs tests/bench/NAME.ts from source; `start` and `pages` build the application and need a screen. Without a name: which there are. */
import { existsSync, readdirSync } from 'node:fs';
import { run } from './setup/command.mjs';
import { setUp } from './setup/index.mjs';
import { inRoot } from './setup/paths.mjs';
import { SetupProblem, runScript } from './setup/say.mjs';

/** Benchmarks of the real window. */
const inWindow = ['start', 'pages'];
const folder = inRoot('tests', 'bench');

await runScript(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const names = existsSync(folder) ? readdirSync(folder).flatMap((file) => /^([a-z-]+)\.ts$/.exec(file)?.[1] ?? []) : [];
  if (!names.includes(name))
    throw new SetupProblem(
      `Chọn phép đo: npm run bench -- ${names.join(' | ')}`,
      `Choose a benchmark: npm run bench -- ${names.join(' | ')}`,
    );
  const program = inRoot('tests', 'bench', `${name}.ts`);
  if (!inWindow.includes(name)) {
    await setUp({ postgres: true });
    return (await run(process.execPath, [inRoot('scripts', 'run', 'typescript.mjs'), program, ...args])).code;
  }
  await setUp({ electron: true, screen: true });
  const { buildIfChanged } = await import('./build/build-all.mjs');
  await buildIfChanged();
  const { runOnScreen } = await import('./run/display.mjs');
  return runOnScreen('scripts/run/typescript.mjs', [program, ...args]);
});
