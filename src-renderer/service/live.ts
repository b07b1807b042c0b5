/** Events of the service: they make cached answers old and tell those who listen. */
import type { ServiceEvent } from '#shared/contract/window/events';
import { client, onConnected } from './connection';
import { markStale, queries, staleAreas } from './queries';

type Listener = (event: ServiceEvent) => void;
const listeners = new Set<Listener>();

export const onServiceEvent = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

async function follow(): Promise<void> {
  try {
    for await (const event of await client.events.subscribe()) {
      markStale(staleAreas(event));
      for (const listener of listeners) listener(event);
    }
  } catch {
    // The service ended: the next port subscribes again.
  }
}

/** Once, at the start of the window. */
export const startLive = (): void => {
  onConnected(() => {
    void follow();
    void queries.invalidateQueries();
  });
};
