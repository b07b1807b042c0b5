/** Recognizers that run for the service: started and stopped at its word, ended with it. */
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { ShellToRecognizer } from '#shared/contract/service-link';

export interface RecognizerHosts {
  start(id: number): void;
  stop(id: number): void;
  stopAll(): void;
}

export interface RecognizerEvents {
  /** The service's end of the port between the two. */
  onPort(id: number, port: MessagePortMain): void;
  onExit(id: number, code: number | null): void;
}

/** On Linux Electron brings the system's GLib along, and sharp's own complains about it once for each image; readings are not touched. */
const stdio = process.platform === 'linux' ? 'ignore' : 'inherit';

export const createRecognizerHosts = (entry: string, env: Record<string, string>, events: RecognizerEvents): RecognizerHosts => {
  const running = new Map<number, UtilityProcess>();
  return {
    start: (id) => {
      if (running.has(id)) return;
      const child = utilityProcess.fork(entry, [], { serviceName: 'kiem-tra-so recognizer', stdio, env });
      running.set(id, child);
      child.once('exit', (code) => {
        running.delete(id);
        events.onExit(id, code);
      });
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage({ kind: 'connect' } satisfies ShellToRecognizer, [port1]);
      events.onPort(id, port2);
    },
    stop: (id) => {
      running.get(id)?.kill();
    },
    stopAll: () => {
      for (const child of running.values()) child.kill();
    },
  };
};
