/**
 * The connections of the line between two rounds: to open them anew costs three journeys there and back, which on a weak line is longer
 * than what most saves have to send.
 */
import type { EnrolledHub } from './enrolled-hub';
import type { HttpClient } from './http-client';

export interface RestingClient {
  /** The one that rests, if it leads to this hub and will end with this signal. */
  take(hub: EnrolledHub, signal: AbortSignal): HttpClient | undefined;
  keep(client: HttpClient, hub: EnrolledHub, signal: AbortSignal): void;
  /** The line was seen to be away: connections from before it may be dead without telling. */
  drop(): void;
}

/** After a longer rest, of the machine as well, what lies between may have forgotten the connections without telling. */
const longestRestMs = 60_000;

export function createRestingClient(now: () => number = Date.now): RestingClient {
  let resting: { readonly client: HttpClient; readonly hub: EnrolledHub; readonly signal: AbortSignal; readonly since: number } | undefined;
  return {
    take(hub, signal) {
      const found = resting;
      resting = undefined;
      if (found && found.hub === hub && found.signal === signal && !signal.aborted && now() - found.since < longestRestMs)
        return found.client;
      found?.client.close();
      return undefined;
    },
    keep(client, hub, signal) {
      resting = { client, hub, signal, since: now() };
    },
    drop() {
      resting?.client.close();
      resting = undefined;
    },
  };
}
