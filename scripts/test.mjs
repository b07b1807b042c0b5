/**
 * `npm test`: everything that CI runs. `npm test -- STAGE...` runs single stages: types, lint, format, imports, unit,
 * integration, simulation, build, e2e, and package, which runs only when it is named. What follows a further `--` goes to
 * vitest or Playwright: npm test -- unit -- store
 *
 * All stages run even after a failure. The last line is `N passed, M failed`: tests of vitest and Playwright, and one failure
 * for each other stage that fails. Exit code 0 only if nothing failed.
 */
import { setUp } from './setup/index.mjs';
import { SetupProblem, runScript } from './setup/say.mjs';

await runScript(async () => {
  await setUp({ electron: true, screen: true, postgres: true });
  const { onlyWhenNamed, stages } = await import('./test/stages.mjs');
  const split = process.argv.indexOf('--');
  const chosen = process.argv.slice(2, split < 0 ? undefined : split);
  const extra = split < 0 ? [] : process.argv.slice(split + 1);
  const unknown = chosen.filter((name) => !Object.hasOwn(stages, name));
  if (unknown.length > 0)
    throw new SetupProblem(`Không có bước kiểm thử "${unknown.join(' ')}".`, `No such stage. Stages: ${Object.keys(stages).join(', ')}`);

  // Only the stages that look at what is written need them.
  if (chosen.length === 0 || chosen.some((name) => name === 'integration' || name === 'e2e')) await setUp({ checks: true });

  const total = { passed: 0, failed: 0 };
  for (const [name, stage] of Object.entries(stages)) {
    if (chosen.length > 0 ? !chosen.includes(name) : onlyWhenNamed.has(name)) continue;
    const started = performance.now();
    const { passed, failed } = await stage(extra);
    total.passed += passed;
    total.failed += failed;
    console.log(
      `${failed > 0 ? '✗' : '✓'} ${name} ${passed + failed > 0 ? `(${passed} passed, ${failed} failed) ` : ''}${((performance.now() - started) / 1000).toFixed(1)} s\n`,
    );
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
});
