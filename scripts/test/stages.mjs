/** The stages of `npm test`, in order: cheap ones first. Each tells how many tests passed and failed. */
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { runOnScreen } from '../run/display.mjs';
import { addonEnv } from '../setup/addon.mjs';
import { run } from '../setup/command.mjs';
import { inRoot } from '../setup/paths.mjs';

/** @typedef {{ passed: number, failed: number }} Result */

/** @type {(ok: boolean) => Result} */
const check = (ok) => ({ passed: 0, failed: ok ? 0 : 1 });

/**
 * Runs the JavaScript behind a package's command under this Node: the files in node_modules/.bin are scripts of the shell on Windows.
 * @param {string} file inside node_modules
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
const tool = async (file, args, env) =>
  (await run(process.execPath, [inRoot('node_modules', file), ...args], { env: { ...process.env, ...env } })).code === 0;

/** What the compiler remembers of the last check: files that nothing touched since are not checked anew. */
const checkedBefore = (/** @type {string} */ project) => inRoot('.cache', 'types', `${project.replaceAll('/', '-')}.tsbuildinfo`);

const types = async () => {
  const projects = [
    'src-shared',
    'src-shared/node',
    ...readdirSync(inRoot('src-main')).map((name) => `src-main/${name}`),
    'src-renderer',
    'src-hub',
    'tests',
    'scripts',
  ];
  const waiting = projects.filter((path) => existsSync(inRoot(path, 'tsconfig.json')));
  let ok = true;
  /** Reading and the last files of a project keep one core busy, so several are checked at once; at most four, for their memory. */
  const checkNext = async () => {
    for (let project = waiting.pop(); project !== undefined; project = waiting.pop()) {
      const args = ['-p', project, '--incremental', '--tsBuildInfoFile', checkedBefore(project)];
      const { code, output } = await run(process.execPath, [inRoot('node_modules/typescript/bin/tsc'), ...args], { quiet: true });
      if (code === 0) continue;
      ok = false;
      console.error(output);
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, checkNext));
  return check(ok);
};

const lint = async () => check(await tool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']));

const format = async () => check(await tool('@biomejs/biome/bin/biome', ['format', '.']));

const imports = async () => {
  const { checkImports } = await import('../imports/check.mjs');
  const { files, violations } = checkImports(inRoot());
  for (const { rule, from, to } of violations) console.error(`${rule}: ${from} -> ${to}`);
  console.log(`${files} files, ${violations.length} broken import rules`);
  return check(violations.length === 0);
};

/** @type {(project: string, options?: string[]) => (extra: string[]) => Promise<Result>} */
const vitest =
  (project, options = []) =>
  async (extra) => {
    const report = inRoot('.cache', `vitest-${project}.json`);
    rmSync(report, { force: true });
    const args = [
      'run',
      '--project',
      project,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...options,
      ...extra,
    ];
    const ok = await tool('vitest/vitest.mjs', args);
    if (!existsSync(report)) return check(ok);
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    // A file that cannot be loaded fails the run without a failed test.
    return { passed: numPassedTests, failed: Math.max(numFailedTests, ok ? 0 : 1) };
  };

/** Whether the work was done; what it throws is shown and counts as a failed stage. @type {(work: () => Promise<unknown>) => Promise<boolean>} */
const done = async (work) => {
  try {
    await work();
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
};

const build = async () => check(await done(async () => (await import('../build/build-all.mjs')).buildIfChanged()));

/** @type {(project: string) => (extra: string[]) => Promise<Result>} */
const playwright = (project) => async (extra) => {
  const report = inRoot('.cache', `playwright-${project}.json`);
  rmSync(report, { force: true });
  const code = await runOnScreen(
    'node_modules/@playwright/test/cli.js',
    ['test', `--project=${project}`, '--reporter=list,json', ...extra],
    {
      ...addonEnv(),
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
  );
  if (!existsSync(report)) return check(code === 0);
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed: stats.expected + stats.flaky, failed: Math.max(stats.unexpected, code === 0 ? 0 : 1) };
};

/** Packs anew, then drives what was packed, one test after the other: it is large and they copy it. @type {(extra: string[]) => Promise<Result>} */
const packaged = async (extra) => {
  const packed = await done(async () => {
    const { packageApp, packedFolder } = await import('../package/package-app.mjs');
    rmSync(packedFolder, { recursive: true, force: true });
    await packageApp({ dir: true });
  });
  return packed ? playwright('package')(['--workers=1', ...extra]) : check(false);
};

/** @type {Record<string, (extra: string[]) => Promise<Result>>} */
export const stages = {
  types,
  lint,
  format,
  imports,
  unit: vitest('unit'),
  // Many of these wait, for a line that is away or a process that starts: with a third file beside them two cores are busy.
  integration: vitest('integration', ['--maxWorkers=3']),
  simulation: vitest('simulation'),
  build,
  e2e: playwright('e2e'),
  package: packaged,
};

/** Run only when named: slow, and about what is shipped rather than what is written. */
export const onlyWhenNamed = new Set(['package']);
