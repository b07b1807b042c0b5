/**
 * A backup on a second place (USB disk, network folder): everything in it is encrypted as in the book itself.
 *
 *   kiem-tra-so-sao-luu/<committee>/
 *     sets/2026-03-02T08-15-00Z/  vault.json   how it is opened: passphrases and recovery sheet of that day
 *                                 book.db      the database, by VACUUM INTO
 *                                 pages.list   hashes of the page images that belong to it, one a line
 *                                 manifest.json, with an HMAC by the book's key: written last
 *     pages/<key id>/ab/<sha256>.ktp           page images of all sets, each copied once; another folder after a rotation of keys
 *
 * A set is made under a name that ends in `.part` and renamed when it is whole and was opened again.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Secret } from '../vault/secret';

export const backupFolder = 'kiem-tra-so-sao-luu';
export const partSuffix = '.part';

const manifestSchema = z.object({
  format: z.literal('kiem-tra-so backup'),
  version: z.literal(1),
  committee: z.object({ id: z.string(), name: z.string() }),
  madeAt: z.string(),
  appVersion: z.string(),
  schema: z.int(),
  database: z.object({ bytes: z.int(), sha256: z.string() }),
  /** SHA-256 of pages.list, and how many it names. */
  pages: z.object({ keyId: z.string(), count: z.int(), sha256: z.string() }),
  records: z.int(),
  audit: z.object({ seq: z.int(), hash: z.string() }),
  mac: z.string(),
});
export type Manifest = z.infer<typeof manifestSchema>;

export interface BackupSet {
  readonly dir: string;
  readonly name: string;
  readonly manifest: Manifest;
}

export const rootOf = (place: string, committeeId: string): string => join(place, backupFolder, committeeId);
export const setsOf = (root: string): string => join(root, 'sets');
export const pageOf = (root: string, keyId: string, hash: string): string => join(root, 'pages', keyId, hash.slice(0, 2), `${hash}.ktp`);
export const setName = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;

/** Names the key of pages without telling anything of it. */
export const keyIdOf = (pages: Secret): string => createHmac('sha256', pages.reveal()).update('key id').digest('hex').slice(0, 16);

export const macOf = ({ mac: _mac, ...rest }: Omit<Manifest, 'mac'> & { mac?: string }, key: Secret): string =>
  createHmac('sha256', key.reveal()).update(JSON.stringify(rest)).digest('hex');

export function isGenuine(manifest: Manifest, key: Secret): boolean {
  const [given, right] = [Buffer.from(manifest.mac, 'hex'), Buffer.from(macOf(manifest, key), 'hex')];
  return given.length === right.length && timingSafeEqual(given, right);
}

/** Whole sets under a root, newest first. What cannot be read is left out. */
export function readSets(root: string): BackupSet[] {
  return namesIn(setsOf(root))
    .filter((name) => !name.endsWith(partSuffix))
    .sort()
    .reverse()
    .flatMap((name) => {
      const dir = join(setsOf(root), name);
      const manifest = readManifest(dir);
      return manifest ? [{ dir, name, manifest }] : [];
    });
}

/** Sets of all committees in a place, as a person points to it: the disk, the folder, or one inside. Newest first. */
export function findSets(place: string): BackupSet[] {
  const roots = [
    place,
    ...namesIn(join(place, backupFolder)).map((name) => join(place, backupFolder, name)),
    ...namesIn(place).map((name) => join(place, name)),
  ];
  const found = new Map(roots.flatMap(readSets).map((set) => [set.dir, set]));
  return [...found.values()].sort((a, b) => (a.name < b.name ? 1 : -1));
}

export function readManifest(dir: string): Manifest | undefined {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
