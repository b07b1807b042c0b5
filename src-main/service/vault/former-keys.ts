import type { BookKeys } from '../book/book';
import { decrypt, encrypt } from './aead';
import { deriveBookKeys, forgetKeys } from './keys';
import { Secret } from './secret';
import type { VaultFile } from './vault-file';

const about = 'former sealed key';

/** All keys of a book: those of its master key, and those under which sealed fields were sealed before rotations. */
export function bookKeysOf(vault: Pick<VaultFile, 'formerSealed'>, master: Secret): BookKeys {
  const keys = deriveBookKeys(master);
  const former = vault.formerSealed.flatMap((kept) => {
    const bytes = decrypt(keys.vault, about, Buffer.from(kept, 'base64'));
    return bytes ? [new Secret(bytes)] : [];
  });
  return { ...keys, formerSealed: former };
}

/** What the vault keeps of sealed keys after a rotation from `keys` to `next`: the one that goes and those before it, the latest first. */
export function formerSealedAfter(keys: BookKeys, next: Secret): string[] {
  const nextKeys = deriveBookKeys(next);
  const kept = [keys.sealed, ...keys.formerSealed].map((key) => encrypt(nextKeys.vault, about, key.reveal()).toString('base64'));
  forgetKeys(nextKeys);
  return kept;
}
