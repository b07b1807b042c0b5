import { z } from 'zod';
import { deviceCertificate, publicKey } from '#shared/sync/certificate';
import { ageRecipient } from '#shared/sync/enrolment';
import type { SyncState } from '../store/settings';

const enrolledHub = z.object({
  /** '' where this workstation was enrolled by stick and has no way but that. */
  url: z.string(),
  name: z.string(),
  publicKey,
  certificate: deviceCertificate,
  /** Whom bundles for the hub are encrypted to; absent from hubs of version 1. */
  recipient: ageRecipient.optional(),
  /** PEM of the only authority that may vouch for the hub's TLS. */
  tlsAuthority: z.string().optional(),
});

/** The hub that this workstation is enrolled with; its key is what every certificate must be signed by. */
export type EnrolledHub = z.infer<typeof enrolledHub>;

const stateKey = 'hub';

export const readHub = (state: SyncState): EnrolledHub | undefined => enrolledHub.optional().parse(state.get(stateKey));
export const keepHub = (state: SyncState, hub: EnrolledHub): void => state.set(stateKey, hub);
