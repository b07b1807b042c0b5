/** Starts the real recognizer, built from its source, as the service does under plain Node. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import type { Reply, Request } from '../../src-shared/recognizer/messages';
import { RecognizerClient } from '../../src-main/service/archive/recognizer-client';
import type { RecognizerLink, StartRecognizer } from '../../src-main/service/transport/recognizer-link';
import { forkRecognizer } from '../../src-main/service/transport/recognizer-fork';
import { stateOfSources } from './state-of-sources';

const root = path.resolve(import.meta.dirname, '../..');

/** The entry to fork. Built once for each state of the sources, whoever asks first. */
export const buildRecognizer = async (): Promise<string> => {
  const builds = path.join(root, 'out', 'test', 'recognizer');
  const folder = path.join(builds, stateOfSources(['src-main/recognizer', 'src-shared']));
  const entry = path.join(folder, 'recognizer.mjs');
  if (existsSync(entry)) return entry;
  mkdirSync(builds, { recursive: true });
  const outDir = mkdtempSync(path.join(builds, 'part-'));
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
  try {
    renameSync(outDir, folder);
  } catch (error) {
    // Another test file was quicker.
    if (!existsSync(entry)) throw error;
    rmSync(outDir, { recursive: true, force: true });
  }
  return entry;
};

export const startRecognizer = async (
  entry: string,
  options?: { deadlineMs?: number },
): Promise<{ client: RecognizerClient; link: RecognizerLink }> => {
  const link = await forkRecognizer(entry)();
  return { client: new RecognizerClient(link, options), link };
};

export interface KeptRecognizer {
  /** A link of its own into the one process; what ends the link does not end the process. */
  readonly start: StartRecognizer;
  end(): Promise<void>;
}

/** One process for all archives of a test file: starting one, and its engine, takes longer than most tests. Begun when first asked for. */
export function keptRecognizer(): KeptRecognizer {
  let running: Promise<RecognizerLink> | undefined;
  let next = 1;
  const open = new Map<number, { readonly id: number; readonly answer: (reply: Reply) => void }>();
  const links = new Set<(code: number | null) => void>();
  const begin = async (): Promise<RecognizerLink> => {
    const link = await forkRecognizer(await buildRecognizer())();
    link.onMessage((message) => {
      const reply = message as Reply;
      const asked = open.get(reply.id);
      if (reply.kind !== 'progress') open.delete(reply.id);
      asked?.answer({ ...reply, id: asked.id });
    });
    link.onExit((code) => {
      running = undefined;
      open.clear();
      links.forEach((tell) => tell(code));
    });
    return link;
  };
  return {
    start: async () => {
      running ??= begin();
      const link = await running;
      const own = new Map<number, number>();
      let listener = (_message: unknown): void => {};
      let exit = (_code: number | null): void => {};
      const ended = (code: number | null): void => {
        if (!links.delete(ended)) return;
        for (const [id, inProcess] of own) {
          if (!open.delete(inProcess)) continue;
          link.post({ kind: 'cancel', id: next++, target: inProcess });
          own.delete(id);
        }
        exit(code);
      };
      links.add(ended);
      return {
        post: (message) => {
          const request = message as Request;
          if (!links.has(ended)) return;
          if (request.kind === 'shutdown') {
            queueMicrotask(() => {
              listener({ kind: 'result', id: request.id, result: { done: true } });
              ended(0);
            });
            return;
          }
          const id = next++;
          own.set(request.id, id);
          open.set(id, { id: request.id, answer: (reply) => listener(reply) });
          link.post({ ...request, id, ...(request.kind === 'cancel' && { target: own.get(request.target) ?? 0 }) });
        },
        onMessage: (told) => {
          listener = told;
        },
        onExit: (told) => {
          exit = told;
        },
        kill: () => ended(null),
      };
    },
    end: async () => (await running)?.kill(),
  };
}
