/** Runs seeds in worker processes and tells what failed. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { bundleSimulation } from './bundle.mjs';
import { mutants } from './mutants.mjs';

const entry = 'tests/sim/main.ts';
/** Failing seeds that are told in full. */
const told = 5;
/** Seeds within which a mutant must be found. */
const patience = 2000;

/** @typedef {{ seed: number, problems: string[], hash: string, ops: number, trace?: string[] }} RunResult */
/** @typedef {{ first: number, workers: number }} Options */

/**
 * @param {string} bundle
 * @param {string[]} args
 * @param {(result: RunResult) => boolean} each false ends the worker
 * @returns {Promise<void>}
 */
const worker = (bundle, args, each) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundle, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let ended = false;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (ended || each(JSON.parse(line))) return;
      ended = true;
      child.kill();
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 || ended ? resolve() : reject(new Error(`a worker of the simulation ended with ${code}`))));
  });

/** @type {Promise<string> | undefined} */
let built;
/** The simulation of the code as it is, built once. */
const unchanged = () => (built ??= bundleSimulation(entry));

/**
 * Runs `count` seeds from `first` on, divided among the workers.
 * @param {string} bundle
 * @param {Options & { count: number }} options
 * @param {(result: RunResult) => boolean} each
 */
const spread = async (bundle, { first, count, workers }, each) => {
  await Promise.all(
    Array.from({ length: Math.min(workers, count) }, (_, i) =>
      worker(bundle, ['seeds', String(first + i), String(Math.ceil((count - i) / workers)), String(workers)], each),
    ),
  );
};

/** @param {Options & { count: number }} options */
export async function runSeeds(options) {
  const started = performance.now();
  /** @type {RunResult[]} */
  const failed = [];
  let done = 0;
  let ops = 0;
  if (options.count > 0) {
    const bundle = await unchanged();
    await spread(bundle, options, (result) => {
      done++;
      ops += result.ops;
      if (result.problems.length > 0) {
        failed.push(result);
        if (failed.length <= told) tell(result);
      }
      if (done % 1000 === 0) console.log(`${done} seeds, ${failed.length} failed, ${seconds(started)} s`);
      return true;
    });
    console.log(`${done} seeds, ${failed.length} failed; ${Math.round(ops / Math.max(1, done))} ops a run; ${seconds(started)} s`);
  }
  return { first: options.first, seeds: done, seconds: seconds(started), failed: failed.map(({ seed, problems }) => ({ seed, problems })) };
}

/**
 * Runs the schedules that were written by hand.
 * @returns {Promise<RunResult[]>}
 */
export async function runTargeted() {
  const bundle = await unchanged();
  /** @type {RunResult[]} */
  const results = [];
  await worker(bundle, ['targeted', 'all'], (result) => {
    results.push(result);
    return true;
  });
  return results;
}

/**
 * @param {number} seed
 * @param {number} count
 * @returns {Promise<string[]>} what hash each run had
 */
export async function hashes(seed, count) {
  const bundle = await unchanged();
  /** @type {string[]} */
  const found = [];
  await worker(bundle, ['seeds', String(seed), String(count), '1'], ({ hash }) => found.push(hash) > 0);
  return found;
}

/** @param {RunResult} result */
function tell({ seed, problems }) {
  console.log(`seed ${seed}: ${problems.length} problems; npm run sim -- --replay ${seed}`);
  for (const problem of problems.slice(0, 4)) console.log(`  ${problem.slice(0, 500)}`);
}

/** @param {number} since */
const seconds = (since) => Math.round((performance.now() - since) / 100) / 10;

/**
 * Runs one seed twice (both must be the same run), shrinks its schedule when it fails, and prints what happened.
 * @param {number} seed
 */
export async function replay(seed) {
  const bundle = await unchanged();
  /** @type {RunResult[]} */
  const runs = [];
  for (const how of ['seeds', 'shrink'])
    await worker(bundle, [how, String(seed), '1', '1', 'trace'], (result) => {
      runs.push(result);
      return true;
    });
  const [plain, shrunk] = runs;
  if (!plain || !shrunk) return 1;
  for (const line of shrunk.trace ?? []) console.log(line);
  console.log(`\nrun ${plain.hash.slice(0, 16)}`);
  for (const problem of plain.problems) console.log(problem);
  if (plain.problems.length === 0) console.log('no problems');
  else console.log('above: the shortest schedule that still fails, with');
  for (const problem of shrunk.problems) console.log(problem);
  return plain.problems.length === 0 ? 0 : 1;
}

/**
 * Takes out one rule after the other; each must be noticed.
 * @param {Options & { names: string[] }} options
 */
export async function runMutants({ first, workers, names }) {
  const results = [];
  for (const mutant of mutants.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const started = performance.now();
    const bundle = await bundleSimulation(entry, mutant.changes);
    /** @type {string | undefined} */
    let found;
    /** @type {string | undefined} */
    let problem;
    /** @param {RunResult} result @param {string} where */
    const look = (result, where) => {
      if (result.problems.length === 0) return true;
      found ??= where;
      problem ??= result.problems[0]?.slice(0, 200);
      return false;
    };
    if (mutant.targeted) await worker(bundle, ['targeted', mutant.targeted], (result) => look(result, `targeted: ${mutant.targeted}`));
    else
      for (let at = 0; found === undefined && at < patience; at += 50)
        await spread(bundle, { first: first + at, count: 50, workers }, (result) => look(result, `seed ${result.seed}`));
    console.log(
      `${found === undefined ? '✗ NOT FOUND' : '✓'} ${mutant.name}: ${mutant.rule} ${found ? `(${found}, ${seconds(started)} s) ${problem}` : ''}`,
    );
    results.push({ name: mutant.name, rule: mutant.rule, found, problem, seconds: seconds(started) });
  }
  return results;
}
