/**
 * The hub's own certificate authority. Workstations get its certificate under the proof of the enrolment code and from then on
 * trust it alone, so no public authority and no name that the whole world can resolve is needed.
 */
import './reflect-metadata';
import { randomBytes, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';

export interface Authority {
  /** PEM; what workstations pin. */
  readonly certificate: string;
  /** PEM, PKCS #8. */
  readonly key: string;
}
export interface ServerCertificate {
  /** PEM. */
  readonly certificate: string;
  readonly key: string;
  readonly expiresAt: Date;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const authorityYears = 10;
const serverDays = 398;
const dayMs = 86_400_000;
/**
 * Certificates count from long ago, because workstations whose clock fell back to the day of its making must get through as
 * well: a wrong clock is shown to people, never refused. Trust comes from the pinned authority, not from this date.
 */
const validFrom = new Date('2010-01-01T00:00:00Z');

// The global Web Crypto, whose types are those of @peculiar/x509 wherever this is compiled.
const { subtle } = globalThis.crypto;
const newPair = () => subtle.generateKey(algorithm, true, ['sign', 'verify']);
type PrivateKey = Awaited<ReturnType<typeof newPair>>['privateKey'];
const keyPem = async (key: PrivateKey): Promise<string> => x509.PemConverter.encode(await subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
const importKey = (pem: string): Promise<PrivateKey> =>
  subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(pem), algorithm, false, ['sign']);
const serial = (): string => `40${randomBytes(15).toString('hex')}`;

/** A new authority for ten years. `hub` is the hub's id. */
export async function createAuthority(hub: string, now = new Date()): Promise<Authority> {
  const keys = await newPair();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: [{ CN: [`KTS hub ${hub} authority`] }],
    notBefore: validFrom,
    notAfter: new Date(now.getTime() + authorityYears * 365.25 * dayMs),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: certificate.toString('pem'), key: await keyPem(keys.privateKey) };
}

/** A certificate with a key of its own for these names and addresses, for 398 days or as long as the authority lasts. */
export async function issueServerCertificate(authority: Authority, names: readonly string[], now = new Date()): Promise<ServerCertificate> {
  const issuer = new x509.X509Certificate(authority.certificate);
  const keys = await newPair();
  const expiresAt = new Date(Math.min(now.getTime() + serverDays * dayMs, issuer.notAfter.getTime()));
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: [{ CN: ['KTS hub'] }],
    issuer: issuer.subject,
    notBefore: validFrom,
    notAfter: expiresAt,
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: await importKey(authority.key),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: isIP(value) ? ('ip' as const) : ('dns' as const), value }))),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: certificate.toString('pem'), key: await keyPem(keys.privateKey), expiresAt };
}

/** Whether this certificate was signed by the authority. */
export const signedBy = (certificate: string, authority: string): boolean =>
  new X509Certificate(certificate).verify(new X509Certificate(authority).publicKey);
