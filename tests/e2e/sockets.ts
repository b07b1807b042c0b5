/** What the processes of the application are connected to, as the kernel tells it (Linux). */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { ElectronApplication } from '@playwright/test';
import { processesBelow } from '../bench/start/memory';

/**
 * Ports of the other ends of every TCP and UDP socket of the application's processes, 0 for one that is connected to nothing; undefined where
 * the system does not tell. Without the first process, to which the tests themselves are connected.
 */
export function socketsOf(app: ElectronApplication): number[] | undefined {
  if (process.platform !== 'linux') return undefined;
  const remotes = new Map(['tcp', 'tcp6', 'udp', 'udp6'].flatMap(inetSockets));
  const [, ...children] = processesBelow(app.process().pid ?? 0);
  return children.flatMap((pid) =>
    linksOf(`/proc/${pid}/fd`).flatMap((link) => {
      const remote = remotes.get(/^socket:\[(\d+)\]$/.exec(link)?.[1] ?? '');
      return remote === undefined ? [] : [remote];
    }),
  );
}

/** Inode of each socket, and the port of its other end. */
function inetSockets(table: string): [string, number][] {
  const [, ...lines] = readFileSync(`/proc/net/${table}`, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [, , remote = '', , , , , , , inode = ''] = line.trim().split(/\s+/);
    return [inode, Number.parseInt(remote.split(':')[1] ?? '0', 16)];
  });
}

function linksOf(dir: string): string[] {
  try {
    return readdirSync(dir).flatMap((name) => {
      try {
        return [readlinkSync(`${dir}/${name}`)];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}
