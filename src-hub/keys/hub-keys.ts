import { hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import { rawPublicKey } from '#shared/node/ed25519';
import { newPrivateKeyPem, privateKeyOf } from '../crypto/keys';
import { type Authority, createAuthority } from './authority';

/**
 * The hub's identity. Whoever loses its file loses the scans and every enrolment: it belongs into every backup. Several instances on one
 * database have the same file.
 */
export interface HubKeys {
  /** Random id of this hub; it stays through moves and restores. */
  readonly id: string;
  readonly signing: KeyObject;
  readonly publicKey: string;
  /** AES-256 key for scans at rest. */
  readonly storage: Buffer;
  /** Opens what sticks bring: an age identity (X25519), AGE-SECRET-KEY-1… */
  readonly ageIdentity: string;
  /** What workstations encrypt sticks to, age1… */
  readonly ageRecipient: string;
  /** Signs the certificates of the hub's TLS servers. */
  readonly authority: Authority;
}

const file = z.object({
  version: z.literal(1),
  id: z.string(),
  signing: z.string(),
  master: z.string().length(64),
  age: z.string().optional(),
  authority: z.object({ certificate: z.string(), key: z.string() }).optional(),
});
type Kept = Required<z.infer<typeof file>>;

export const keysFileOf = (dir: string): string => path.join(dir, 'keys.json');

/** Reads the keys of a hub, or makes them at its first start; adds those that an older version did not have. */
export async function openHubKeys(name: string): Promise<HubKeys> {
  await mkdir(path.dirname(name), { recursive: true });
  const text = await readFile(name, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const found = text === undefined ? newIdentity() : file.parse(JSON.parse(text));
  const kept: Kept = {
    ...found,
    age: found.age ?? (await generateX25519Identity()),
    authority: found.authority ?? (await createAuthority(found.id)),
  };
  if (!found.age || !found.authority) await write(name, kept);
  const signing = privateKeyOf(kept.signing);
  return {
    id: kept.id,
    signing,
    publicKey: rawPublicKey(signing),
    storage: Buffer.from(hkdfSync('sha256', Buffer.from(kept.master, 'hex'), '', 'kts hub scans 1', 32)),
    ageIdentity: kept.age,
    ageRecipient: await identityToRecipient(kept.age),
    authority: kept.authority,
  };
}

const newIdentity = (): z.infer<typeof file> => ({
  version: 1,
  id: randomBytes(8).toString('hex'),
  signing: newPrivateKeyPem(),
  master: randomBytes(32).toString('hex'),
});

async function write(name: string, keys: Kept): Promise<void> {
  await writeFile(`${name}.part`, JSON.stringify(keys), { mode: 0o600, flush: true });
  await rename(`${name}.part`, name);
}
