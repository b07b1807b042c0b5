/** Builds a script of the tests with everything that it imports, so that plain Node can run it as a process of its own. */
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

export async function buildChild(name: string, source: string): Promise<string> {
  const outDir = join(root, 'out', 'test', name);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(root, source),
      outDir,
      emptyOutDir: true,
      target: 'node20.18',
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  return join(outDir, 'child.mjs');
}
