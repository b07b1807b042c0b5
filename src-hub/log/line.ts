/** What a workstation on the line asks of the log; each function answers one request of contract/hub.ts. */
import type { WatermarkAnswer, WatermarkAnswer1 } from '#shared/contract/hub';
import { noHash } from '#shared/sync/batch';
import type { DeviceCertificate } from '#shared/sync/certificate';
import type { Device } from '../devices/device';
import type { HubCore } from './core/hub-core';
import { pullPage } from './core/pull-page';
import { takeBatch, type Taken } from './core/take-batch';
import { watermarks } from './core/watermarks';

/** @throws HubFailure bad-batch, too-large, foreign, revoked */
export const push = (
  core: HubCore,
  { device, commune, publicKey, protocol }: Device,
  bytes: Uint8Array,
  certificates: readonly DeviceCertificate[] = [],
): Promise<Taken> =>
  takeBatch(core, bytes, { committee: commune, protocol, self: { device, committee: commune, publicKey, revoked: false }, certificates });

/** @throws HubFailure unknown-cursor */
export const pull = (core: HubCore, { device, commune, protocol }: Device, cursor: string, mine: string): Promise<Uint8Array> =>
  pullPage(core, { committee: commune, device, protocol, cursor, mine });

export async function watermark(
  core: HubCore,
  { commune, protocol }: Device,
  incarnations: readonly string[],
): Promise<WatermarkAnswer | WatermarkAnswer1> {
  const marks = await watermarks(core, commune, incarnations);
  if (protocol >= 2) return { marks };
  const [{ applied, confirmed, hash } = { applied: 0, confirmed: 0, hash: noHash }] = marks;
  return { applied, confirmed, hash };
}
