/**
 * The wire to the service: a MessagePort handed over by the shell when this is a utilityProcess of Electron, or Node's own channel when
 * it was forked (serialization 'advanced'). Electron's objects are described here by the few members that are used, so that nothing of Electron is imported.
 */
export type Link = {
  post(message: unknown): void;
  onMessage(handler: (message: unknown) => void): void;
};

type PortMessage = { readonly data: unknown; readonly ports: readonly ElectronPort[] };
type ElectronPort = {
  postMessage(message: unknown): void;
  on(event: 'message', handler: (message: PortMessage) => void): void;
  on(event: 'close', handler: () => void): void;
  start(): void;
};
type ElectronParent = { on(event: 'message', handler: (message: PortMessage) => void): void };

/** Calls back once for each service that connects. The process ends when its service goes away. */
export const acceptLinks = (accept: (link: Link) => void): void => {
  const parent = (process as { parentPort?: ElectronParent }).parentPort;
  if (parent) {
    parent.on('message', ({ data, ports }) => {
      const [port] = ports;
      if (port && isConnect(data)) accept(portLink(port));
    });
    return;
  }
  const send = process.send?.bind(process);
  if (!send) throw new Error('The recognizer is started by the service: fork it with a channel');
  process.on('disconnect', () => process.exit(0));
  accept({
    // What fails because the service is gone needs no word: the channel's end ends the process.
    post: (message) => void send(message, undefined, undefined, () => undefined),
    onMessage: (handler) => void process.on('message', handler),
  });
};

const isConnect = (data: unknown): boolean => typeof data === 'object' && data !== null && (data as { kind?: unknown }).kind === 'connect';

const portLink = (port: ElectronPort): Link => ({
  post: (message) => port.postMessage(message),
  onMessage: (handler) => {
    port.on('message', ({ data }) => handler(data));
    port.start();
  },
});
