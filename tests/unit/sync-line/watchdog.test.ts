import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Exchange, RawReply } from '#service/sync/connection';
import { createWatchdog, LineAway, LineReturned } from '#service/sync/watchdog';

/** An exchange whose answer never comes; bytes move when the test says so. */
function silent(reused = false) {
  let movedAt = Date.now();
  const reply = Promise.withResolvers<RawReply>();
  reply.promise.catch(() => undefined);
  const exchange: Exchange = {
    reply: reply.promise,
    size: 1000,
    movedAt: () => movedAt,
    reused: () => reused,
    rested: () => false,
    destroy: (reason) => reply.reject(reason),
  };
  return {
    exchange,
    move: () => (movedAt = Date.now()),
    ended: () =>
      exchange.reply.then(
        () => 'answered',
        (error: unknown) => error,
      ),
  };
}

describe('the watchdog', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('asks nothing while bytes move', async () => {
    const ping = vi.fn(async () => undefined);
    const dog = createWatchdog({ ping });
    const { exchange, move } = silent();
    dog.watch(exchange);
    for (let i = 0; i < 20; i++) {
      await vi.advanceTimersByTimeAsync(1000);
      move();
    }
    expect(ping).not.toHaveBeenCalled();
    dog.close();
  });

  test('asks nothing of a silent connection while the others bring answers', async () => {
    const ping = vi.fn(async () => undefined);
    const dog = createWatchdog({ ping });
    const reply = { status: 200, headers: {}, bytes: Buffer.alloc(0), certificate: undefined };
    dog.watch(silent().exchange);
    await vi.advanceTimersByTimeAsync(1000);
    for (let i = 0; i < 10; i++) {
      dog.watch({ ...silent().exchange, reply: Promise.resolve(reply) });
      await vi.advanceTimersByTimeAsync(2000);
    }
    expect(ping).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(3000);
    expect(ping).toHaveBeenCalled();
    dog.close();
  });

  test('leaves a connection alone while the hub lives, however long its answer takes', async () => {
    const dog = createWatchdog({ ping: async () => undefined });
    const { exchange, ended } = silent();
    dog.watch(exchange);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await Promise.race([ended(), Promise.resolve('waits')])).toBe('waits');
    dog.close();
  });

  test('ends what is silent within 2.5 s of the return of the line, and says when it went and came', async () => {
    let up = true;
    const line: boolean[] = [];
    const dog = createWatchdog({
      ping: async () => {
        if (!up) throw new Error('away');
      },
      onLine: (is) => line.push(is),
    });
    const { exchange, ended } = silent();
    dog.watch(exchange);
    up = false;
    await vi.advanceTimersByTimeAsync(8_000);
    expect(line).toEqual([false]);
    up = true;
    await vi.advanceTimersByTimeAsync(2_500);
    expect(await ended()).toBeInstanceOf(LineReturned);
    expect(line).toEqual([false, true]);
    dog.close();
  });

  test('asks anew after 20 s where the connection had been used before, though the hub lives: it may have died in a cut that nobody saw', async () => {
    const dog = createWatchdog({ ping: async () => undefined });
    const [used, fresh] = [silent(true), silent()];
    dog.watch(used.exchange);
    dog.watch(fresh.exchange);
    await vi.advanceTimersByTimeAsync(23_000);
    expect(await used.ended()).toBeInstanceOf(LineReturned);
    expect(await Promise.race([fresh.ended(), Promise.resolve('waits')])).toBe('waits');
    dog.close();
  });

  test('gives up on a line that stays away', async () => {
    const dog = createWatchdog({
      ping: async () => {
        throw new Error('away');
      },
    });
    const { exchange, ended } = silent();
    dog.watch(exchange);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await ended()).toBeInstanceOf(LineAway);
    dog.close();
  });
});
