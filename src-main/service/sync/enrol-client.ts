import { createHmac, randomBytes, scrypt, timingSafeEqual, X509Certificate } from 'node:crypto';
import { healthAnswer, paths, protocolVersion } from '#shared/contract/hub';
import { AppError } from '#shared/errors/app-error';
import { certificateText } from '#shared/sync/certificate';
import {
  clientTranscript,
  type EnrolAnswer,
  enrolAnswer,
  type EnrolRequest,
  hubTranscript,
  keyBytes,
  readCode,
  saltOf,
  scryptCost,
  selectorOf,
} from '#shared/sync/enrolment';
import { verifiesText } from '#shared/node/ed25519';
import type { DeviceKey } from './crypto/device-key';
import type { EnrolledHub } from './enrolled-hub';
import { sendUnsigned } from './http-client';
import { parseReply } from './hub-client';

export interface Enrolling extends Requesting {
  readonly hubUrl: string;
}

/** Who asks, and with which code. */
export interface Requesting {
  readonly code: string;
  readonly device: string;
  readonly deviceName: string;
  readonly key: DeviceKey;
  /** What the hub encrypts bundles to. */
  readonly recipient?: string;
}

/** A request, and the key that its answer is proven with: to be kept secret until then. */
export interface MadeRequest {
  readonly request: EnrolRequest;
  readonly shared: Buffer;
}

/** First of the two messages (src-shared/sync/enrolment). @throws AppError sync.badCode for what is no code */
export async function makeRequest({ code: typed, device, deviceName, key, recipient }: Requesting): Promise<MadeRequest> {
  const code = readCode(typed);
  if (!code) throw new AppError('sync.badCode');
  const shared = await keyOf(code);
  const open = {
    selector: selectorOf(code),
    device,
    deviceName,
    publicKey: key.publicKey,
    ...(recipient && { recipient }),
    nonce: randomBytes(16).toString('hex'),
  };
  return { request: { ...open, proof: hmac(shared, clientTranscript(open)) }, shared };
}

/** Second message: the hub, without its address. @throws AppError sync.badAnswer unless it knows the code and certifies this very device */
export function acceptAnswer({ request, shared }: MadeRequest, answer: EnrolAnswer): Omit<EnrolledHub, 'url'> {
  const { proof, ...plain } = answer;
  const { signature, ...certificate } = answer.certificate;
  const proven = timingSafeEqual(Buffer.from(proof), Buffer.from(hmac(shared, hubTranscript(request, plain))));
  const mine = certificate.device === request.device && certificate.publicKey === request.publicKey;
  if (!proven || !mine || !verifiesText(answer.hubPublicKey, certificateText(certificate), signature)) throw new AppError('sync.badAnswer');
  const { hubName: name, hubPublicKey: publicKey, certificate: full, recipient, tlsAuthority } = answer;
  return { name, publicKey, certificate: full, ...(recipient && { recipient }), ...(tlsAuthority && { tlsAuthority }) };
}

/**
 * Enrols by a one-time code over the network. Nothing is kept here; the caller does. TLS is not verified at this first contact: the
 * answer's proof brings the authority, which must have signed the very certificate that was seen.
 * @throws AppError sync.badCode, sync.plainAddress, sync.unreachable, sync.badAnswer (not a hub, or one that does not know the code)
 */
export async function enrolWith({ hubUrl, recipient, ...requesting }: Enrolling): Promise<EnrolledHub> {
  if (!readCode(requesting.code)) throw new AppError('sync.badCode');
  const health = await sendUnsigned({ url: hubUrl, unverified: true }, 'GET', paths.health);
  if (health.status >= 500) throw new AppError('sync.unreachable');
  const protocol = Math.min(parseReply(healthAnswer, health).protocol, protocolVersion);
  if (protocol >= 2 && isOpenToOthers(hubUrl)) throw new AppError('sync.plainAddress');
  // A hub of version 1 refuses what it does not know, and brings no authority: the system's must vouch for it.
  const made = await makeRequest({ ...requesting, ...(recipient && protocol >= 2 && { recipient }) });
  const reply = await sendUnsigned({ url: hubUrl, unverified: protocol >= 2 }, 'POST', paths.enrol, JSON.stringify(made.request));
  if (reply.failure === 'bad-code') throw new AppError('sync.badCode');
  if (reply.status === 429) throw new AppError('sync.hubBusy', { seconds: 60 });
  if (reply.status >= 500) throw new AppError('sync.unreachable');
  const hub = acceptAnswer(made, parseReply(enrolAnswer, reply));
  if (protocol >= 2 && !isSignedBy(reply.certificate, hub.tlsAuthority)) throw new AppError('sync.badAnswer');
  return { url: hubUrl, ...hub };
}

/** Without TLS what is sent could be read on its way; only to this very machine there is none. */
function isOpenToOthers(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !/^(localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/.test(hostname);
}

/** @param seen DER of the certificate of the connection; undefined without TLS */
function isSignedBy(seen: Buffer | undefined, authority: string | undefined): boolean {
  if (seen === undefined) return true;
  if (authority === undefined) return false;
  try {
    const [leaf, root] = [new X509Certificate(seen), new X509Certificate(authority)];
    return leaf.checkIssued(root) && leaf.verify(root.publicKey);
  } catch {
    return false;
  }
}

const hmac = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('hex');

const keyOf = (code: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(code, saltOf(selectorOf(code)), keyBytes, { ...scryptCost, maxmem: 64 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
