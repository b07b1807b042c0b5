/**
 * The line between workstations and hub. What is asked waits here until the schedule says what becomes of it: it arrives, it
 * is lost, its answer is lost, it arrives twice or after its sender gave up. `HubClient` of the production line is the seam.
 */
import type { HubClient, HubReply, HubRequest } from '#service/sync/hub-client';
import { AppError } from '#shared/errors/app-error';
import type { Trace } from '../environment/trace';
import type { SimHub } from './sim-hub';

/** Who asks. */
export interface Caller {
  readonly name: string;
  readonly committee: string;
  readonly device: string;
  /** Version that it speaks. */
  readonly protocol: number;
  /** Ends when the process does: an answer reaches nobody then. */
  alive(): boolean;
  /** Runs what follows from an answer on the caller's machine. */
  resume(work: () => void): void;
}

interface Message {
  readonly id: number;
  readonly from: Caller;
  readonly request: HubRequest;
  /** Absent while the request is on its way; then the answer is. */
  reply?: HubReply | undefined;
  /** Whether the sender still waits. */
  awaited: boolean;
  readonly resolve: (reply: HubReply) => void;
  readonly reject: (error: AppError) => void;
}

/**
 * arrive: goes one way further. lose: never arrives, and the sender learns so. late: the sender gives up, and it arrives
 * some time later. twice: it arrives, and once more later.
 */
export type Fate = 'arrive' | 'lose' | 'late' | 'twice';

export interface Network {
  clientFor(caller: Caller): HubClient;
  /** How many messages are under way. */
  size(): number;
  /** What is under way, in the order of sending. */
  under(): readonly { readonly from: string; readonly path: string; readonly answered: boolean }[];
  /** Lets something become of the message at this place among those under way. */
  happen(place: number, fate: Fate): Promise<void>;
  /** The line is cut: everybody who waits learns so; half of what is under way arrives some time all the same. */
  cut(keeps: (place: number) => boolean): void;
}

export function createNetwork(hub: SimHub, trace: Trace, settled: () => Promise<void>): Network {
  const messages: Message[] = [];
  let made = 0;

  const fail = (message: Message): void => {
    if (!message.awaited) return;
    message.awaited = false;
    if (message.from.alive()) message.from.resume(() => message.reject(new AppError('sync.unreachable')));
  };

  async function arrive(message: Message): Promise<void> {
    const { from, request, reply } = message;
    if (!reply) {
      const answer = await hub.handle(from, request);
      trace.say(`${from.name} #${message.id} ${request.method} ${request.path} -> ${answer ? answer.status : 'no answer'}`);
      if (!answer) fail(message);
      else if (message.awaited) {
        message.reply = answer;
        messages.push(message);
      }
    } else if (message.awaited && from.alive()) {
      message.awaited = false;
      trace.say(`${from.name} #${message.id} answered`);
      from.resume(() => message.resolve(reply));
    }
    await settled();
  }

  return {
    clientFor: (from) => ({
      send: (request) =>
        new Promise<HubReply>((resolve, reject) => {
          messages.push({ id: ++made, from, request, awaited: true, resolve, reject });
        }),
    }),
    size: () => messages.length,
    under: () => messages.map(({ from, request, reply }) => ({ from: from.name, path: request.path, answered: reply !== undefined })),
    async happen(place, fate) {
      const [message] = messages.splice(place, 1);
      if (!message) return;
      if (fate === 'lose') {
        trace.say(`#${message.id} lost`);
        fail(message);
        return settled();
      }
      if (fate !== 'arrive' && !message.reply) messages.push({ ...message, awaited: false });
      if (fate === 'late') {
        trace.say(`#${message.id} late`);
        fail(message);
        return settled();
      }
      await arrive(message);
    },
    cut(keeps) {
      const under = messages.splice(0);
      under.forEach((message, place) => {
        if (!message.reply && keeps(place)) messages.push({ ...message, awaited: false });
        fail(message);
      });
    },
  };
}
