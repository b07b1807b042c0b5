/** Keeps one data service running: starts it, starts it again when it dies, closes it when the application quits. */
import { join } from 'node:path';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { ServiceState, WindowPortKind } from '#shared/contract/shell-api';
import { type PowerState, type ServiceToShell, type ShellToService, shutdownMilliseconds } from '#shared/contract/service-link';
import { askOsStore } from './os-store';
import { createRecognizerHosts } from './recognizer-hosts';

export interface ServiceHost {
  /** Hands a port to the service; false when none is running. */
  connect(kind: WindowPortKind, port: MessagePortMain): boolean;
  state(): ServiceState;
  onState(listener: (state: ServiceState) => void): void;
  /** Kept, and told to every service that is started. */
  power(state: PowerState): void;
  /** The machine sleeps or was locked. */
  lock(): void;
  /** Lets the service close its store. Resolves when it is gone; after shutdownMilliseconds it is ended by force. */
  stop(): Promise<void>;
}

export interface ServiceHostOptions {
  /** Folder of the built service.js and recognizer.js. */
  folder: string;
  env: Record<string, string>;
  /** Gets the port for page images of each new service. */
  onImagePort(port: MessagePortMain): void;
}

/** Waiting times between deaths, in milliseconds; a service that dies at once must not occupy the machine. */
const firstDelay = 250;
const longestDelay = 10_000;

export const startServiceHost = ({ folder, env, onImagePort }: ServiceHostOptions): ServiceHost => {
  const listeners: ((state: ServiceState) => void)[] = [];
  let child: UtilityProcess | undefined;
  let state: ServiceState = 'down';
  let stopping = false;
  let delay = firstDelay;
  let power: PowerState | undefined;

  const tell = (message: ShellToService, ports: MessagePortMain[] = []) => child?.postMessage(message, ports);
  const become = (next: ServiceState) => {
    state = next;
    for (const listener of listeners) listener(next);
  };

  const recognizers = createRecognizerHosts(join(folder, 'recognizer.js'), env, {
    onPort: (id, port) => tell({ kind: 'recognizer', id }, [port]),
    onExit: (id, code) => tell({ kind: 'recognizer-exit', id, code }),
  });

  const spawn = () => {
    const started = Date.now();
    const own = utilityProcess.fork(join(folder, 'service.js'), [], { serviceName: 'kiem-tra-so service', stdio: 'inherit', env });
    child = own;
    own.on('message', (message: ServiceToShell) => {
      if (message.kind === 'recognizer-start') recognizers.start(message.id);
      else if (message.kind === 'recognizer-stop') recognizers.stop(message.id);
      else if (message.kind === 'os-store') tell({ kind: 'os-store', id: message.id, ...askOsStore(message.act, message.text) });
    });
    own.once('exit', () => {
      child = undefined;
      recognizers.stopAll();
      if (stopping) return;
      become('down');
      delay = Date.now() - started > 60_000 ? firstDelay : Math.min(delay * 2, longestDelay);
      setTimeout(spawn, delay);
    });
    // Messages that are posted before the process runs are kept for it.
    const { port1, port2 } = new MessageChannelMain();
    tell({ kind: 'image' }, [port1]);
    onImagePort(port2);
    if (power) tell({ kind: 'power', ...power });
    become('up');
  };
  spawn();

  return {
    connect: (kind, port) => {
      tell({ kind }, [port]);
      return child !== undefined;
    },
    state: () => state,
    onState: (listener) => listeners.push(listener),
    power: (next) => {
      power = next;
      tell({ kind: 'power', ...next });
    },
    lock: () => tell({ kind: 'lock' }),
    stop: async () => {
      stopping = true;
      const last = child;
      if (last === undefined) return;
      await new Promise<void>((gone) => {
        const late = setTimeout(() => last.kill(), shutdownMilliseconds);
        last.once('exit', () => {
          clearTimeout(late);
          gone();
        });
        tell({ kind: 'shutdown' });
      });
    },
  };
};
