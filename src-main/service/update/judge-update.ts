import { AppError } from '#shared/errors/app-error';
import { verifiesText } from '#shared/node/ed25519';
import { judgeHead, type Judged, type UpdateRefusal } from '#shared/update/manifest';
import type { UpdateSource } from './update-source';
import { releaseKeys } from '#shared/node/release-keys';
import { schemaVersion } from '../store/migrations/index';
import { appVersion } from '../app-version';

/** Where an update would be installed. */
export interface UpdatePlace {
  /** Of the running program. */
  readonly version: string;
  /** Of the books that it writes. */
  readonly schema: number;
  /** `process.platform`-`process.arch`. */
  readonly system: string;
  /** Public keys of releases, raw, base64url. */
  readonly trusted: readonly string[];
}

/** This program. */
export const updatePlace = (dataDir: string): UpdatePlace => ({
  version: appVersion,
  schema: schemaVersion,
  system: `${process.platform}-${process.arch}`,
  trusted: releaseKeys(dataDir),
});

/** What an update says, where it is signed, newer and for this system. @throws AppError update.refused with why */
export async function judgeUpdate(source: UpdateSource, place: UpdatePlace): Promise<Judged> {
  const judged = judgeHead(source.head, place, verifiesText);
  if (typeof judged === 'string') throw refusedUpdate(judged);
  // An older schema could not open the books of this one.
  if (judged.body.schema < place.schema) throw refusedUpdate('older');
  if (judged.part.offset + judged.part.bytes > source.bytes) throw refusedUpdate('content');
  return judged;
}

export const refusedUpdate = (why: UpdateRefusal): AppError => new AppError('update.refused', { why });
