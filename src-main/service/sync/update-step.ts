import { paths, type UpdateAnswer, updateAnswer } from '#shared/contract/hub';
import type { UpdateSource } from '../update/update-source';
import type { Updates } from '../update/updates';
import { bytesForPart } from './batch-size';
import { parseReply, unexpected } from './hub-client';
import type { LineParts, Talk } from './line-parts';

/** How often the hub is asked whether it hands down an update, in milliseconds; one that was begun goes on with every round. */
const askEveryMs = 6 * 3_600_000;

/**
 * Brings the update that the hub hands down, in pieces, after everything else. Judging and laying out are the workstation's own (update/):
 * the hub is not trusted with what is in it. A hub that knows no updates is left alone.
 * @throws AppError of HubClient, store.diskFull, store.io
 */
export async function updateStep({ memory, now, speed }: LineParts, { client, go }: Talk, updates: Updates): Promise<void> {
  if (now() - memory.askedForUpdate < askEveryMs) return;
  const reply = await client.send({ method: 'GET', path: paths.update });
  if (reply.status === 404) {
    memory.askedForUpdate = now();
    return;
  }
  if (reply.status !== 200) throw unexpected(reply);
  const answer = parseReply(updateAnswer, reply);
  if (updates.wants(answer.version)) {
    const source = sourceAtHub({ client }, answer, () => bytesForPart(speed.bytesPerSecond(), 1));
    await updates.bring(answer.version, source, go);
  }
  if (!updates.wants(answer.version)) memory.askedForUpdate = now();
}

const sourceAtHub = ({ client }: Pick<Talk, 'client'>, answer: UpdateAnswer, mostBytes: () => number): UpdateSource => ({
  from: 'hub',
  head: answer.head,
  bytes: answer.bytes - answer.contentAt,
  read: async (from, length) => {
    const first = answer.contentAt + from;
    const last = first + Math.min(length, mostBytes()) - 1;
    const reply = await client.send({ method: 'GET', path: paths.updateFile(answer.version), range: [first, last] });
    if (reply.status === 206) return reply.bytes;
    // The whole in one answer: of a file that is no longer than what was asked for.
    if (reply.status === 200) return reply.bytes.subarray(first, last + 1);
    throw unexpected(reply);
  },
});
