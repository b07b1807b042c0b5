import { certificateText, type DeviceCertificate } from '#shared/sync/certificate';
import { batchTools } from '../crypto/batch-tools';
import { verifies, verifiesText } from '#shared/node/ed25519';
import { signBytes } from '../crypto/keys';
import type { Database } from '../database/database';
import type { HubKeys } from '../keys/hub-keys';
import type { HubCore } from './core/hub-core';
import { postgresStore } from './postgres/postgres-store';

export interface CoreOptions {
  readonly database: Database;
  readonly keys: Pick<HubKeys, 'id' | 'signing' | 'publicKey'>;
  /** Name of the hub, shown as the author of what it issues. */
  readonly name: string;
  readonly standalone?: boolean | undefined;
  readonly durable?: HubCore['durable'] | undefined;
}

/** The decisions of this hub on its database. */
export function openCore({ database, keys, name, standalone = false, durable = 'commit' }: CoreOptions): HubCore {
  const own = new Map<string, DeviceCertificate>();
  return {
    store: postgresStore(database),
    tools: batchTools,
    verify: verifies,
    hub: { device: keys.id, publicKey: keys.publicKey },
    sign: (hash) => signBytes(keys.signing, hash),
    isOwnCertificate: ({ signature, ...open }) => open.hub === keys.id && verifiesText(keys.publicKey, certificateText(open), signature),
    certificateFor(committee) {
      const known = own.get(committee);
      if (known) return known;
      const open = {
        version: 1 as const,
        hub: keys.id,
        committee,
        device: keys.id,
        deviceName: name.slice(0, 120),
        publicKey: keys.publicKey,
        // The same text gives the same certificate at every instance and after every restart.
        issuedAt: '2026-01-01T00:00:00.000Z',
      };
      const certificate = { ...open, signature: signBytes(keys.signing, certificateText(open)).toString('base64url') };
      own.set(committee, certificate);
      return certificate;
    },
    standalone,
    durable,
  };
}
