/**
 * vault.json: what can be read before unlocking. It holds the head of the committee, the people and, for each of them, the master key
 * (see key-holder), the same for the recovery sheet and for the system's key store, and a rotation that is under way. Nothing in it is secret, and none of it can be
 * changed unseen: `seal` is an HMAC of the whole under a key that is derived from the master key, checked when the book is opened.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/errors/app-error';
import type { Committee } from '../book/book';
import { holderSchema } from './key-holder';
import type { Secret } from './secret';
import { writeAtomic } from '#shared/node/write-atomic';

const userSchema = holderSchema.extend({ id: z.string(), name: z.string(), title: z.string() });

const recoverySchema = holderSchema.extend({
  id: z.string(),
  madeAt: z.string(),
  /** One sheet, or three shares of which two open. */
  split: z.boolean(),
});

/** A way in by the system's key store (os-store); `sealed` is the holder's secret, encrypted by the system. */
const machineSchema = holderSchema.extend({ id: z.string(), userId: z.string(), sealed: z.string().max(4000) });

/** A rotation that is not finished: every holder has the next master key beside the present one. */
const rotationSchema = z.object({
  startedAt: z.string(),
  /** The next master key in a box for each holder, by id. */
  next: z.record(z.string(), z.string()),
});

const vaultSchema = z.object({
  format: z.literal('kiem-tra-so vault'),
  version: z.union([z.literal(1), z.literal(2)]),
  committee: z.object({
    id: z.string(),
    name: z.string(),
    partyCommittee: z.string(),
    province: z.string(),
    symbol: z.string(),
    term: z.string(),
    profile: z.enum(['connected', 'standalone']),
    createdAt: z.string(),
  }) satisfies z.ZodType<Committee>,
  users: z.array(userSchema).min(1).max(50),
  recovery: recoverySchema.nullable().default(null),
  /** Absent in files from before, whose seal knows no such key. */
  machines: z.array(machineSchema).max(50).optional(),
  /** Keys of sealed fields from before rotations, each encrypted under the present one. */
  formerSealed: z.array(z.string()).default([]),
  rotation: rotationSchema.nullable().default(null),
  /** base64; absent in version 1 */
  seal: z.string().optional(),
});

export type VaultFile = z.infer<typeof vaultSchema>;
export type VaultUser = VaultFile['users'][number];
export type VaultRecovery = NonNullable<VaultFile['recovery']>;

export const vaultName = 'vault.json';
const vaultPath = (dir: string): string => join(dir, vaultName);

/** @throws AppError store.notFound, store.notABook */
export function readVault(dir: string): VaultFile {
  let text: string;
  try {
    text = readFileSync(vaultPath(dir), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new AppError(code === 'ENOENT' || code === 'ENOTDIR' ? 'store.notFound' : 'store.io', { dir }, error);
  }
  const parsed = vaultSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new AppError('store.notABook', { file: vaultPath(dir) });
  return parsed.data;
}

/** Writes the whole file with its seal, or leaves the old one. */
export function writeVault(dir: string, vault: VaultFile, vaultKey: Secret): void {
  const { seal: _old, ...rest } = vault;
  const whole = { ...rest, version: 2 as const };
  writeAtomic(vaultPath(dir), `${JSON.stringify({ ...whole, seal: sealOf(whole, vaultKey).toString('base64') }, null, 2)}\n`);
}

/** Whether the file is as it was written by somebody who had the master key. One of version 1 carries no seal. */
export function isGenuine({ seal, ...rest }: VaultFile, vaultKey: Secret): boolean {
  if (rest.version === 1) return seal === undefined;
  const given = Buffer.from(seal ?? '', 'base64');
  const right = sealOf(rest, vaultKey);
  return given.length === right.length && timingSafeEqual(given, right);
}

const sealOf = (vault: Omit<VaultFile, 'seal'>, key: Secret): Buffer =>
  createHmac('sha256', key.reveal())
    .update(ordered(vaultSchema.parse(vault)))
    .digest();

/** JSON with the keys of every object in order, so that the seal does not depend on how the file was written. */
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
