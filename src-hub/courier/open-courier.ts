import { anchorsOfCommittee, takeStickAnchor } from '../audit/stick-anchors';
import type { BlobStore } from '../blobs/blob-store';
import { OffsetMismatch, WrongContent } from '../blobs/blob-store';
import { clearLogs } from '../retention/clear-log';
import { destroyedOf, followDestructions } from '../retention/destroyed';
import { held, hold } from '../blobs/holdings';
import { signBytes } from '../crypto/keys';
import type { Database } from '../database/database';
import { HubFailure } from '../failure';
import type { HubKeys } from '../keys/hub-keys';
import type { HubCore } from '../log/core/hub-core';
import { snapshotFor, snapshotPart } from '../snapshot/snapshots';
import type { CourierBlobs, CourierHub } from './courier-hub';
import { notesTable } from './notes-table';

export interface CourierParts {
  readonly core: HubCore;
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly keys: Pick<HubKeys, 'signing'>;
  /** @throws HubFailure disk-full */
  readonly checkSpace: () => Promise<void>;
}

/** The courier of this hub on its database and its store of scans. */
export function openCourier({ core, database, blobs, keys, checkSpace }: CourierParts): CourierHub {
  return {
    core,
    async followDestructions() {
      await followDestructions(database, blobs);
      await clearLogs(database, core);
    },
    audit: {
      take: (device, key, link) => takeStickAnchor(database, device, key, link),
      of: (committee) => anchorsOfCommittee(database, committee),
    },
    notes: notesTable(database),
    blobs: storedBlobs(database, blobs, checkSpace),
    async snapshot(committee, present) {
      try {
        const description = await snapshotFor(core, database, committee, present);
        return { description, part: (n) => snapshotPart(database, committee, description.id, n) };
      } catch (error) {
        if (error instanceof HubFailure && error.status === 404) return undefined;
        throw error;
      }
    },
    sign: (text) => signBytes(keys.signing, text).toString('base64url'),
    now: () => new Date(),
    checkSpace,
  };
}

function storedBlobs(database: Database, blobs: BlobStore, checkSpace: () => Promise<void>): CourierBlobs {
  return {
    async keep(committee, hash, bytes) {
      if ((await held(database, committee, [hash])).has(hash) || (await destroyedOf(database, committee, [hash])).has(hash)) return;
      await checkSpace();
      await complete(blobs, committee, hash, bytes);
      await database.transaction((sql) => hold(sql, committee, hash, bytes.length));
    },
    async read(committee, hash) {
      if (!(await held(database, committee, [hash])).has(hash)) return undefined;
      const chunks: Uint8Array[] = [];
      for await (const chunk of blobs.read(hash, 0)) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
    lacking: async (committee, limit) =>
      (
        await database.query<{ hash: string }>(
          `SELECT DISTINCT r.fields->>'image' AS hash FROM record_state r
           WHERE r.commune = $1 AND r.type = 'page' AND r.fields->>'image' ~ '^[0-9a-f]{64}$' AND coalesce(r.fields->>'state', '') <> 'DA_TIEU_HUY'
             AND NOT EXISTS (SELECT 1 FROM blob_holder h WHERE h.commune = $1 AND h.hash = r.fields->>'image') LIMIT $2`,
          [committee, limit],
        )
      ).map(({ hash }) => hash),
  };
}

/** Part of it may have come by line before. */
async function complete(blobs: BlobStore, committee: string, hash: string, bytes: Uint8Array): Promise<void> {
  async function* from(offset: number): AsyncGenerator<Uint8Array, void> {
    yield bytes.subarray(offset);
  }
  for (let tries = 0; ; tries++) {
    const offset = await blobs.partial(committee, hash);
    try {
      return void (await blobs.append(committee, hash, offset, bytes.length, from(offset)));
    } catch (error) {
      // What came by line was wrong and is dropped, or more of it came meanwhile.
      if (tries >= 2 || !(error instanceof WrongContent || error instanceof OffsetMismatch)) throw error;
    }
  }
}
