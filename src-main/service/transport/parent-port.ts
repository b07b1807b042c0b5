/**
 * The service's link to the shell that started it as an Electron utilityProcess: windows' ports come in, recognizers are asked
 * for. Imports no electron; under plain Node there is no such link and `connectToShell` returns null.
 */
import type { OsStoreProblem, PowerState, ServiceToShell, ShellToService } from '#shared/contract/service-link';
import { AppError } from '#shared/errors/app-error';
import type { OsStore } from '../vault/os-store';
import type { RecognizerLink, StartRecognizer } from './recognizer-link';

/** One end of a message channel, as Electron gives it to a utilityProcess. Messages wait until `start`. */
export interface ServicePort {
  postMessage(message: unknown, transfer?: ServicePort[]): void;
  on(event: 'message', listener: (event: { data: unknown; ports: ServicePort[] }) => void): this;
  on(event: 'close', listener: () => void): this;
  off(event: 'message', listener: (event: { data: unknown; ports: ServicePort[] }) => void): this;
  start(): void;
  close(): void;
}

export interface ShellLink {
  /** A window asks for the typed contract. */
  onRpcPort(listener: (port: ServicePort) => void): void;
  /** The shell asks for page images, see image-channel. */
  onImagePort(listener: (port: ServicePort) => void): void;
  /** The machine goes to sleep or was locked: close the book. */
  onLock(listener: () => void): void;
  /** The application quits: close the store, then exit. */
  onShutdown(listener: () => void): void;
  onPower(listener: (state: PowerState) => void): void;
  startRecognizer: StartRecognizer;
  readonly osStore: OsStore;
}

interface ParentPort {
  postMessage(message: ServiceToShell): void;
  on(event: 'message', listener: (event: { data: ShellToService; ports: ServicePort[] }) => void): void;
}

/** @returns null where no shell started this process. Register all listeners before the next turn of the event loop. */
export const connectToShell = (): ShellLink | null => {
  const parent = (process as { parentPort?: ParentPort }).parentPort;
  return parent === undefined ? null : linkTo(parent);
};

const linkTo = (parent: ParentPort): ShellLink => {
  const listeners = { rpc: ignore, image: ignore } as Record<'rpc' | 'image', (port: ServicePort) => void>;
  const recognizers = new Map<number, Recognizer>();
  let onShutdown = () => {};
  let onPower = (_state: PowerState) => {};
  let onLock = () => {};
  let nextId = 1;
  const asked = new Map<number, (answer: { text?: string; problem?: OsStoreProblem }) => void>();
  const askOsStore = (act: 'seal' | 'open', text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const id = nextId++;
      asked.set(id, ({ text: given, problem }) => {
        if (given === undefined) reject(new AppError(problem === 'none' ? 'vault.noOsStore' : 'vault.osStoreFailed'));
        else resolve(given);
      });
      parent.postMessage({ kind: 'os-store', id, act, text });
    });

  parent.on('message', ({ data, ports: [port] }) => {
    switch (data.kind) {
      case 'rpc':
      case 'image':
        if (port !== undefined) listeners[data.kind](port);
        break;
      case 'recognizer':
        if (port !== undefined) recognizers.get(data.id)?.arrived(port);
        break;
      case 'recognizer-exit':
        recognizers.get(data.id)?.exited(data.code);
        recognizers.delete(data.id);
        break;
      case 'os-store':
        asked.get(data.id)?.(data);
        asked.delete(data.id);
        break;
      case 'lock':
        onLock();
        break;
      case 'shutdown':
        onShutdown();
        break;
      case 'power':
        onPower({ onBattery: data.onBattery, level: data.level });
        break;
    }
  });

  return {
    onRpcPort: (listener) => {
      listeners.rpc = listener;
    },
    onImagePort: (listener) => {
      listeners.image = listener;
    },
    onLock: (listener) => {
      onLock = listener;
    },
    onShutdown: (listener) => {
      onShutdown = listener;
    },
    onPower: (listener) => {
      onPower = listener;
    },
    osStore: { seal: (secret) => askOsStore('seal', secret), open: (sealed) => askOsStore('open', sealed) },
    startRecognizer: () =>
      new Promise((started, failed) => {
        const id = nextId++;
        const kill = () => parent.postMessage({ kind: 'recognizer-stop', id });
        recognizers.set(id, recognizer(kill, started, failed));
        parent.postMessage({ kind: 'recognizer-start', id });
      }),
  };
};

const ignore = (port: ServicePort): void => port.close();

interface Recognizer {
  arrived(port: ServicePort): void;
  exited(code: number | null): void;
}

const recognizer = (kill: () => void, started: (link: RecognizerLink) => void, failed: (error: Error) => void): Recognizer => {
  const onExit: ((code: number | null) => void)[] = [];
  let ended: { code: number | null } | undefined;
  return {
    arrived: (port) => {
      started({
        post: (message) => port.postMessage(message),
        onMessage: (listener) => {
          port.on('message', ({ data }) => listener(data));
          port.start();
        },
        onExit: (listener) => {
          if (ended) listener(ended.code);
          else onExit.push(listener);
        },
        kill,
      });
    },
    exited: (code) => {
      ended = { code };
      failed(new Error(`the recognizer ended with code ${code} before it was connected`));
      for (const listener of onExit) listener(code);
    },
  };
};
