import type { SyncState } from '../../store/settings';

const stateKey = 'device.age';

/** The key that opens bundles written to this workstation. It lives in the encrypted book, beside the signing key. */
export async function openAgeIdentity(state: SyncState): Promise<{ identity: string; recipient: string }> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  let identity = state.get<string>(stateKey);
  if (identity === undefined) {
    identity = await generateX25519Identity();
    state.set(stateKey, identity);
  }
  return { identity, recipient: await identityToRecipient(identity) };
}
