/**
 * A relay of TCP connections on the loopback that counts what passes and can take the line away: then nothing passes any more, and
 * neither side is told, as when a cable is pulled. What was under way is lost with its connections.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Relay {
  readonly port: number;
  /** Bytes of content, up: to the one that listens on `port`. */
  moved(): { readonly up: number; readonly down: number };
  cut(): void;
  restore(): void;
  close(): Promise<void>;
}

/** `bytesPerSecond`: of each way, shared by all connections; without it nothing is slowed down. */
export async function startRelay(to: number, bytesPerSecond?: { readonly up: number; readonly down: number }): Promise<Relay> {
  const pace = bytesPerSecond && { up: paceOf(bytesPerSecond.up), down: paceOf(bytesPerSecond.down) };
  let up = 0;
  let down = 0;
  let isCut = false;
  const open = new Set<Socket>();
  /** Connections from before a cut: they stay silent for ever. */
  const dead = new WeakSet<Socket>();
  const track = (socket: Socket): void => {
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
  };
  const server = createServer({ allowHalfOpen: false }, (near) => {
    track(near);
    if (isCut) {
      dead.add(near);
      near.on('data', () => undefined);
      return;
    }
    const far = connect(to, '127.0.0.1');
    track(far);
    pass(near, far, pace?.up, (bytes) => (up += bytes));
    pass(far, near, pace?.down, (bytes) => (down += bytes));
  });
  const pass = (from: Socket, into: Socket, pacing: Pace | undefined, count: (bytes: number) => void): void => {
    from.on('data', (chunk) => {
      if (dead.has(from)) return;
      count(chunk.length);
      const wait = pacing?.(chunk.length) ?? 0;
      const isFull = !into.write(chunk);
      if (!isFull && wait === 0) return;
      from.pause();
      const resume = (): void => void setTimeout(() => from.resume(), wait);
      if (isFull) into.once('drain', resume);
      else resume();
    });
    from.on('close', () => {
      if (!dead.has(from)) into.destroy();
    });
    from.on('end', () => {
      if (!dead.has(from)) into.end();
    });
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    moved: () => ({ up, down }),
    cut() {
      isCut = true;
      for (const socket of open) dead.add(socket);
    },
    restore() {
      isCut = false;
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

/** Tells how many ms to wait after so many bytes were passed on. */
type Pace = (bytes: number) => number;

function paceOf(bytesPerSecond: number): Pace {
  let free = 0;
  return (bytes) => {
    const now = performance.now();
    free = Math.max(free, now) + (bytes * 1000) / bytesPerSecond;
    return free - now;
  };
}
