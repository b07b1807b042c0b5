import { hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { newPrivateKeyPem, privateKeyOf, rawPublicKey } from '../crypto/keys';

/** The hub's identity and the key of its scans. Whoever loses the file `keys.json` loses the scans: it belongs into every backup. */
export interface HubKeys {
  /** Random id of this hub; it stays through moves and restores. */
  readonly id: string;
  readonly signing: KeyObject;
  readonly publicKey: string;
  /** AES-256 key for scans at rest. */
  readonly storage: Buffer;
}

const file = z.object({ version: z.literal(1), id: z.string(), signing: z.string(), master: z.string().length(64) });

export async function openHubKeys(dir: string): Promise<HubKeys> {
  await mkdir(dir, { recursive: true });
  const name = path.join(dir, 'keys.json');
  const text = await readFile(name, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const kept = text === undefined ? await createKeys(name) : file.parse(JSON.parse(text));
  const signing = privateKeyOf(kept.signing);
  const storage = Buffer.from(hkdfSync('sha256', Buffer.from(kept.master, 'hex'), '', 'kts hub scans 1', 32));
  return { id: kept.id, signing, publicKey: rawPublicKey(signing), storage };
}

async function createKeys(name: string): Promise<z.infer<typeof file>> {
  const keys = {
    version: 1 as const,
    id: randomBytes(8).toString('hex'),
    signing: newPrivateKeyPem(),
    master: randomBytes(32).toString('hex'),
  };
  await writeFile(`${name}.part`, JSON.stringify(keys), { mode: 0o600, flush: true });
  await rename(`${name}.part`, name);
  return keys;
}
