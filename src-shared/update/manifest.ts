/**
 * An update that an office can install without a network: one file, written by whoever builds releases.
 *
 *   'KTSU' 1 (5 bytes) | length of the head (4 bytes, big-endian) | head: JSON, signed | the installer or archive for each system, one after another
 *
 * The head says version, systems with offset, length and SHA-256, and the schema that the version brings. It is signed with Ed25519 by a release
 * key whose public half is part of the program; several may be trusted so that a key can be replaced. A version is taken only when it is
 * higher than the running one: an old, signed update with a known hole is refused.
 */
import { z } from 'zod';

export const updateMagic = 'KTSU\u0001';
export const mostHeadBytes = 64 * 1024;
/** Far above an installer; bounds what a damaged head makes the program read. */
export const mostPartBytes = 1024 * 1024 * 1024;

const version = z.string().regex(/^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/);
export const systems = ['win32-x64', 'linux-x64'] as const;

export const updateBody = z.strictObject({
  format: z.literal('kiem-tra-so update'),
  version,
  madeAt: z.string().max(40),
  schema: z.int().min(1),
  notes: z.strictObject({ vi: z.string().max(4000), en: z.string().max(4000) }),
  parts: z
    .array(
      z.strictObject({
        system: z.enum(systems),
        name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,100}$/),
        offset: z.int().min(0),
        bytes: z.int().min(1).max(mostPartBytes),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1)
    .max(systems.length),
});
export type UpdateBody = z.infer<typeof updateBody>;
export type UpdatePart = UpdateBody['parts'][number];

export const updateHead = z.strictObject({
  /** The signed text: JSON of {@link updateBody}. */
  body: z.string().max(mostHeadBytes),
  signatures: z
    .array(z.strictObject({ key: z.string().max(64), signature: z.string().max(120) }))
    .min(1)
    .max(8),
});

export const signedText = (body: string): string => `kiem-tra-so update 1\n${body}`;

/** Where head and content stand, from the first nine bytes; undefined for what is no update. */
export function headPlace(begin: Uint8Array): { readonly headBytes: number; readonly contentAt: number } | undefined {
  if (begin.length < 9 || [...updateMagic].some((sign, at) => begin[at] !== sign.charCodeAt(0))) return undefined;
  const headBytes = new DataView(begin.buffer, begin.byteOffset, 9).getUint32(5);
  return headBytes > mostHeadBytes ? undefined : { headBytes, contentAt: 9 + headBytes };
}

/** Whether `a` is a higher version than `b`. */
export function isHigher(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => text.split('.').map(Number));
  for (let i = 0; i < 3; i += 1) if ((x?.[i] ?? 0) !== (y?.[i] ?? 0)) return (x?.[i] ?? 0) > (y?.[i] ?? 0);
  return false;
}

export type UpdateRefusal = 'format' | 'signature' | 'older' | 'system' | 'content';

export interface Judged {
  readonly body: UpdateBody;
  readonly part: UpdatePart;
}

/**
 * What a head says, where it may be installed here. `trusted`: public keys (raw, base64url).
 * @returns the refusal where it may not
 */
export function judgeHead(
  text: string,
  here: { readonly version: string; readonly system: string; readonly trusted: readonly string[] },
  verifies: (key: string, text: string, signature: string) => boolean,
): Judged | UpdateRefusal {
  const head = updateHead.safeParse(parsed(text));
  if (!head.success) return 'format';
  const { body: signed, signatures } = head.data;
  const isSigned = signatures.some(({ key, signature }) => here.trusted.includes(key) && verifies(key, signedText(signed), signature));
  if (!isSigned) return 'signature';
  const body = updateBody.safeParse(parsed(signed));
  if (!body.success) return 'format';
  if (!isHigher(body.data.version, here.version)) return 'older';
  const part = body.data.parts.find(({ system }) => system === here.system);
  return part ? { body: body.data, part } : 'system';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
