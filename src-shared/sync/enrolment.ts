/**
 * Enrolment of a workstation by a short code (rule 15).
 *
 * The code is 10 characters of Crockford's base 32 (50 bits), valid once, for 24 hours and 5 tries. It never travels:
 *
 *   key      = scrypt(code, salt = "kts enrolment 1 " + first two characters, N 2^15, r 8, p 1, 32 bytes)
 *   request  = { selector: first two characters, device, deviceName, publicKey, recipient?, nonce, proof }
 *   proof    = HMAC-SHA256(key, "kts enrol client 1\n" + canonical(request without proof))
 *   answer   = { certificate, hubName, hubPublicKey, recipient?, tlsAuthority?, proof }
 *   proof    = HMAC-SHA256(key, "kts enrol hub 1\n" + canonical(request) + "\n" + canonical(answer without proof))
 *
 * Both sides thereby prove that they know the code, and the answer's proof binds the hub's key to it: somebody in the
 * middle can neither enrol nor pose as the hub, nor slip in another TLS authority. The same request again (its answer was lost)
 * gives the same answer. What has a question mark came with version 2 of the protocol and is left out towards version 1.
 */
import { z } from 'zod';
import { deviceCertificate, publicKey } from './certificate';
import { canonical } from './op';

export const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const codeLength = 10;
export const codeTries = 5;
export const codeHours = 24;
export const scryptCost = { N: 2 ** 15, r: 8, p: 1 } as const;
export const keyBytes = 32;

const proof = z.string().regex(/^[0-9a-f]{64}$/);
/** Whom a bundle is encrypted to: an X25519 public key as age writes it. */
export const ageRecipient = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/);
/** A certificate in PEM. */
const pem = z
  .string()
  .max(8192)
  .regex(/^-----BEGIN CERTIFICATE-----\n[0-9A-Za-z+/=\n]+-----END CERTIFICATE-----\n?$/);
export const enrolRequest = z.strictObject({
  selector: z.string().regex(/^[0-9A-Z]{2}$/),
  device: z.string().regex(/^[0-9A-Za-z._-]{8,64}$/),
  deviceName: z.string().min(1).max(120),
  publicKey,
  recipient: ageRecipient.optional(),
  nonce: z.string().regex(/^[0-9a-f]{32}$/),
  proof,
});
export const enrolAnswer = z.object({
  certificate: deviceCertificate,
  hubName: z.string().max(200),
  hubPublicKey: publicKey,
  /** The hub's recipient for bundles. */
  recipient: ageRecipient.optional(),
  /** The authority that alone vouches for the hub's TLS from now on. */
  tlsAuthority: pem.optional(),
  proof,
});
export type EnrolRequest = z.infer<typeof enrolRequest>;
export type EnrolAnswer = z.infer<typeof enrolAnswer>;

/** What a person typed, as the code is meant: case, spaces and hyphens do not count, I and L are 1, O is 0. Undefined: not a code. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  return code.length === codeLength && [...code].every((c) => crockford.includes(c)) ? code : undefined;
}

/** XXXXX-XXXXX, as it is read out over the telephone. */
export const writeCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;
export const selectorOf = (code: string): string => code.slice(0, 2);
export const saltOf = (selector: string): string => `kts enrolment 1 ${selector}`;

export const clientTranscript = (request: Omit<EnrolRequest, 'proof'>): string => {
  const { selector, device, deviceName, publicKey: key, recipient, nonce } = request;
  return `kts enrol client 1\n${canonical({ selector, device, deviceName, publicKey: key, recipient, nonce })}`;
};
export const hubTranscript = (request: EnrolRequest, answer: Omit<EnrolAnswer, 'proof'>): string =>
  `kts enrol hub 1\n${canonical(request)}\n${canonical(answer)}`;
