/** Starts the real recognizer, built from its source, as the service does under plain Node. */
import path from 'node:path';
import { build } from 'vite';
import { RecognizerClient } from '../../src-main/service/archive/recognizer-client';
import type { RecognizerLink } from '../../src-main/service/transport/recognizer-link';
import { forkRecognizer } from '../../src-main/service/transport/recognizer-fork';

const root = path.resolve(import.meta.dirname, '../..');

/** Builds once for each test file; returns the entry to fork. */
export const buildRecognizer = async (name: string): Promise<string> => {
  const outDir = path.join(root, 'out', 'test', name);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.join(root, 'src-main/recognizer/index.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20.18',
      rolldownOptions: { output: { entryFileNames: 'recognizer.mjs' } },
    },
  });
  return path.join(outDir, 'recognizer.mjs');
};

export const startRecognizer = async (
  entry: string,
  options?: { deadlineMs?: number },
): Promise<{ client: RecognizerClient; link: RecognizerLink }> => {
  const link = await forkRecognizer(entry)();
  return { client: new RecognizerClient(link, options), link };
};
