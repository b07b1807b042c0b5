/**
 * vault.json: what can be read before unlocking. It holds the head of the committee, the users, and the master key wrapped
 * once for each user: AES-256-GCM under Argon2id(passphrase, salt), bound to the committee and the user.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/errors/app-error';
import type { Committee } from '../book/book';
import { writeAtomic } from './write-atomic';

const userSchema = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  /** base64 */
  salt: z.string(),
  params: z.object({ algorithm: z.literal('argon2id'), memory: z.int().min(8), passes: z.int().min(1), lanes: z.int().min(1) }),
  /** base64 of nonce, ciphertext, tag */
  wrapped: z.string(),
});

const vaultSchema = z.object({
  format: z.literal('kiem-tra-so vault'),
  version: z.literal(1),
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
  users: z.array(userSchema).min(1),
});

export type VaultFile = z.infer<typeof vaultSchema>;
export type VaultUser = VaultFile['users'][number];

const vaultPath = (dir: string): string => join(dir, 'vault.json');

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

export const writeVault = (dir: string, vault: VaultFile): void => writeAtomic(vaultPath(dir), `${JSON.stringify(vault, null, 2)}\n`);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
