/** AES-256-GCM with a key that cannot be read back: 12 random bytes, then the ciphertext with its tag. */
const ivBytes = 12;

/** @param base64 32 bytes as the service hands them over */
export const importDraftKey = (base64: string): Promise<CryptoKey> =>
  crypto.subtle.importKey(
    'raw',
    Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)),
    'AES-GCM',
    false,
    ['encrypt', 'decrypt'],
  );

/** `name` is bound to the content, so that one draft cannot stand in for another. */
export async function sealDraft(key: CryptoKey, name: string, content: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const plain = new TextEncoder().encode(JSON.stringify(content));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) }, key, plain);
  const whole = new Uint8Array(ivBytes + sealed.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(sealed), ivBytes);
  return whole;
}

/** undefined for a draft of another book, or one that was damaged. */
export async function openDraft(key: CryptoKey, name: string, whole: Uint8Array<ArrayBuffer>): Promise<unknown> {
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: whole.subarray(0, ivBytes), additionalData: new TextEncoder().encode(name) },
      key,
      whole.subarray(ivBytes),
    );
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return undefined;
  }
}
