/** Starts the real recognizer, built from its source, as the service does under plain Node. */
import path from 'node:path';
import { build } from 'vite';
import { RecognizerClient, type RecognizerLink } from '../../src-main/service/archive/recognizer-client';
import { forkRecognizer } from '../../src-main/service/archive/recognizer-link';

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

export const startRecognizer = (entry: string, options?: { deadlineMs?: number }): { client: RecognizerClient; link: RecognizerLink } => {
  const link = forkRecognizer(entry);
  return { client: new RecognizerClient(link, options), link };
};
