/**
 * The encrypted SQLite for the Electron in use. The package's prebuilt addon asks for N-API 10 (Node 22.14, Electron 35);
 * for an older runtime the package's own source is compiled once per user, against the experimental N-API of that runtime.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { onPath, run } from './command.mjs';
import { electronVersion } from './electron.mjs';
import { inRoot, userCache } from './paths.mjs';
import { SetupProblem, say } from './say.mjs';

const source = inRoot('node_modules', 'better-sqlite3');
const firstElectronWithNapi10 = 35;

/** Raise when the compilation below changes, so that caches of older clones are not used. */
const recipe = 1;

const needsOwnAddon = () => Number.parseInt(electronVersion(), 10) < firstElectronWithNapi10;

const addonFile = () => {
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  return join(userCache, 'sqlite', `${version}-${process.platform}-${process.arch}-r${recipe}.node`);
};

/** @returns {Record<string, string>} what the environment of an Electron process must hold: KTS_SQLITE_ADDON where the prebuilt addon does not fit */
export const addonEnv = () => (needsOwnAddon() ? { KTS_SQLITE_ADDON: addonFile() } : {});

export const addon = async () => {
  if (!needsOwnAddon() || existsSync(addonFile())) return;
  if (!onPath('cc') || !onPath('c++'))
    throw new SetupProblem(
      'Thiếu trình biên dịch C++. Cài gói build-essential (hoặc g++) rồi chạy lại.',
      'A C++ compiler is missing. Install build-essential (or g++), then run again.',
    );
  say(
    'Biên dịch SQLite mã hóa cho bản Electron này (khoảng một phút, một lần)...',
    'Compiling the encrypted SQLite for this Electron (about a minute, once)...',
  );
  await mkdir(join(userCache, 'sqlite'), { recursive: true });
  const work = await mkdtemp(join(userCache, 'sqlite', 'new-'));
  try {
    await Promise.all([
      compile('cc', [
        '-std=c99',
        '-w',
        '-O2',
        ...sqliteDefines(),
        '-I',
        join(source, 'deps/sqlite3'),
        join(source, 'deps/sqlite3/sqlite3.c'),
        '-o',
        join(work, 'sqlite3.o'),
      ]),
      compile('c++', [...bindingFlags, join(source, 'src/better_sqlite3.cpp'), '-o', join(work, 'binding.o')]),
    ]);
    await checked('c++', [
      '-shared',
      '-s',
      '-Wl,-Bsymbolic',
      '-Wl,--exclude-libs,ALL',
      join(work, 'binding.o'),
      join(work, 'sqlite3.o'),
      '-o',
      join(work, 'addon.node'),
      '-ldl',
      '-lpthread',
    ]);
    await rename(join(work, 'addon.node'), addonFile());
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};

/** The options that the package itself compiles SQLite with. */
const sqliteDefines = () => {
  const text = readFileSync(join(source, 'deps/defines.gypi'), 'utf8');
  return [...text.matchAll(/^\s*'([A-Z]\w*(?:=[^']*)?)',?$/gm)].map(([, define]) => `-D${define}`);
};

// As in the package's binding.gyp, save for the version: the code relies on what N-API 10 lets finalizers do, which an older
// runtime only gives to modules that declare themselves experimental; the opt-out says that finalizers call into JavaScript.
const bindingFlags = [
  '-std=c++20',
  '-O3',
  '-fvisibility=hidden',
  '-fvisibility-inlines-hidden',
  '-fno-exceptions',
  '-fno-rtti',
  '-DNAPI_VERSION=2147483647',
  '-include',
  inRoot('scripts', 'setup', 'addon-source', 'experimental.h'),
  '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS',
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  '-DBUILDING_NODE_EXTENSION',
  '-DNODE_GYP_MODULE_NAME=better_sqlite3',
  ...['better-sqlite3/deps/sqlite3', 'node-addon-api', 'node-api-headers/include'].flatMap((dir) => [
    '-I',
    inRoot('node_modules', ...dir.split('/')),
  ]),
];

/**
 * @param {string} compiler
 * @param {string[]} args
 */
const compile = (compiler, args) => checked(compiler, ['-c', '-fPIC', '-DNDEBUG', ...args]);

/**
 * @param {string} program
 * @param {string[]} args
 */
const checked = async (program, args) => {
  const { code, output } = await run(program, args, { quiet: true });
  if (code !== 0)
    throw new SetupProblem(
      `Không biên dịch được SQLite. Thông báo cuối của ${program}: ${output.slice(-600)}`,
      `SQLite could not be compiled. The end of what ${program} said is above.`,
    );
};
