import { hostname, networkInterfaces } from 'node:os';

/** Names and addresses that the hub's certificate is good for: those of the configuration, those of this machine, and loopback. */
export function serverNames(configured: readonly string[], host: string): string[] {
  const everywhere = host === '0.0.0.0' || host === '::';
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((address) => !address.address.includes('%') && !address.address.startsWith('fe80:'))
    .map((address) => address.address);
  return [...new Set([...configured, hostname().toLowerCase(), 'localhost', '127.0.0.1', '::1', ...(everywhere ? addresses : [host])])];
}
