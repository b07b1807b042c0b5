import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { paths } from '#shared/contract/hub';
import { AppError } from '#shared/errors/app-error';
import { certificateText } from '#shared/sync/certificate';
import { clientTranscript, enrolAnswer, hubTranscript, keyBytes, readCode, saltOf, scryptCost, selectorOf } from '#shared/sync/enrolment';
import { type DeviceKey, verifies } from './crypto/device-key';
import type { EnrolledHub } from './enrolled-hub';
import { parseReply, sendUnsigned } from './hub-client';

export interface Enrolling {
  readonly hubUrl: string;
  readonly code: string;
  readonly device: string;
  readonly deviceName: string;
  readonly key: DeviceKey;
}

/**
 * Enrols by a one-time code (src-shared/sync/enrolment). Nothing is kept here; the caller does.
 * @throws AppError sync.badCode, sync.unreachable, sync.badAnswer (not a hub, or one that does not know the code)
 */
export async function enrolWith({ hubUrl, code: typed, device, deviceName, key }: Enrolling): Promise<EnrolledHub> {
  const code = readCode(typed);
  if (!code) throw new AppError('sync.badCode');
  const shared = await keyOf(code);
  const open = { selector: selectorOf(code), device, deviceName, publicKey: key.publicKey, nonce: randomBytes(16).toString('hex') };
  const request = { ...open, proof: hmac(shared, clientTranscript(open)) };
  const reply = await sendUnsigned(hubUrl, paths.enrol, JSON.stringify(request));
  if (reply.failure === 'bad-code') throw new AppError('sync.badCode');
  if (reply.status >= 500) throw new AppError('sync.unreachable');
  const answer = parseReply(enrolAnswer, reply);
  const { proof, ...plain } = answer;
  const { signature, ...certificate } = answer.certificate;
  const proven = timingSafeEqual(Buffer.from(proof), Buffer.from(hmac(shared, hubTranscript(request, plain))));
  const mine = certificate.device === device && certificate.publicKey === key.publicKey;
  if (!proven || !mine || !verifies(answer.hubPublicKey, certificateText(certificate), Buffer.from(signature, 'base64url')))
    throw new AppError('sync.badAnswer');
  return { url: hubUrl, name: answer.hubName, publicKey: answer.hubPublicKey, certificate: answer.certificate };
}

const hmac = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('hex');

const keyOf = (code: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(code, saltOf(selectorOf(code)), keyBytes, { ...scryptCost, maxmem: 64 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
