/**
 * `npm run bench -- pages [--part=flat|memory|open] [--pages=10000] [--pdf-pages=300] [--read-seconds=90] [--json FILE]`
 *
 * `flat`: so many small page images come into one file of the archive; processor time a page (service and recognizer) for each tenth of them.
 * `memory`: the real window takes in a long PDF of scans and an A3 sheet at 600 dpi, and reads; memory of all processes (proportional set
 * size, Linux), and the largest temporary space. Reading goes on for so many seconds after the PDF, and until the A3 sheet is read.
 * `open`: so many pages (24) come in and are opened in the real window, one after the other; alone only where it is asked for.
 */
import { rmSync } from 'node:fs';
import { createFlatImport } from './pages/flat';
import { measureMemory } from './pages/memory-of-import';
import { measureOpening } from './pages/opening';
import { type BenchResult, option, runAsProgram } from './bench-result';

export async function run(): Promise<BenchResult> {
  const part = process.argv.find((arg) => arg.startsWith('--part='))?.slice('--part='.length);
  const flat = part === 'memory' || part === 'open' ? undefined : await createFlatImport(option('pages', 10_000));
  const memory = part === 'flat' || part === 'open' ? undefined : await measureMemory(option('pdf-pages', 300), option('read-seconds', 90));
  const open = part === 'open' ? await measureOpening(option('open-pages', 24)) : undefined;
  for (const dir of [flat?.dir, memory?.dir, open?.dir]) if (dir !== undefined) rmSync(dir, { recursive: true, force: true });
  return {
    name: 'pages',
    ratios: { ...(flat && { lastToFirst: flat.lastToFirst }) },
    details: { ...(flat && { flat: flat.details }), ...(memory && { memory: memory.details }), ...(open && { open: open.details }) },
  };
}

await runAsProgram(import.meta.url, run);
