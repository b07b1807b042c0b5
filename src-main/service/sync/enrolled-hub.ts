import { z } from 'zod';
import { deviceCertificate, publicKey } from '#shared/sync/certificate';
import type { SyncState } from '../store/settings';

const enrolledHub = z.object({ url: z.string(), name: z.string(), publicKey, certificate: deviceCertificate });

/** The hub that this workstation is enrolled with; its key is what every certificate must be signed by. */
export type EnrolledHub = z.infer<typeof enrolledHub>;

const stateKey = 'hub';

export const readHub = (state: SyncState): EnrolledHub | undefined => enrolledHub.optional().parse(state.get(stateKey));
export const keepHub = (state: SyncState, hub: EnrolledHub): void => state.set(stateKey, hub);
