/**
 * Schedules written by hand, for what chance meets too seldom: two clones that type in the same millisecond, a backup between a
 * batch and its answer, a kill between two writes. Each is checked like any run, and by what it says itself.
 */
import { readsLogKey } from '#service/sync/courier/incoming';
import { advance } from './environment/machine';
import { createRandom } from './environment/random';
import { type RunResult, runWith } from './run';
import { honesty } from './check/honest';
import { opsOf } from './check/log';
import { opName } from './world/oracle';
import type { Station } from './world/station';
import { things, typeSomething } from './world/typing';
import { visitHub } from './world/visit-hub';
import type { World } from './world/world';

type Schedule = (world: World) => Promise<string[] | void>;

const at = (world: World, place: number): Station => {
  const station = world.stations[place];
  if (!station) throw new RangeError('no such workstation');
  return station;
};
/** Types a text into the name of the first task. */
const type = (world: World, station: Station): void =>
  typeSomething(station, world.oracle, createRandom(1), world.trace, { thing: 0, field: 'name' });

/** Puts the first task, which is there, into this state. */
const choose = (station: Station, state: string): unknown =>
  station.act((book) => book.records.save(things.slice(0, 1).map(({ type: of, id }) => ({ type: of, id, values: { state } }))));

/**
 * A whole round of one workstation without any fault, or the rest of one that was stopped; `stop` ends it before a request of that kind arrives,
 * `mute` before its answer does.
 */
async function round(world: World, station: Station, end?: { readonly stop?: string; readonly mute?: string }): Promise<void> {
  station.sync();
  await world.settled();
  for (let i = 0; i < 500; i++) {
    const place = world.network.under().findIndex(({ from }) => from === station.name);
    const next = world.network.under()[place];
    if (!next) return;
    if (end?.stop !== undefined && !next.answered && next.path.startsWith(end.stop)) return;
    if (end?.mute !== undefined && next.answered && next.path.startsWith(end.mute)) return;
    await world.network.happen(place, 'arrive');
  }
}

/** So many batches, each brought to the hub at once. */
async function batches(world: World, station: Station, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    type(world, station);
    await round(world, station);
  }
}

function standsAtHead(world: World, { book, committee }: Station): string[] {
  const { position, logHash } = world.hub.store.scope(committee.id).head;
  const cursor = book.syncState.get('cursor');
  return cursor === `${position}.${logHash}` ? [] : [`it stands at ${String(cursor)} of ${position}`];
}

export const schedules: Readonly<Record<string, Schedule>> = {
  /** The answer to a batch was lost and the backup made then: what the hub has of it must not be issued once more. */
  commonPrefix: async (world) => {
    const [a, b] = [at(world, 0), at(world, 1)];
    type(world, a);
    await round(world, a, { mute: '/v1/push' });
    world.backUp(a);
    a.kill();
    await round(world, a);
    type(world, a);
    await round(world, a);
    await round(world, b);
    type(world, b);
    await round(world, b);
    world.restore(a);
    type(world, a);
    await round(world, a);
    await round(world, a);
    const names = opsOf(world.hub.store.scope(a.committee.id)).map(({ op }) => opName(op));
    return new Set(names).size === names.length ? [] : ['an op was issued twice'];
  },

  /** Two copies of one book type at the same moment; a hub that lost the one, and what was made on it, gets the other. */
  sameMoment: async (world) => {
    const [a, b] = [at(world, 0), at(world, 1)];
    type(world, a);
    await round(world, a);
    await round(world, b);
    world.hub.backUp();
    const copy = world.clone(a);
    type(world, a);
    type(world, copy);
    await round(world, a);
    await round(world, b);
    type(world, b);
    await round(world, b);
    world.hub.restoreBackup();
    await round(world, copy);
    await round(world, b);
    await round(world, a);
  },

  /**
   * A batch of a former life, that the hub had taken and lost again, and in its place what a copy of the book made: the author issues anew
   * what it held.
   */
  placeTaken: async (world) => {
    const a = at(world, 0);
    type(world, a);
    await round(world, a);
    world.hub.backUp();
    const copy = world.clone(a);
    type(world, a);
    await round(world, a);
    world.backUp(a);
    type(world, a);
    await round(world, a);
    // From here on that life is a former one.
    world.restore(a);
    await round(world, a, { stop: '/v1/pull' });
    world.network.cut(() => false);
    world.hub.restoreBackup();
    type(world, copy);
    await round(world, copy);
    world.hub.backUp();
    await round(world, a);
  },

  /** Two copies of one book have the same first batch. Whoever brings it later learns nothing from it about what the other put behind it. */
  answerAboutCopy: async (world) => {
    const a = at(world, 0);
    const problems = honesty(world);
    type(world, a);
    await round(world, a, { stop: '/v1/push' });
    world.network.cut(() => false);
    await world.settled();
    const copy = world.clone(a);
    type(world, a);
    type(world, copy);
    await round(world, copy, { stop: '/v1/push' });
    await round(world, a);
    world.hub.backUp();
    await round(world, copy, { stop: '/v1/watermark' });
    return problems();
  },

  /** A copy of a book that types nothing itself learns of what the other one wrote in the life of both, also where that lost to somebody else's. */
  silentCopy: async (world) => {
    const [a, c] = [at(world, 0), at(world, 2)];
    const copy = world.clone(a);
    type(world, copy);
    advance(1000);
    type(world, c);
    await round(world, a);
    await round(world, c);
    await round(world, copy);
    await round(world, a);
  },

  /** What a restored hub lost is offered in the order in which it stood: its log is what it was, cursor included, and is read all the same. */
  sameLogAgain: async (world) => {
    const [a, b] = [at(world, 0), at(world, 1)];
    type(world, a);
    await round(world, a);
    await round(world, b);
    world.hub.backUp();
    type(world, a);
    await round(world, a);
    type(world, b);
    await round(world, b);
    world.hub.restoreBackup();
    await round(world, b);
    world.hub.backUp();
  },

  /**
   * A newcomer's snapshot holds what the hub loses before the newcomer read the log behind it, and its author was put back as well: nobody else has it.
   */
  snapshotBehind: async (world) => {
    const [a, b, c] = [at(world, 0), at(world, 1), at(world, 2)];
    await batches(world, a, 9);
    world.hub.backUp();
    type(world, b);
    await round(world, b);
    await round(world, c, { stop: '/v1/pull' });
    world.network.cut(() => false);
    await world.settled();
    world.hub.restoreBackup();
    world.restore(b);
    await round(world, c);
    await round(world, b);
  },

  /** The same, later: the newcomer has read the log through, and brings back what the hub and its author lost. */
  snapshotBroughtBack: async (world) => {
    const [a, b, c] = [at(world, 0), at(world, 1), at(world, 2)];
    await batches(world, a, 9);
    world.hub.backUp();
    type(world, b);
    await round(world, b);
    await round(world, c);
    world.hub.restoreBackup();
    world.restore(b);
    await round(world, c);
    await round(world, b);
    const { log } = world.hub.store.scope(c.committee.id);
    return log.length > 9 ? [] : ['what the newcomer had was not brought back'];
  },

  /** A newcomer whom only the stick reaches, and a snapshot that is larger than one file of it. */
  snapshotInFiles: async (world) => {
    const [a, c] = [at(world, 0), at(world, 2)];
    const { type: of } = things[0]!;
    const ids = Array.from({ length: 80 }, (_, i) => `01890000-0000-7000-8000-0000000${String(10_000 + i)}`);
    for (let from = 0; from < ids.length; from += 8) {
      const values = { name: `Việc giao theo thông báo kết luận ${'của thường trực '.repeat(12)}`, state: 'CHUA_LAM' };
      a.act((book) => book.records.save(ids.slice(from, from + 8).map((id) => ({ type: of, id, values }))));
      await round(world, a);
    }
    world.hub.backUp();
    await visitHub(world, c);
    const here = ids.filter((id) => c.book.records.get(of, id) !== undefined).length;
    return here === ids.length ? [] : [`of ${ids.length} records ${here} came with the stick`];
  },

  /**
   * A workstation whom only the stick reaches begins a new life; what it issues again the hub has as well, and somebody replaced it there. It takes the
   * hub's state of conflicts from the stick, however short the log.
   */
  differsByStick: async (world) => {
    const [a, c] = [at(world, 0), at(world, 2)];
    type(world, a);
    await visitHub(world, a);
    type(world, c);
    await round(world, c);
    a.book.syncState.set('snapshotWanted', true);
    await visitHub(world, a);
    return a.book.syncState.get('snapshotWanted') ? ['the stick brought no snapshot'] : [];
  },

  /**
   * The hub was put back and its log went on differently, longer than where a newcomer gets a snapshot: a workstation whom only the stick reaches stands at a place that
   * is no more.
   */
  elsewhereByStick: async (world) => {
    const [a, b, c] = [at(world, 0), at(world, 1), at(world, 2)];
    await batches(world, a, 4);
    world.hub.backUp();
    type(world, a);
    await round(world, a);
    await visitHub(world, c);
    world.hub.restoreBackup();
    await batches(world, b, 8);
    world.hub.backUp();
    for (let visits = 0; visits < 5; visits++) await visitHub(world, c);
    return standsAtHead(world, c);
  },

  /** A workstation whom only the stick reaches left a snapshot that lacked what it has: it reads the log from its beginning. */
  logByStick: async (world) => {
    const [a, c] = [at(world, 0), at(world, 2)];
    await batches(world, a, 9);
    c.book.syncState.set(readsLogKey, true);
    await visitHub(world, c);
    return standsAtHead(world, c);
  },

  /** What became durable since the last page of the log is learned from a stick that brings no further one. */
  durableByStick: async (world) => {
    const [a, c] = [at(world, 0), at(world, 2)];
    type(world, a);
    await round(world, a);
    await visitHub(world, c);
    const carried = (): unknown => c.book.db.prepare('SELECT count(*) FROM sync_carried').pluck().get();
    const before = carried();
    world.hub.backUp();
    await visitHub(world, c);
    return before === 1 && carried() === 0 ? [] : [`it carried ${String(before)}, and carries ${String(carried())}`];
  },

  /** A batch that was given up, and that the hub turns out to have: what it holds waits no more. */
  givenUpButTaken: async (world) => {
    const a = at(world, 0);
    type(world, a);
    await round(world, a);
    a.book.db.exec("UPDATE sync_batch SET state = 'replaced'");
    a.book.outbox.rewind(0);
    // Started again, it compares places before it sends.
    a.kill();
    await round(world, a);
    const { waiting } = a.book.outbox.counts();
    return waiting === 0 ? [] : [`it says that ${waiting} wait`];
  },

  /** What a hub lost that speaks version 1 can only be offered when it was upgraded: the workstation does so without being started anew. */
  hubUpgraded: async (world) => {
    const c = at(world, 2);
    c.protocol = 1;
    await world.hub.instruct(c.committee.id, world.oracle.mark());
    type(world, c);
    await round(world, c);
    world.hub.restoreBackup();
    await round(world, c);
    // Everything of its own is durable, and the workstation knows.
    world.hub.backUp();
    await round(world, c);
    c.protocol = 2;
    await round(world, c);
    const { log } = world.hub.store.scope(c.committee.id);
    return log.length === 2 ? [] : [`of 2 batches the hub has ${log.length}`];
  },

  /** The hub is put back once more between what a workstation offers and the log that should show it; nothing else tells that it was lost again. */
  lostAgain: async (world) => {
    const d = at(world, 3);
    world.backUp(d);
    type(world, d);
    await round(world, d);
    world.restore(d);
    await round(world, d);
    world.hub.restoreBackup();
    await round(world, d, { stop: '/v1/snapshot' });
    world.network.cut(() => false);
    await world.settled();
    world.hub.restoreBackup();
    await world.hub.instruct(d.committee.id, world.oracle.mark());
    await round(world, d);
  },

  /** A stick brought a batch of which the hub refuses an op, and nobody read the receipt; the line's hub could not read such batches before it was upgraded. */
  refusedByStick: async (world) => {
    const a = at(world, 0);
    a.protocol = 1;
    typeSomething(a, world.oracle, createRandom(1), world.trace, { thing: 0, field: 'name' });
    choose(a, 'BO');
    a.writeStick(world.stick);
    await world.settled();
    await world.hub.serveStick(world.stick, [a.committee.id]);
    await round(world, a, { mute: '/v1/push' });
    world.network.cut(() => false);
    await world.settled();
    a.protocol = 2;
    await round(world, a);
    const { refused } = a.book.outbox.counts();
    return refused === 1 ? [] : [`it knows of ${refused} refused`];
  },

  /** What was to be sent again, because the hub had been restored, the hub took from a stick meanwhile: its receipt says so, and nothing waits. */
  takenByStick: async (world) => {
    const a = at(world, 0);
    type(world, a);
    a.writeStick(world.stick);
    await world.settled();
    await world.hub.serveStick(world.stick, [a.committee.id]);
    a.book.outbox.rewind(0);
    a.readStick(world.stick);
    await world.settled();
    const { waiting } = a.book.outbox.counts();
    return waiting === 0 ? [] : [`it says that ${waiting} wait`];
  },

  /** A book that was put back begins a new life in which it writes nothing; the hub loses what it had of the former one before its log was read. */
  formerLifeLost: async (world) => {
    const a = at(world, 0);
    type(world, a);
    await round(world, a);
    world.backUp(a);
    type(world, a);
    await round(world, a);
    world.restore(a);
    await round(world, a, { stop: '/v1/pull' });
    world.hub.restoreBackup();
    await round(world, a);
  },

  /**
   * A hub that lost its disk gets a refused change, and the one made on it, before the value that both replaced: that one is no conflict for
   * the hub, for whoever reads the log, nor for whoever takes a snapshot.
   */
  refusedBeforeSeen: async (world) => {
    const [a, b, c] = [at(world, 0), at(world, 1), at(world, 2)];
    type(world, a);
    await round(world, a);
    await round(world, c);
    choose(c, 'BO');
    choose(c, 'HOAN_THANH');
    await round(world, c);
    world.hub.restoreBackup();
    world.restore(a);
    // It brings back the value first; the hub loses that once more before the rest arrives.
    await round(world, c, { mute: '/v1/push' });
    world.hub.restoreBackup();
    await round(world, c);
    await round(world, b);
    await round(world, a);
    const order = opsOf(world.hub.store.scope(a.committee.id)).map(({ op }) => op.fields['state']);
    return order.join() === 'BO,HOAN_THANH,CHUA_LAM' ? [] : [`the hub got ${order.join()}`];
  },

  /** Killed at every single write while a page of the log is applied. */
  atomicCursor: async (world) => {
    const [a, b] = [at(world, 0), at(world, 1)];
    for (let n = 1; n < 60; n++) {
      type(world, a);
      await round(world, a);
      b.faults.killAtWrite(n);
      await round(world, b);
      b.faults.killAtWrite(Number.POSITIVE_INFINITY);
    }
  },
};

export async function runTargeted(name: string, keepTrace = false): Promise<RunResult[]> {
  const results: RunResult[] = [];
  for (const [one, schedule] of Object.entries(schedules))
    if (name === 'all' || name === one) results.push(await runWith({ seed: results.length + 1, durable: 'backup', keepTrace }, schedule));
  return results;
}
