/** What test files about sticks set up: hubs, workstations without a network that are enrolled at them, and sticks, which go with each test. */
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { OpenFiles } from '#service/sync/courier/stick';
import { type CourierStation, courierStation, enrolByFiles, testStick, type TestStick } from './courier-station';
import { startTestHub, type TestHub } from './test-hub';

export type Enrolled = CourierStation & { commune: string };

export interface StickTests {
  readonly home: TestHub;
  /** Another hub, where the file asked for one. */
  readonly elsewhere: TestHub;
  /** A commune that no other test uses. */
  newCommune(): string;
  /** Whoever makes it closes it. */
  newStation(commune?: string, hub?: TestHub, openFiles?: OpenFiles): Promise<Enrolled>;
  /** Closed after the test. */
  enrolled(commune?: string, hub?: TestHub, openFiles?: OpenFiles): Promise<Enrolled>;
  /** The first or second of those that are kept, each of a commune of its own. */
  usual(n?: 0 | 1): Promise<Enrolled>;
  plug(): Promise<TestStick>;
  recordsAtHub(commune: string): Promise<number>;
}

export function stickTests({ elsewhere: two = false } = {}): StickTests {
  const hubs: TestHub[] = [];
  const stations: CourierStation[] = [];
  /** For tests that leave nothing waiting behind: making a book and enrolling it takes longer than most of them. */
  const kept: Enrolled[] = [];
  const sticks: TestStick[] = [];
  let communes = 0;
  const hub = (n: number): TestHub => {
    const one = hubs[n];
    if (!one) throw new Error('there is no such hub');
    return one;
  };
  beforeAll(async () => {
    for (let n = 0; n < (two ? 2 : 1); n++) hubs.push(await startTestHub());
  });
  afterEach(async () => {
    for (const station of stations.splice(0)) await station.close();
    for (const stick of sticks.splice(0)) await stick.forget();
  });
  afterAll(async () => {
    for (const station of kept) await station.close();
    for (const each of hubs) await each.stop();
  });

  const newCommune = (): string => `xa-xau-${++communes}`;
  const newStation: StickTests['newStation'] = async (commune = newCommune(), at = hub(0), openFiles) => {
    const station = await courierStation('standalone', openFiles);
    await enrolByFiles(station, at, commune);
    return Object.assign(station, { commune });
  };
  return {
    get home() {
      return hub(0);
    },
    get elsewhere() {
      return hub(1);
    },
    newCommune,
    newStation,
    enrolled: async (...how) => {
      const station = await newStation(...how);
      stations.push(station);
      return station;
    },
    usual: async (n = 0) => (kept[n] ??= await newStation()),
    plug: async () => {
      const stick = await testStick();
      sticks.push(stick);
      return stick;
    },
    recordsAtHub: async (commune) =>
      (await hub(0).hub.database.query<{ n: number }>('SELECT count(*)::int AS n FROM record_state WHERE commune = $1', [commune]))[0]?.n ??
      0,
  };
}
