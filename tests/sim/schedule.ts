/**
 * What happens in a run: a list of events, each with its own source of chance, so that any of them can be left out without changing
 * the others (that is how a failing schedule is made small).
 */
import { advance } from './environment/machine';
import { createRandom, type Random } from './environment/random';
import type { Fate } from './world/network';
import { mend, moveAside, settle, typeSomething } from './world/typing';
import type { World } from './world/world';

export interface Event {
  readonly kind: EventKind;
  readonly chance: number;
}

type Happening = (world: World, random: Random) => void | Promise<void>;
const committees = (world: World): string[] => [...new Set(world.stations.map(({ committee }) => committee.id))];
const one = (world: World, random: Random) => random.pick(world.stations);

const happenings = {
  type: (world, random) => typeSomething(one(world, random), world.oracle, random, world.trace),
  moveAside: (world, random) => moveAside(one(world, random), random, world.trace),
  settle: (world, random) => settle(one(world, random), world.oracle, random, world.trace),
  mend: (world, random) => mend(one(world, random), world.oracle, world.trace),
  sync: (world, random) => {
    const station = one(world, random);
    if (!world.byStick.has(station.name)) station.sync();
  },
  instruct: (world, random) => world.hub.instruct(random.pick(committees(world)), world.oracle.mark()),
  stick: async (world, random) => {
    const station = one(world, random);
    switch (random.whole(3)) {
      case 0:
        return station.writeStick(world.stick);
      case 1:
        return station.readStick(world.stick);
      default:
        await world.hub.serveStick(world.stick, committees(world));
    }
  },
  stickTrouble: (world, random) => {
    const what = random.next();
    if (what < 0.4) world.oldSticks.push(world.stick.copy());
    else if (what < 0.65 && world.oldSticks.length > 0) world.stick = random.pick(world.oldSticks).copy();
    else world.trace.say(`stick: ${world.stick.damage(random)}`);
  },
  deliver: (world, random) => deliver(world, random, random.chance(0.75) ? 'arrive' : random.pick<Fate>(['lose', 'late', 'twice'])),
  deliverWell: (world, random) => deliver(world, random, 'arrive'),
  goOn: (world) => world.goOn(),
  wait: (_world, random) => advance(random.whole(600_000)),
  cut: async (world, random) => {
    world.trace.say('line cut');
    world.network.cut(() => random.chance(0.5));
    await world.settled();
  },
  skew: (world, random) => {
    one(world, random).skew = Math.round((random.next() - 0.5) * (random.chance(0.4) ? 2 * 86_400_000 : 10_000));
  },
  kill: (world, random) => one(world, random).kill(),
  killWriting: (world, random) => one(world, random).faults.killAtWrite(1 + random.whole(40)),
  diskFull: (world, random) => {
    const station = one(world, random);
    station.faults.diskFull = !station.faults.diskFull;
    world.trace.say(`${station.name} disk ${station.faults.diskFull ? 'full' : 'free'}`);
  },
  backUp: (world, random) => world.backUp(one(world, random)),
  restore: (world, random) => world.restore(one(world, random)),
  clone: (world, random) => {
    if (world.stations.length > 5) return;
    const copy = world.clone(random.pick(world.stations.slice(0, 3)));
    world.trace.say(`clone ${copy.name}`);
  },
  killHub: (world, random) => world.hub.killAtStep(1 + random.whole(12)),
  hubDisk: (world) => {
    world.hub.diskFull = !world.hub.diskFull;
    world.trace.say(`hub disk ${world.hub.diskFull ? 'full' : 'free'}`);
  },
  backUpHub: (world) => {
    world.hub.backUp();
    world.trace.say('hub backed up');
  },
  restoreHub: (world) => {
    if (world.hub.core.durable !== 'backup') return;
    world.hub.restoreBackup();
    world.trace.say('hub restored');
  },
} satisfies Record<string, Happening>;
export type EventKind = keyof typeof happenings;

async function deliver(world: World, random: Random, fate: Fate): Promise<void> {
  const under = world.network.size();
  if (under === 0) return;
  await world.network.happen(random.chance(0.7) ? 0 : random.whole(under), fate);
}

/** How often each happens, of about a hundred. Faults (`rare`) are left out or made frequent run by run: one at a time finds what all at once hide. */
const often: Partial<Record<EventKind, number>> = {
  type: 18,
  settle: 3,
  mend: 1,
  moveAside: 0.6,
  sync: 14,
  deliver: 26,
  deliverWell: 26,
  goOn: 4,
  wait: 4,
  instruct: 1,
};
const rare: Partial<Record<EventKind, number>> = {
  cut: 1,
  skew: 0.6,
  kill: 0.8,
  killWriting: 0.8,
  diskFull: 0.6,
  backUp: 1,
  restore: 0.7,
  clone: 0.25,
  killHub: 0.8,
  hubDisk: 0.4,
  backUpHub: 1,
  restoreHub: 0.5,
  stick: 5,
  stickTrouble: 1,
};

export interface Plan {
  readonly durable: 'commit' | 'backup';
  readonly pauses: number;
  /** Versions of the protocol that the workstations speak. */
  readonly protocols: readonly number[];
  /** Workstations that only the stick reaches. */
  readonly byStick: readonly string[];
  readonly events: readonly Event[];
}

export function planOf(seed: number, length = 260): Plan {
  const random = createRandom(seed, 2);
  const weights = Object.entries({
    ...often,
    ...Object.fromEntries(Object.entries(rare).map(([kind, weight]) => [kind, weight * random.pick([0, 0.5, 1, 3])])),
  }) as [EventKind, number][];
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const draw = (): EventKind => {
    let at = random.next() * total;
    for (const [kind, weight] of weights) if ((at -= weight) < 0) return kind;
    return 'type';
  };
  return {
    durable: random.chance(0.7) ? 'backup' : 'commit',
    pauses: random.pick([0, 0, 0.3]),
    protocols: [0, 1, 2, 3].map(() => (random.chance(0.12) ? 1 : 2)),
    byStick: random.chance(0.12) ? [random.pick(['A', 'B', 'C'])] : [],
    events: Array.from({ length }, () => ({ kind: draw(), chance: random.whole(2 ** 31) })),
  };
}

export async function happen(world: World, { kind, chance }: Event): Promise<void> {
  const random = createRandom(chance, 3);
  const happening: Happening = happenings[kind];
  await happening(world, random);
  await world.settled();
  advance(random.whole(3_000));
}
