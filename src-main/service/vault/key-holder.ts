/**
 * Who can open the book: a person by passphrase, or the recovery sheet by its words. The master key lies in a box for the holder's
 * X25519 key, whose private half is encrypted under Argon2id(passphrase, salt). A new master key can so be given to a holder who is
 * not there; a new passphrase changes nothing but the holder's own entry.
 */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { decrypt, encrypt } from './aead';
import { deriveKey, type KdfParams } from './passphrase';
import { newBoxKeys, openBox, sealFor } from './sealed-box';
import { Secret } from './secret';

const base64 = z.string().max(400);

export const holderSchema = z.object({
  salt: base64,
  /** The upper bounds keep an altered file from asking for more memory or time than an office PC has. */
  params: z.object({
    algorithm: z.literal('argon2id'),
    memory: z.int().min(8).max(1_048_576),
    passes: z.int().min(1).max(256),
    lanes: z.int().min(1).max(8),
  }),
  /** X25519. Absent in entries of version 1, where `wrapped` is the master key directly under the passphrase. */
  publicKey: base64.optional(),
  /** Encrypted under the passphrase. */
  privateKey: base64.optional(),
  wrapped: base64,
});
export type KeyHolder = z.infer<typeof holderSchema>;

/** Names committee and holder; bound to everything that is wrapped for them. */
export type HolderName = `${string}|${string}`;

const privateAbout = (name: HolderName): string => `vault 2 key|${name}`;
const wrapAbout = (name: HolderName): string => `vault 2|${name}`;
const oldAbout = (name: HolderName): string => `vault 1|${name}`;

export async function makeHolder(name: HolderName, secret: string, params: KdfParams, master: Secret): Promise<KeyHolder> {
  const salt = randomBytes(16);
  const key = await deriveKey(secret, salt, params);
  const box = newBoxKeys();
  const holder: KeyHolder = {
    salt: salt.toString('base64'),
    params,
    publicKey: box.publicKey.toString('base64'),
    privateKey: encrypt(key, privateAbout(name), box.privateKey.reveal()).toString('base64'),
    wrapped: sealFor(box.publicKey, wrapAbout(name), master.reveal()).toString('base64'),
  };
  key.forget();
  box.privateKey.forget();
  return holder;
}

/** The master key and whatever else is in boxes for this holder; undefined when the passphrase or the words are wrong. */
export async function openHolder(
  name: HolderName,
  secret: string,
  holder: KeyHolder,
  also?: string,
): Promise<{ readonly master: Secret; readonly also?: Secret } | undefined> {
  const key = await deriveKey(secret, Buffer.from(holder.salt, 'base64'), holder.params);
  try {
    if (holder.publicKey === undefined || holder.privateKey === undefined) {
      const master = decrypt(key, oldAbout(name), Buffer.from(holder.wrapped, 'base64'));
      return master && { master: taken(master) };
    }
    const privateKey = decrypt(key, privateAbout(name), Buffer.from(holder.privateKey, 'base64'));
    if (!privateKey) return undefined;
    const box = { publicKey: Buffer.from(holder.publicKey, 'base64'), privateKey: taken(privateKey) };
    const master = openBox(box, wrapAbout(name), Buffer.from(holder.wrapped, 'base64'));
    const other = also === undefined ? undefined : openBox(box, wrapAbout(name), Buffer.from(also, 'base64'));
    box.privateKey.forget();
    return master && { master: taken(master), ...(other && { also: taken(other) }) };
  } finally {
    key.forget();
  }
}

/** A master key for a holder who is not there. Undefined for an entry of version 1, which knows no public key. */
export const wrapForHolder = (name: HolderName, { publicKey }: KeyHolder, master: Secret): string | undefined =>
  publicKey === undefined ? undefined : sealFor(Buffer.from(publicKey, 'base64'), wrapAbout(name), master.reveal()).toString('base64');

function taken(bytes: Buffer): Secret {
  const secret = new Secret(bytes);
  bytes.fill(0);
  return secret;
}
