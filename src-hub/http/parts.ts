import type { BlobStore } from '../blobs/blob-store';
import type { Database } from '../database/database';
import type { HubOptions } from '../config';
import type { HubKeys } from '../keys/hub-keys';

/** What the routes work with. */
export interface HubParts {
  readonly name: string;
  readonly logLevel: HubOptions['logLevel'];
  readonly keys: HubKeys;
  readonly database: Database;
  readonly blobs: BlobStore;
}
