import type { KillReport } from './rounds';

/** What is wrong after the kills; empty when each op was applied exactly once and nothing was lost. */
export function faultsOf({ records, ops, workstation, hub, sameAtNewcomer }: KillReport): string[] {
  const faults: string[] = [];
  const expect = (what: string, is: unknown, wanted: unknown): void => {
    if (is !== wanted) faults.push(`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`);
  };
  expect('integrity of the book', workstation.integrity, 'ok');
  expect('break in the audit log', workstation.auditBrokenAt, null);
  expect('records at the workstation', workstation.records, records);
  expect('ops in the outbox', workstation.ops, ops);
  expect('confirmed ops', workstation.confirmed, ops);
  expect('refused ops at the workstation', workstation.refused, 0);
  expect('conflicts at the workstation', workstation.conflicts, 0);
  expect('incarnations at the hub', hub.incarnations, 1);
  expect('ops in the log of the hub', hub.opsInLog, ops);
  expect('last number at the hub', hub.lastSeq, ops);
  expect('records at the hub', hub.records, records);
  expect('numbers of records at the hub', hub.distinct, records);
  expect('conflicts at the hub', hub.conflicts, 0);
  expect('refused ops at the hub', hub.refused, 0);
  expect('same records at a newcomer', sameAtNewcomer, true);
  return faults;
}
