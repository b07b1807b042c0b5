/** One province in small: a hub, three workstations of one commune, one of another, and the line between them. */
import type { Committee } from '#service/book/book';
import * as ids from '#service/store/uuid7';
import { resetMachine } from '../environment/machine';
import { createRandom, type Random } from '../environment/random';
import { createTrace, type Trace } from '../environment/trace';
import { createNetwork, type Network } from './network';
import { createOracle, type Oracle } from './oracle';
import { createSimHub, type SimHub } from './sim-hub';
import type { DiskImage } from './memory-disk';
import { createStation, type Station } from './station';
import { createStick, type MemoryStick } from './stick';

/** An earlier state of a workstation's disk. */
interface Backup {
  readonly image: DiskImage;
  /** How much had been typed anywhere by then. */
  readonly typed: number;
}

export interface World {
  readonly random: Random;
  readonly trace: Trace;
  readonly oracle: Oracle;
  readonly hub: SimHub;
  readonly network: Network;
  /** The first three are of one commune; clones are added behind. */
  readonly stations: Station[];
  readonly backups: Map<Station, Backup>;
  /** The stick that goes round, and older ones that turn up again. */
  stick: MemoryStick;
  readonly oldSticks: MemoryStick[];
  /** Workstations without a line: names of those that only the stick reaches. */
  readonly byStick: Set<string>;
  /** Runs everything that can run before the schedule goes on, and starts again whoever died. */
  settled(): Promise<void>;
  clone(of: Station): Station;
  backUp(station: Station): void;
  restore(station: Station): void;
  /** How often a workstation waits between two pieces of work, where it can be killed. */
  pauses: number;
  /** Lets those go on that wait. */
  goOn(): Promise<void>;
}

export interface WorldOptions {
  readonly seed: number;
  readonly durable?: 'commit' | 'backup';
  readonly keepTrace?: boolean;
}

/** What the bundle adds to modules that remember something beyond one run (scripts/sim/bundle.mjs). */
interface Resettable {
  forgetIds(): void;
}

const committeeNamed = (id: string): Committee => ({
  id,
  name: `UBKT Đảng ủy xã ${id}`,
  partyCommittee: `Đảng ủy xã ${id}`,
  province: 'Tỉnh Mẫu',
  symbol: 'UBKTĐU',
  term: '2025-2030',
  profile: 'connected',
  createdAt: '2026-01-05T00:00:00.000Z',
});

/** A turn of Node's loop: everything that waits for no message has run then. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createWorld({ seed, durable = 'commit', keepTrace = false }: WorldOptions): World {
  resetMachine(seed);
  (ids as unknown as Resettable).forgetIds();
  const random = createRandom(seed, 1);
  const trace = createTrace(keepTrace);
  const oracle = createOracle();
  const hub = createSimHub(durable, trace);
  const waiting: (() => void)[] = [];
  const stations: Station[] = [];
  const settled = async (): Promise<void> => {
    await turn();
    stations.forEach((station) => station.revive());
  };
  const network = createNetwork(hub, trace, settled);
  const newStation = (name: string, committee: Committee, userId: string, image?: DiskImage): Station =>
    createStation({
      name,
      committee,
      userId,
      hub,
      network,
      trace,
      breathe: (caller) =>
        random.chance(world.pauses)
          ? new Promise((resolve) => {
              waiting.push(() => {
                if (caller.alive()) caller.resume(resolve);
              });
            })
          : Promise.resolve(),
      ...(image ? { image } : {}),
    });
  const world: World = {
    random,
    trace,
    oracle,
    hub,
    network,
    stations,
    backups: new Map(),
    stick: createStick(),
    oldSticks: [],
    byStick: new Set(),
    pauses: 0,
    settled,
    async goOn() {
      for (const go of waiting.splice(0)) {
        go();
        await settled();
      }
    },
    clone(of) {
      const copy = newStation(`${of.name}'`, of.committee, users.get(of) ?? '', of.image());
      users.set(copy, users.get(of) ?? '');
      copy.skew = of.skew;
      copy.protocol = of.protocol;
      if (world.byStick.has(of.name)) world.byStick.add(copy.name);
      stations.push(copy);
      return copy;
    },
    backUp(station) {
      world.backups.set(station, { image: station.image(), typed: oracle.typed.length });
    },
    restore(station) {
      const backup = world.backups.get(station);
      if (!backup) return;
      station.restore(backup.image);
      oracle.mayVanish(station.name, backup.typed);
    },
  };
  const users = new Map<Station, string>();
  const tanHoa = committeeNamed('xa-tan-hoa');
  for (const [i, name] of ['A', 'B', 'C', 'D'].entries()) {
    const userId = `01890000-0000-7000-8000-0000000001${i}0`;
    const station = newStation(name, i === 3 ? committeeNamed('xa-khac') : tanHoa, userId);
    users.set(station, userId);
    stations.push(station);
    world.backUp(station);
  }
  return world;
}
