/**
 * The hub's storage in memory: what src-hub/log/core needs, with the promises that PostgreSQL gives it (tests/integration/hub-store.test.ts
 * holds both to them). A transaction works on a copy that takes the place of the committed state, or is dropped; so a
 * backup is the committed state itself.
 */
import {
  type AuthorId,
  type AuthorKey,
  type AuthorMark,
  type BatchEffects,
  type HubStore,
  type LogEntry,
  type RecordRef,
  type ScopeChange,
  type ScopeHead,
  type ScopeReader,
  type StoredRecord,
  UnknownScope,
} from '#hub/log/core/hub-store';
import { noHash } from '#shared/sync/batch';
import { besideRef } from '#shared/sync/merging/beside';
import type { DeviceCertificate } from '#shared/sync/certificate';
import { emptyFingerprint } from '#shared/sync/fingerprint';
import { limits } from '#shared/sync/limits';

export interface Logged {
  readonly entry: LogEntry;
  readonly bytes: Uint8Array;
}

/** One committee. Never changed in place once it is committed. */
export interface HubScope {
  head: Omit<ScopeHead, 'durable'>;
  readonly log: Logged[];
  readonly marks: Map<string, AuthorId & Omit<AuthorMark, 'confirmed'>>;
  readonly parked: Map<string, { readonly number: number; readonly hash: string; readonly bytes: Uint8Array }>;
  readonly records: Map<string, StoredRecord>;
  readonly refused: BatchEffects['refused'][number][];
  /** Under which the hub itself writes here; '' before it first did. */
  ownIncarnation: string;
}

type HubState = ReadonlyMap<string, Readonly<HubScope>>;

export interface MemoryHubStore extends HubStore {
  enrol(certificate: DeviceCertificate): void;
  /** What is committed now. @throws UnknownScope */
  scope(committee: string): Readonly<HubScope>;
  /** What the last backup holds. */
  backedUp(committee: string): Readonly<HubScope>;
  backUp(): void;
  /** Everything that was committed after the last backup is gone; workstations stay enrolled. */
  restoreBackup(): void;
}

const authorKey = ({ device, incarnation }: AuthorId): string => `${device} ${incarnation}`;
const recordKey = ({ type, id }: RecordRef): string => `${type} ${id}`;

const emptyScope = (): HubScope => ({
  head: { position: 0, logHash: noHash, fingerprint: emptyFingerprint, stamp: '' },
  log: [],
  marks: new Map(),
  parked: new Map(),
  records: new Map(),
  refused: [],
  ownIncarnation: '',
});
const copyOf = (scope: Readonly<HubScope>): HubScope => ({
  head: scope.head,
  log: [...scope.log],
  marks: new Map(scope.marks),
  parked: new Map(scope.parked),
  records: new Map(scope.records),
  refused: [...scope.refused],
  ownIncarnation: scope.ownIncarnation,
});

/** @param onStep called before every step of a transaction, and before and after its commit; what it throws ends the transaction there */
export function createMemoryHubStore(onStep: (step: string) => void = () => undefined): MemoryHubStore {
  const devices = new Map<string, DeviceCertificate>();
  let committed: HubState = new Map();
  let backup: HubState = committed;
  /** Changes of one committee happen one after the other. */
  const queues = new Map<string, Promise<unknown>>();

  const known = (state: HubState, committee: string): Readonly<HubScope> => {
    const scope = state.get(committee);
    if (!scope) throw new UnknownScope(committee);
    return scope;
  };
  const headOf = (committee: string, { head }: Readonly<HubScope>): ScopeHead => ({
    ...head,
    durable: Math.min(head.position, known(backup, committee).head.position),
  });
  const confirmed = (committee: string, id: AuthorId): number => known(backup, committee).marks.get(authorKey(id))?.lastSeq ?? 0;
  const enrol = (certificate: DeviceCertificate): void => {
    devices.set(certificate.device, certificate);
    const { committee } = certificate;
    if (!committed.has(committee)) committed = new Map(committed).set(committee, emptyScope());
    if (!backup.has(committee)) backup = new Map(backup).set(committee, emptyScope());
  };
  const keyOf = ({ device, committee, publicKey }: DeviceCertificate): AuthorKey => ({ device, committee, publicKey, revoked: false });

  function changing(committee: string, scope: HubScope): ScopeChange {
    const step = async (name: string): Promise<void> => onStep(name);
    return {
      head: async () => {
        await step('head');
        return headOf(committee, scope);
      },
      author: async (id) => {
        await step('author');
        const mark = scope.marks.get(authorKey(id));
        const parked = [...scope.parked]
          .filter(([key]) => key.startsWith(`${authorKey(id)} `))
          .map(([, { number, hash }]) => ({ number, hash }))
          .sort((a, b) => a.number - b.number);
        return {
          lastSeq: mark?.lastSeq ?? 0,
          lastNumber: mark?.lastNumber ?? 0,
          lastHash: mark?.lastHash ?? noHash,
          confirmed: confirmed(committee, id),
          revoked: false,
          parked,
        };
      },
      ownIncarnation: async (fresh) => {
        await step('ownIncarnation');
        scope.ownIncarnation ||= fresh;
        return scope.ownIncarnation;
      },
      taken: async (id, number) => {
        await step('taken');
        const own = scope.log.map(({ entry }) => entry).filter((entry) => authorKey(entry) === authorKey(id));
        const found = own.find((entry) => entry.number === number);
        const behind = own.filter((entry) => entry.number >= number && entry.number <= number + limits.parkedBatches);
        return found && { hash: found.hash, refused: behind.flatMap((entry) => entry.refused) };
      },
      records: async (refs) => {
        await step('records');
        return refs.flatMap((ref) => scope.records.get(recordKey(ref)) ?? []);
      },
      park: async (id, { number, hash }, bytes) => {
        await step('park');
        const key = `${authorKey(id)} ${number}`;
        if (!scope.parked.has(key)) scope.parked.set(key, { number, hash, bytes });
      },
      parked: async (id, number) => {
        await step('parked');
        return scope.parked.get(`${authorKey(id)} ${number}`)?.bytes;
      },
      dropParked: async (id, number) => {
        await step('dropParked');
        scope.parked.delete(`${authorKey(id)} ${number}`);
      },
      apply: async ({ entry, bytes, head, mark, records, refused }) => {
        await step('apply');
        const { position, logHash, fingerprint, stamp } = head;
        scope.head = { position, logHash, fingerprint, stamp };
        scope.log.push({ entry, bytes });
        const { lastSeq, lastNumber, lastHash } = mark;
        scope.marks.set(authorKey(entry), { device: entry.device, incarnation: entry.incarnation, lastSeq, lastNumber, lastHash });
        for (const { type, id, state } of records) scope.records.set(recordKey({ type, id }), { type, id, state });
        scope.refused.push(...refused);
      },
    };
  }

  function reading(committee: string, scope: Readonly<HubScope>): ScopeReader {
    return {
      head: async () => headOf(committee, scope),
      logHashAt: async (position) => (position === 0 ? noHash : scope.log[position - 1]?.entry.logHash),
      entriesAfter: async (position, limit) =>
        scope.log.slice(position, position + limit).map(({ entry, bytes }) => ({ ...entry, size: bytes.length, codec: bytes[5] ?? 0 })),
      bytesAt: async (positions) => positions.flatMap((position) => scope.log[position - 1]?.bytes ?? []),
      marks: async (incarnations) =>
        [...scope.marks.values()]
          .filter(({ incarnation }) => incarnations?.includes(incarnation) ?? true)
          .map((mark) => ({ ...mark, confirmed: confirmed(committee, mark) })),
      allRecords: async function* () {
        const all = [...scope.records.values()].sort((a, b) => Number(b.type === besideRef.type) - Number(a.type === besideRef.type));
        for (let at = 0; at < all.length; at += 100) yield all.slice(at, at + 100);
      },
    };
  }

  return {
    change: (committee, work) => {
      const turn = (queues.get(committee) ?? Promise.resolve()).then(async () => {
        onStep('begin');
        const draft = copyOf(known(committed, committee));
        const result = await work(changing(committee, draft));
        onStep('before commit');
        committed = new Map(committed).set(committee, draft);
        onStep('after commit');
        return result;
      });
      queues.set(
        committee,
        turn.catch(() => undefined),
      );
      return turn;
    },
    read: async (committee, work) => work(reading(committee, known(committed, committee))),
    findAuthor: async (device) => {
      const certificate = devices.get(device);
      return certificate && keyOf(certificate);
    },
    enrolAgain: async (certificate) => {
      if (!devices.has(certificate.device)) enrol(certificate);
      return keyOf(devices.get(certificate.device) ?? certificate);
    },
    certificates: async (wanted) =>
      Object.fromEntries(
        wanted.flatMap((device) => {
          const certificate = devices.get(device);
          return certificate ? [[device, certificate] as const] : [];
        }),
      ),
    enrol,
    scope: (committee) => known(committed, committee),
    backedUp: (committee) => known(backup, committee),
    backUp: () => {
      backup = committed;
    },
    restoreBackup: () => {
      // What the hub itself wrote since may be known to others: it goes on under a new name (scopes/durable-point.ts).
      committed = new Map([...backup].map(([id, scope]) => [id, { ...scope, ownIncarnation: '' }]));
    },
  };
}
