/**
 * What this process may connect to: the hub that the open book is enrolled with, or is being enrolled with, scanners of the office at the
 * addresses that people gave or asked the office's network for, and nothing else. Every
 * socket of Node, TLS included, passes `net.Socket.prototype.connect`; datagrams pass `dgram`. A standalone book permits nothing, so the
 * process opens no socket at all.
 */
import dgram from 'node:dgram';
import net from 'node:net';
import { AppError } from '#shared/errors/app-error';

const permitted = new Map<string, number>();
let closed = false;

const keyOf = (host: string, port: number): string => `${host.toLowerCase().replace(/^\[|\]$/g, '')}:${port}`;

/** Lets connections to the hub at this address through until the returned function is called. */
export function permitHub(address: string): () => void {
  const { hostname, port, protocol } = new URL(address);
  const key = keyOf(hostname, port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port));
  permitted.set(key, (permitted.get(key) ?? 0) + 1);
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    const left = (permitted.get(key) ?? 1) - 1;
    if (left > 0) permitted.set(key, left);
    else permitted.delete(key);
  };
}

const asking = new Set<string>();

/** Lets questions to this address and port go out as datagrams until the returned function is called. */
export function permitQuestions(address: string, port: number): () => void {
  const key = keyOf(address, port);
  asking.add(key);
  return () => void asking.delete(key);
}

/** From now on, and for the life of this process, nothing but permitted hubs can be connected to. */
export function closeNetwork(): void {
  if (closed) return;
  closed = true;
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function guarded(this: net.Socket, ...given: unknown[]): net.Socket {
    const target = targetOf(given);
    if (target === undefined || !permitted.has(target)) {
      // As a connection fails: whoever asked gets the error in the usual way.
      process.nextTick(() => this.destroy(new AppError('sync.unreachable')));
      return this;
    }
    return Reflect.apply(connect, this, given) as net.Socket;
  } as typeof connect;
  const refuse = (): never => {
    throw new AppError('sync.unreachable');
  };
  const { bind, send } = dgram.Socket.prototype;
  const datagrams = { bind, send } as unknown as Record<'bind' | 'send', (...given: unknown[]) => unknown>;
  const guarded = (name: 'bind' | 'send', isPermitted: (given: readonly unknown[]) => boolean) =>
    Object.defineProperty(dgram.Socket.prototype, name, {
      value(this: dgram.Socket, ...given: unknown[]) {
        return isPermitted(given) ? Reflect.apply(datagrams[name], this, given) : refuse();
      },
    });
  // Answers come to the port that asked, which the system chooses; a port of its own choice a datagram socket never gets.
  guarded('bind', ([port]) => asking.size > 0 && port === 0);
  guarded('send', ([, port, address]) => typeof address === 'string' && asking.has(keyOf(address, Number(port))));
  Object.defineProperty(dgram.Socket.prototype, 'connect', { value: refuse });
  // Nothing of this process listens either.
  Object.defineProperty(net.Server.prototype, 'listen', { value: refuse });
}

/** `host:port` of what is connected to; undefined for pipes and for anything else. */
function targetOf(given: readonly unknown[]): string | undefined {
  // Node hands over its normalised arguments as one array.
  const [first, second] = Array.isArray(given[0]) ? (given[0] as unknown[]) : given;
  if (typeof first === 'object' && first !== null) {
    const { host, hostname, port, path } = first as { host?: unknown; hostname?: unknown; port?: unknown; path?: unknown };
    if (typeof path === 'string' && port === undefined) return undefined;
    const name = typeof host === 'string' ? host : typeof hostname === 'string' ? hostname : 'localhost';
    return keyOf(name, Number(port));
  }
  if (typeof first === 'number') return keyOf(typeof second === 'string' ? second : 'localhost', first);
  return undefined;
}
