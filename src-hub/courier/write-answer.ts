import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors/app-error';
import { sealBundle } from '#shared/sync/bundle-seal';
import { partName, partSuffix, readPartName, type StickFiles, writePart } from '#shared/sync/bundle-stick';
import { agePipe } from '#shared/node/age-pipe';
import { type AnswerCount, answerContent, openAnswer } from './answer-content';
import { bundleTools } from '#shared/node/bundle-tools';
import type { CourierHub } from './courier-hub';

export interface WrittenAnswer extends AnswerCount {
  readonly committee: string;
  readonly bundle: string;
  readonly files: readonly string[];
  readonly bytes: number;
  /** Workstations that can open it. */
  readonly devices: number;
  /** Earlier answers that this one replaces. */
  readonly removed: number;
}

/**
 * Writes the answer for one committee; undefined where it has no workstation that uses sticks. It begins where the furthest behind of
 * them stands, so it holds all that earlier answers held, and these are taken off the stick once it is whole.
 * @throws AppError of the stick
 */
export async function writeAnswer(
  hub: CourierHub,
  xuong: StickFiles,
  committee: string,
  partBytes: number,
): Promise<WrittenAnswer | undefined> {
  const bundle = randomBytes(8).toString('hex');
  const answer = await openAnswer(hub, committee, bundle);
  if (answer.devices.length === 0) return undefined;
  await clearLeftovers(xuong, committee);
  const parts = sealBundle(answerContent(hub, answer), {
    header: {
      bundle,
      direction: 'down',
      hub: hub.core.hub.device,
      committee,
      device: null,
      recipient: null,
      certificates: [],
      madeAt: hub.now().toISOString(),
    },
    partBytes,
    sign: hub.sign,
    tools: bundleTools,
  });
  const files: string[] = [];
  let bytes = 0;
  for await (const { part, frames } of parts) {
    const name = partName({ committee, bundle, part });
    const recipients = answer.devices.map(({ recipient }) => recipient);
    const written = await writePart({ files: xuong, name, recipients, frames, age: agePipe, tools: bundleTools });
    if (written === undefined) throw new AppError('courier.readBack', { file: name });
    files.push(name);
    bytes += written;
  }
  await hub.notes.tell(committee, bundle, answer.told);
  let removed = 0;
  for (const { name } of await xuong.list()) {
    const old = readPartName(name);
    if (old?.committee !== committee || old.bundle === bundle) continue;
    await xuong.remove(name);
    removed += 1;
  }
  return { committee, bundle, files, bytes, devices: answer.devices.length, removed, ...answer.count };
}

/** What a stick that was pulled out kept of an answer. */
async function clearLeftovers(xuong: StickFiles, committee: string): Promise<void> {
  for (const { name } of await xuong.list())
    if (name.endsWith(partSuffix) && readPartName(name.slice(0, -partSuffix.length))?.committee === committee) await xuong.remove(name);
}
