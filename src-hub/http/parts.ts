import type { BlobStore } from '../blobs/blob-store';
import type { HubOptions } from '../config';
import type { Database } from '../database/database';
import type { HubKeys } from '../keys/hub-keys';
import type { HubCore } from '../log/core/hub-core';
import type { Rates } from '../limits/rates';
import type { Meter } from '../metrics/meter';
import type { HubUpdates } from '../updates/hub-updates';

/** What the hub is made of; the routes work with it. */
export interface HubParts {
  readonly name: string;
  readonly keys: HubKeys;
  readonly database: Database;
  /** Takes and gives batches. */
  readonly core: HubCore;
  readonly blobs: BlobStore;
  readonly updates: HubUpdates;
  readonly meter: Meter;
  /** PEM that workstations pin; undefined where the hub speaks plain HTTP and no proxy's authority is known. */
  readonly tlsAuthority: string | undefined;
  /** @throws HubFailure 507 when the disk has no more room than the reserve */
  readonly checkSpace: () => Promise<void>;
}

export interface ServerOptions extends Pick<HubOptions, 'logLevel' | 'logTo' | 'behindProxy'> {
  readonly rates: Rates;
  /** Certificate and key in PEM; absent: plain HTTP. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
  readonly metricsToken?: string | undefined;
}
