/** The port to the service: asked for from the shell, asked for anew when the service was started again. */
import { createORPCClient, type ClientLink, type ClientContext } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { shellApiName, type ServicePortMessage, type ShellApi } from '#shared/contract/shell-api';
import type { WindowContract } from '#shared/contract/window/index';

export type ServiceClient = ContractRouterClient<WindowContract>;

export const shell = (): ShellApi => (window as unknown as Record<typeof shellApiName, ShellApi>)[shellApiName];

type Link = ClientLink<ClientContext>;
let settle: (link: Link) => void = () => {};
let current = waitForLink();
const listeners = new Set<() => void>();

function waitForLink(): Promise<Link> {
  return new Promise((resolve) => {
    settle = resolve;
  });
}

window.addEventListener('message', (event: MessageEvent<Partial<ServicePortMessage> | null>) => {
  const [port] = event.ports;
  if (event.source !== window || event.data?.servicePort !== 'rpc' || !port) return;
  port.start();
  settle(new RPCLink({ port }));
  for (const listener of listeners) listener();
});

let up = false;
shell().onService((state) => {
  if (state === 'up' && !up) shell().connect('rpc');
  if (state === 'down' && up) current = waitForLink();
  up = state === 'up';
});

/** Called at each new port. What was cached or subscribed before belongs to a service that ended. */
export const onConnected = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Calls made while the service is starting wait for it. */
export const client: ServiceClient = createORPCClient({
  call: async (path, input, options) => (await current).call(path, input, options),
} satisfies Link);
