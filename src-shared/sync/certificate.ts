/**
 * Certificate of a workstation: the hub's word that a signing key belongs to a device of a committee. Signed with the
 * hub's Ed25519 key over canonical(certificate without signature); a workstation learns the hub's key at enrolment.
 */
import { z } from 'zod';
import { canonical } from './op';

/** Ed25519 public key, raw 32 bytes, base64url. */
export const publicKey = z.string().regex(/^[0-9A-Za-z_-]{43}$/);
export const signature = z.string().regex(/^[0-9A-Za-z_-]{86}$/);

export const deviceCertificate = z.object({
  version: z.literal(1),
  hub: z.string().min(1).max(64),
  committee: z.string().regex(/^[0-9A-Za-z._-]{1,64}$/),
  device: z.string().regex(/^[0-9A-Za-z._-]{1,64}$/),
  deviceName: z.string().max(120),
  publicKey,
  issuedAt: z.iso.datetime(),
  /** The hub has no network and may hold papers above THUONG; it answers by stick alone (eligible.ts). */
  standalone: z.literal(true).optional(),
  signature,
});
export type DeviceCertificate = z.infer<typeof deviceCertificate>;

/** The text that the hub signs. */
export function certificateText(certificate: Omit<DeviceCertificate, 'signature'>): string {
  const { version, hub, committee, device, deviceName, publicKey: key, issuedAt, standalone } = certificate;
  return `kts certificate 1\n${canonical({ version, hub, committee, device, deviceName, publicKey: key, issuedAt, standalone })}`;
}
