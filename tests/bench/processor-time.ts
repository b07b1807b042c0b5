/** Processor time as Linux counts it: other work on the machine makes a program slower, but takes nothing from this figure. */
import { readFileSync } from 'node:fs';
import { processesBelow } from './start/memory';

/** Of this process, of those below it that live, and of those that ended and were waited for; in steps of 10. 0 elsewhere than on Linux. */
export const processorMilliseconds = (): number =>
  process.platform === 'linux' ? processesBelow(process.pid).reduce((sum, pid) => sum + ofProcess(pid), 0) : 0;

function ofProcess(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // utime, stime and the same of children, in hundredths of a second.
    return [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0) * 10;
  } catch {
    // It ended while the list was read.
    return 0;
  }
}
