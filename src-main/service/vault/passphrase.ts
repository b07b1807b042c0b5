import { AppError } from '#shared/errors/app-error';
import { Secret } from './secret';

export const minPassphrase = 8;

/** Parameters of Argon2id, kept beside each wrapped key so that they can be raised later. `memory` in KiB. */
export interface KdfParams {
  readonly algorithm: 'argon2id';
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

/** The floor: 64 MiB and 3 passes, 50 to 70 ms on an office PC. */
export const kdfParams: KdfParams = { algorithm: 'argon2id', memory: 65_536, passes: 3, lanes: 1 };

/** What one unlocking is meant to take on this machine, in milliseconds. */
const wantedMs = 500;
/** A machine that was idle when it was measured must not keep people waiting when it is busy. */
const mostPasses = 48;

/** Passes that take about half a second here, never less than the floor. Measured once each time somebody gets a passphrase. */
export async function calibratedParams(): Promise<KdfParams> {
  const salt = Buffer.alloc(16, 1);
  (await deriveKey('warm', salt, { ...kdfParams, memory: 1024 })).forget();
  const started = performance.now();
  (await deriveKey('measure', salt, kdfParams)).forget();
  const perPass = (performance.now() - started) / kdfParams.passes;
  return { ...kdfParams, passes: Math.min(mostPasses, Math.max(kdfParams.passes, Math.round(wantedMs / perPass))) };
}

/** Input methods write the same letters composed or not: both must open the book. */
const normalised = (passphrase: string): Buffer => Buffer.from(passphrase.normalize('NFC'), 'utf8');

/** @throws AppError vault.weakPassphrase */
export function requireStrong(passphrase: string): void {
  if ([...passphrase.normalize('NFC').trim()].length < minPassphrase) throw new AppError('vault.weakPassphrase', { min: minPassphrase });
}

/** The 256-bit key that wraps the master key of one user. */
export async function deriveKey(passphrase: string, salt: Uint8Array, params: KdfParams): Promise<Secret> {
  // Loaded when somebody unlocks, so that the service answers the window earlier.
  const { hashRaw } = await import('@node-rs/argon2');
  // 2: Argon2id; the enumeration of the package is not there at run time.
  const bytes = await hashRaw(normalised(passphrase), {
    algorithm: 2,
    memoryCost: params.memory,
    timeCost: params.passes,
    parallelism: params.lanes,
    outputLen: 32,
    salt,
  });
  return new Secret(bytes);
}
