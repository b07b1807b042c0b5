import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '#shared/errors/app-error';
import { verifiesText } from '#shared/node/ed25519';
import { packSchema } from '#shared/rules/packs/pack-schema';
import type { RulePack } from '#shared/rules/packs/index';

/**
 * A rule pack as a file: the pack's JSON as text, and an Ed25519 signature over that very text with the key that made it. Readable by people, so
 * that a committee sees what it takes over.
 */
const fileSchema = z.object({
  format: z.literal('kts-rule-pack-1'),
  content: z.string().max(1_000_000),
  key: z.string().regex(/^[\w-]{43}$/),
  signature: z.string().regex(/^[\w-]{86}$/),
});

/** The largest file that is read: packs of all types with long texts take some hundred kilobytes. */
const mostBytes = 2_000_000;
const signed = (content: string): string => `kts-rule-pack-1\n${content}`;

export interface SignedPack {
  readonly pack: RulePack;
  readonly content: string;
  /** Raw Ed25519 key, base64url. */
  readonly key: string;
}

export interface Signer {
  readonly publicKey: string;
  sign(data: string): Uint8Array;
}

/** The text of a signed file. */
export function writePackText(pack: RulePack, { publicKey, sign }: Signer): string {
  const content = JSON.stringify(pack);
  const signature = Buffer.from(sign(signed(content))).toString('base64url');
  return `${JSON.stringify({ format: 'kts-rule-pack-1', content, key: publicKey, signature }, null, 1)}\n`;
}

/**
 * The pack of a signed file.
 * @throws AppError rules.notSigned for anything whose signature does not hold, rules.notAPack for a pack that this version cannot follow
 */
export function readPackText(text: string): SignedPack {
  const file = parsed(text, fileSchema);
  if (!file || !verifiesText(file.key, signed(file.content), file.signature)) throw new AppError('rules.notSigned');
  const pack = parsed(file.content, packSchema);
  if (!pack) throw new AppError('rules.notAPack');
  return { pack, content: file.content, key: file.key };
}

function parsed<T>(text: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export async function readPackFile(path: string): Promise<SignedPack> {
  const { size } = await stat(path).catch(() => {
    throw new AppError('rules.notSigned');
  });
  if (size > mostBytes) throw new AppError('rules.notSigned');
  return readPackText(await readFile(path, 'utf8'));
}

export async function writePackFile(path: string, pack: RulePack, signer: Signer): Promise<void> {
  const part = `${path}.part`;
  await writeFile(part, writePackText(pack, signer), 'utf8');
  await rename(part, path);
}
