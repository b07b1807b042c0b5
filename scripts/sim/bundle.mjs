/**
 * Compiles the simulation with the production modules that it drives into one file for Node. On the way
 * - `node:crypto` gets the functions of tests/sim/environment/crypto.ts, so that randomness comes from the seed;
 * - sticks are not encrypted (tests/sim/environment/age-pipe.ts);
 * - changes to production sources are made here and not there: what the simulation must reset between two runs, and mutants,
 *   each of which takes one rule of the protocol out. A change names exact text; where that no longer stands, the build fails.
 */
import crypto, { createHash } from 'node:crypto';
import { builtinModules } from 'node:module';
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { build } from 'vite';
import { inRoot } from '../setup/paths.mjs';

/** @typedef {{ file: string, from: string, to: string }} Change `from` stands exactly once in `file` */

const shim = inRoot('tests/sim/environment/crypto.ts');
const replaced = [
  'randomBytes',
  'randomFillSync',
  'randomUUID',
  'randomInt',
  'generateKeyPairSync',
  'createPrivateKey',
  'createPublicKey',
  'sign',
  'verify',
];
const crypted = '\0kts-crypto';

/** @returns {import('vite').Plugin} */
const seededCrypto = () => ({
  name: 'seeded-crypto',
  enforce: 'pre',
  resolveId: (source, importer) => {
    if (source !== 'node:crypto' && source !== 'crypto') return undefined;
    return importer === crypted || importer === shim ? { id: 'node:crypto', external: true } : crypted;
  },
  load: (id) => {
    if (id !== crypted) return undefined;
    const others = Object.keys(crypto).filter((name) => /^[a-zA-Z]\w*$/.test(name) && !replaced.includes(name) && name !== 'default');
    return [
      "import * as real from 'node:crypto';",
      `export { ${replaced.join(', ')} } from ${JSON.stringify(shim)};`,
      `export const { ${others.join(', ')} } = real;`,
      'export default real;',
    ].join('\n');
  },
});

/**
 * @param {readonly Change[]} changes
 * @returns {import('vite').Plugin}
 */
const changed = (changes) => {
  const open = new Set(changes);
  return {
    name: 'changes',
    enforce: 'pre',
    transform: (code, id) => {
      const file = relative(inRoot(), id.split('?')[0] ?? '').replaceAll('\\', '/');
      let text = code;
      for (const change of changes.filter((one) => one.file === file)) {
        if (text.split(change.from).length !== 2) throw new Error(`${file} no longer holds exactly once: ${change.from}`);
        text = text.replace(change.from, () => change.to);
        open.delete(change);
      }
      return text === code ? undefined : { code: text, map: null };
    },
    buildEnd: (error) => {
      if (!error && open.size > 0) throw new Error(`not part of the simulation: ${[...open].map((change) => change.file).join(', ')}`);
    },
  };
};

const clearPipe = inRoot('tests/sim/environment/age-pipe.ts');

/** @returns {import('vite').Plugin} */
const clearSticks = () => ({
  name: 'clear-sticks',
  enforce: 'pre',
  resolveId: (source) => (source === '#shared/node/age-pipe' || source.endsWith('/age-identity') ? clearPipe : undefined),
});

/** What production keeps in memory beyond one run, sizes that a run of forty changes would never reach, and something to refuse. @type {Change[]} */
const always = [
  {
    file: 'src-hub/log/core/refusal.ts',
    from: '  if (!isHub && hubTypes.has(op.type)) return',
    to: "  if (op.fields['state'] === 'BO' || (!isHub && hubTypes.has(op.type))) return",
  },
  // Search has no part in it.
  {
    file: 'src-main/service/store/create-record-store.ts',
    from: 'const index = createIndexWriter(db, unit);',
    to: 'const index = { put: () => undefined, remove: () => undefined };',
  },
  // Its tables are made anew for each batch and take longer than the rest of it: bytes go through as they are. gzip is real.
  {
    file: 'src-shared/node/zstd.ts',
    from: 'const { zstdCompressSync: pack, zstdDecompressSync: unpack } = native;',
    to: 'const [pack, unpack] = [native && ((bytes, _level) => Buffer.from(bytes)), (bytes, { maxOutputLength }) => { if (bytes.length > maxOutputLength) throw new RangeError(); return Buffer.from(bytes); }];',
  },
  { file: 'src-shared/sync/limits.ts', from: '  opsPerBatch: 500,', to: '  opsPerBatch: 4,' },
  { file: 'src-shared/sync/limits.ts', from: '  snapshotFrom: 200,', to: '  snapshotFrom: 8,' },
  { file: 'src-shared/sync/limits.ts', from: '  snapshotPartBytes: 2 * 1024 * 1024,', to: '  snapshotPartBytes: 300,' },
  { file: 'src-shared/sync/limits.ts', from: '  pageBytes: 1024 * 1024,', to: '  pageBytes: 5000,' },
  {
    file: 'src-main/service/store/uuid7.ts',
    from: 'let counter = 0;\n',
    to: 'let counter = 0;\nexport const forgetIds = (): void => { digits = ``; used = 0; lastMs = 0; counter = 0; };\n',
  },
];

/**
 * @param {string} entry source below the root
 * @param {readonly Change[]} [changes]
 * @returns {Promise<string>} the bundle's file
 */
export async function bundleSimulation(entry, changes = []) {
  const name = changes.length === 0 ? 'sim' : `sim-${createHash('sha256').update(JSON.stringify(changes)).digest('hex').slice(0, 12)}`;
  const outDir = inRoot('.cache', 'sim');
  await build({
    configFile: false,
    mode: 'production',
    logLevel: 'error',
    plugins: [changed([...always, ...changes]), seededCrypto(), clearSticks()],
    build: {
      outDir,
      emptyOutDir: false,
      target: 'node24',
      ssr: true,
      sourcemap: changes.length === 0,
      minify: false,
      rolldownOptions: {
        input: { [name]: inRoot(entry) },
        external: ['better-sqlite3', 'pg', 'sharp', '@node-rs/argon2', ...builtinModules.filter((m) => m !== 'crypto'), /^node:(?!crypto)/],
        output: { format: 'es', entryFileNames: '[name].mjs', codeSplitting: false },
      },
    },
    ssr: { noExternal: true, external: ['better-sqlite3', 'pg', 'sharp', '@node-rs/argon2'] },
  });
  const file = `${outDir}/${name}.mjs`;
  if (!existsSync(file)) throw new Error('the simulation was not built');
  return file;
}
