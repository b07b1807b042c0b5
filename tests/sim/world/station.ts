/**
 * A workstation of the simulation: a book in memory with the production line. It can be killed at any write or wait, put back to
 * an earlier state, and copied.
 */
import type { Book, Committee } from '#service/book/book';
import { AppError } from '#shared/errors/app-error';
import { keepHub, readHub } from '#service/sync/enrolled-hub';
import { openLedger } from '#service/sync/courier/ledger';
import { createProgress } from '#service/sync/courier/progress';
import { readBundles, type Receiving } from '#service/sync/courier/read-bundles';
import { openStickPages } from '#service/sync/courier/stick-pages';
import { writeBundle } from '#service/sync/courier/write-bundle';
import { openLineParts, type LineParts, type Talk } from '#service/sync/line-parts';
import { syncText } from '#service/sync/round';
import { onMachine } from '../environment/machine';
import type { Trace } from '../environment/trace';
import { createFaults, type Faults, Killed } from './faults';
import { openMemoryBook } from './memory-book';
import { type DiskImage, takeDisk } from './memory-disk';
import type { Caller, Network } from './network';
import { hubIdentity, partBytes, type SimHub } from './sim-hub';
import type { MemoryStick } from './stick';

export interface Station {
  readonly name: string;
  readonly committee: Committee;
  readonly book: Book;
  readonly faults: Faults;
  /** How far its clock is off, ms. */
  skew: number;
  protocol: number;
  /** Whether a round of the line is under way. */
  readonly working: boolean;
  /** Runs on this machine; a kill or a full disk on the way is part of the game. Undefined when it did not come to its end. */
  act<T>(work: (book: Book) => T): T | undefined;
  /** Begins a round of the line unless one is under way. */
  sync(): void;
  /** Begins to write onto a stick, or to read what the hub wrote there, unless the line or a stick is at work. */
  writeStick(stick: MemoryStick): void;
  readStick(stick: MemoryStick): void;
  /** Its process ends and is started again. */
  kill(): void;
  /** Starts again where its process ended by itself. */
  revive(): void;
  /** The database as it is on disk. */
  image(): DiskImage;
  /** The disk is replaced by an earlier state. */
  restore(image: DiskImage): void;
  /** Failures of rounds that no fault explains. */
  readonly problems: string[];
}

export interface StationParts {
  readonly name: string;
  readonly committee: Committee;
  readonly userId: string;
  readonly hub: SimHub;
  readonly network: Network;
  readonly trace: Trace;
  /** Waits where a process can be killed between two pieces of work. */
  breathe(caller: Caller): Promise<void>;
  /** Absent: a new book. */
  readonly image?: DiskImage;
}

interface Process {
  readonly book: Book;
  readonly faults: Faults;
  readonly parts: LineParts;
  readonly caller: Caller;
  working: boolean;
}

/** What the line may run into when the hub, the line or the disk fails. */
const expected = new Set(['sync.unreachable', 'sync.hubBusy', 'sync.hubRefused', 'store.diskFull', 'courier.nothingHere']);
const noImages = async (): Promise<Buffer> => {
  throw new AppError('page.missing');
};

export function createStation(given: StationParts): Station {
  const { name, committee, userId, hub, trace } = given;
  const problems: string[] = [];
  const disk = takeDisk(given.image);
  function start(): Process {
    return onMachine(station.skew, () => {
      const faults = createFaults();
      const book = openMemoryBook(disk, { userId, userName: name, committee }, faults);
      const caller: Caller = {
        name,
        committee: committee.id,
        device: book.outbox.identity().device,
        get protocol() {
          return station.protocol;
        },
        alive: () => process.book === book && !faults.dead,
        resume: (work) => onMachine(station.skew, work),
      };
      const parts = openLineParts(book, { now: () => Date.now(), breathe: () => given.breathe(caller) });
      if (!readHub(book.syncState)) {
        const certificate = hub.certificate(committee.id, caller.device, parts.key.publicKey);
        hub.store.enrol(certificate);
        keepHub(book.syncState, { url: 'http://hub', name: 'Tỉnh mẫu', publicKey: hub.publicKey, recipient: hubIdentity, certificate });
      }
      return { book, faults, parts, caller, working: false };
    });
  }

  async function round(mine: Process): Promise<void> {
    const { parts, book } = mine;
    const enrolled = readHub(book.syncState);
    if (!enrolled) return;
    const talk: Talk = { client: given.network.clientFor(mine.caller), hub: enrolled, go: () => mine.caller.alive() };
    await syncText(parts, talk);
  }

  /** The stick has parts of its own, as in production: it works beside the line on the same book. */
  function courierParts({ book, caller }: Process): Receiving | undefined {
    const enrolled = readHub(book.syncState);
    if (!enrolled) return undefined;
    const line = openLineParts(book, { now: () => Date.now(), breathe: () => given.breathe(caller) });
    line.memory.protocol = 2;
    return {
      line,
      hub: enrolled,
      ledger: openLedger(book.db),
      pages: openStickPages(line),
      keepPageImage: async () => undefined,
      go: () => caller.alive(),
    };
  }

  function begin(what: string, work: (mine: Process) => Promise<void>): void {
    const mine = process;
    if (mine.working) return;
    mine.working = true;
    trace.say(`${name} ${what}`);
    onMachine(station.skew, () => {
      work(mine)
        .catch((error: unknown) => {
          if (!mine.caller.alive() || mine.faults.dead) return;
          if (error instanceof AppError && expected.has(error.code)) trace.say(`${name} ${what}: ${error.code}`);
          else problems.push(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        })
        .finally(() => {
          mine.working = false;
        });
    });
  }

  const replace = (image?: DiskImage): void => {
    process.faults.kill();
    if (image) disk.load(image);
    process = start();
  };
  const station: Station = {
    name,
    committee,
    skew: 0,
    protocol: 2,
    problems,
    get book() {
      return process.book;
    },
    get faults() {
      return process.faults;
    },
    get working() {
      return process.working;
    },
    act(work) {
      const { book, faults } = process;
      try {
        return onMachine(station.skew, () => work(book));
      } catch (error) {
        if (faults.dead || error instanceof Killed) return undefined;
        if (error instanceof AppError && error.code === 'store.diskFull') return undefined;
        throw error;
      }
    },
    sync: () => begin('round', round),
    writeStick: (stick) =>
      begin('writes a stick', async (mine) => {
        const parts = courierParts(mine);
        if (parts) await writeBundle({ ...parts, readPageImage: noImages }, stick, partBytes, createProgress('write', mine.book.events));
      }),
    readStick: (stick) =>
      begin('reads a stick', async (mine) => {
        const parts = courierParts(mine);
        if (!parts) return;
        const read = await readBundles(parts, stick, createProgress('read', mine.book.events));
        for (const { file, outcome, problem } of read.files) trace.say(`${name} reads ${file}: ${outcome} ${problem?.code ?? ''}`);
      }),
    kill() {
      trace.say(`${name} killed`);
      replace();
    },
    revive() {
      if (process.faults.dead) station.kill();
    },
    image: () => disk.image(),
    restore(image) {
      trace.say(`${name} restored`);
      replace(image);
    },
  };
  let process = start();
  return station;
}
