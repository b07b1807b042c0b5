import type { EventBus, ServiceEvent } from '../events';

/** Events of one book. `hold` is asked for each event: true when it keeps the event for after the commit. */
export function createEventBus(hold: (deliver: () => void) => boolean): EventBus {
  const listeners = new Set<(event: ServiceEvent) => void>();
  const deliver = (event: ServiceEvent): void => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        // A window that went away must not undo or hide what was saved.
        console.error('a listener of service events failed', error);
      }
    }
  };
  return {
    emit: (event) => {
      if (!hold(() => deliver(event))) deliver(event);
    },
    on: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
