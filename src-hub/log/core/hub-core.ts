import type { BatchTools } from '#shared/sync/batch';
import type { DeviceCertificate } from '#shared/sync/certificate';
import type { AuthorMark, HubStore } from './hub-store';

/** What the decisions work with: storage, the runtime's tools, and who this hub is. */
export interface HubCore {
  readonly store: HubStore;
  readonly tools: BatchTools;
  /** Ed25519; `publicKey` raw in base64url. False for anything that is not this key's signature. */
  verify(publicKey: string, data: Uint8Array, signature: Uint8Array): boolean;
  /** The hub as an author (protocol, section 9). */
  readonly hub: { readonly device: string; readonly publicKey: string };
  sign(hash: Uint8Array): Uint8Array;
  /** Whether this hub signed the certificate. */
  isOwnCertificate(certificate: DeviceCertificate): boolean;
  /** The hub's own certificate as an author in a committee. */
  certificateFor(committee: string): DeviceCertificate;
  /** No network: it may take what is above THUONG (protocol, section 12). */
  readonly standalone: boolean;
  /** `backup`: only what the last finished backup holds counts as durable (protocol, section 6). */
  readonly durable: 'commit' | 'backup';
}

/** Up to which seq an author's ops survive the loss of the hub's first disk. */
export const confirmedOf = (core: HubCore, mark: AuthorMark): number => (core.durable === 'commit' ? mark.lastSeq : mark.confirmed);
