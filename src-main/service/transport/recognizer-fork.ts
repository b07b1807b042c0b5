/** Starts the recognizer as a child of this process: for `kts` and tests, where there is no shell to ask. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { RecognizerLink, StartRecognizer } from './recognizer-link';

/** @param entry absolute path of the built recognizer (or of its source, with `execArgv` that lets Node run it) */
export const forkRecognizer =
  (entry: string, execArgv: string[] = []): StartRecognizer =>
  async () => {
    const child = fork(entry, [], {
      serialization: 'advanced',
      execArgv,
      env: harmlessEnvironment(),
      // Standard output belongs to the command that this process serves.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    // Rejects with the reason where the process cannot be started.
    await once(child, 'spawn');
    // A message to a process that has just ended is lost; its exit is reported instead.
    child.on('error', () => {});

    const early: unknown[] = [];
    let listener = (message: unknown): void => {
      early.push(message);
    };
    child.on('message', (message) => listener(message));
    return {
      post: (message) => {
        if (child.connected) child.send(message as object);
      },
      onMessage: (next) => {
        listener = next;
        for (const message of early.splice(0)) next(message);
      },
      onExit: (told) => {
        if (child.exitCode !== null || child.signalCode !== null) told(child.exitCode);
        else child.once('exit', (code) => told(code));
      },
      kill: () => {
        child.kill('SIGKILL');
      },
    } satisfies RecognizerLink;
  };

/** What a process needs to run and to find its language data. Nothing else passes: a passphrase may be in the environment. */
const passedOn = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'KTS_TESSDATA'];

const harmlessEnvironment = (): NodeJS.ProcessEnv => Object.fromEntries(passedOn.map((name) => [name, process.env[name]]));
