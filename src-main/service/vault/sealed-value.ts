import { sealedPrefix } from '#shared/sync/sealed-envelope';
import { decrypt, encrypt } from './aead';
import type { Secret } from './secret';

/** Place of a sealed value: bound to its ciphertext, so that it cannot be moved to another field or record. */
export interface SealedPlace {
  readonly type: string;
  readonly id: string;
  readonly field: string;
}

const about = ({ type, id, field }: SealedPlace): string => `sealed|${type}|${id}|${field}`;

/** Seals a text (identity of a denouncer) for this committee only; the form is that of sync/sealed-envelope. */
export const sealText = (key: Secret, place: SealedPlace, text: string): string =>
  sealedPrefix + encrypt(key, about(place), Buffer.from(text, 'utf8')).toString('base64url');

/** Undefined when it was sealed by another committee's key or was altered. `former`: keys from before rotations, tried in turn. */
export function unsealText(key: Secret, place: SealedPlace, envelope: string, former: readonly Secret[] = []): string | undefined {
  if (!envelope.startsWith(sealedPrefix)) return undefined;
  const sealed = Buffer.from(envelope.slice(sealedPrefix.length), 'base64url');
  for (const each of [key, ...former]) {
    const clear = decrypt(each, about(place), sealed);
    if (clear) return clear.toString('utf8');
  }
  return undefined;
}
