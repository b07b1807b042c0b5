/** Memory of a program with all its processes, where Linux tells it: proportional set size, so that shared pages count once. And their processor time. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';

export interface ProcessMemory {
  /** main, zygote, gpu-process, renderer, or the name of a service. */
  readonly role: string;
  readonly megabytes: number;
}

/** @returns undefined where the system does not tell */
export function memoryOf(pid: number): ProcessMemory[] | undefined {
  return existsSync('/proc/self/smaps_rollup') ? processesBelow(pid).flatMap(oneOf) : undefined;
}

/** A process may end while it is looked at. */
function oneOf(pid: number): ProcessMemory[] {
  try {
    return [{ role: roleOf(pid), megabytes: pss(pid) }];
  } catch {
    return [];
  }
}

/** The process and all that it or its children started. */
export function processesBelow(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => parentOf(Number(name)));
  const found = [pid];
  for (const parent of found) found.push(...parents.filter((one) => one.parent === parent).map((one) => one.pid));
  return found;
}

/** Milliseconds that all processes of a program have been on a processor; NaN where the system does not tell. */
export const processorTimeOf = (pid: number): number =>
  existsSync('/proc/self/stat') ? processesBelow(pid).reduce((sum, id) => sum + ticksOf(id) * millisecondsOfTick, 0) : Number.NaN;

/** Of every Linux that Electron runs on. */
const millisecondsOfTick = 10;

function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}

/** Processes that ended since the folder was read have no parent. */
function parentOf(pid: number): { pid: number; parent: number }[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return [{ pid, parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }];
  } catch {
    return [];
  }
}

function pss(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 102.4) / 10;
}

function roleOf(pid: number): string {
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  return /--utility-sub-type=(\S+)/.exec(command)?.[1] ?? /--type=(\S+)/.exec(command)?.[1] ?? 'main';
}
