import { createHash } from 'node:crypto';

/** What happened in a run, as a hash that two runs of one seed must share, and as text where somebody wants to read it. */
export interface Trace {
  say(line: string): void;
  lines(): readonly string[];
  hash(): string;
}

export function createTrace(keep: boolean): Trace {
  const hash = createHash('sha256');
  const kept: string[] = [];
  return {
    say: (line) => {
      hash.update(`${line}\n`);
      if (keep) kept.push(line);
    },
    lines: () => kept,
    hash: () => hash.copy().digest('hex'),
  };
}
