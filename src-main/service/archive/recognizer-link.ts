/**
 * The recognizer as a forked Node process: for the service under plain Node (`kts`, tests). Under Electron the shell makes the link.
 *
 * On Linux a plain Node is the better home also under Electron, where there is one (`execPath`): Electron brings the system's GLib into its processes,
 * and sharp then takes functions of two GLibs. Readings are right, but about 0.2 MB of every image is never released and the library complains on
 * standard error. Windows and macOS are not concerned.
 */
import { fork } from 'node:child_process';
import type { RecognizerLink } from './recognizer-client';

/** `entry` is the built `recognizer/index.js`. Keys and passphrases of this process's environment are not handed on. */
export const forkRecognizer = (entry: string, options: { readonly execPath?: string; readonly tessdata?: string } = {}): RecognizerLink => {
  const child = fork(entry, [], {
    serialization: 'advanced',
    env: { ...harmlessEnvironment(), ...(options.tessdata !== undefined && { KTS_TESSDATA: options.tessdata }) },
    ...(options.execPath !== undefined && { execPath: options.execPath }),
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    // A write to a process that has just ended fails; `onExit` tells of it.
    post: (message) => void child.send(message, () => {}),
    onMessage: (handler) => void child.on('message', handler),
    onExit: (handler) => {
      child.once('exit', handler);
      child.once('error', handler);
    },
    kill: () => void child.kill('SIGKILL'),
  };
};

/** What a process needs to run and to find its language data; nothing else passes. */
const PASSED_ON = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'KTS_TESSDATA', 'ELECTRON_RUN_AS_NODE'];

const harmlessEnvironment = (): Record<string, string> =>
  Object.fromEntries(PASSED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
