import { limits } from '#shared/sync/limits';
import { encodeSnapshotPart, type SnapshotDescription, type SnapshotRecord, snapshotPlaceText, snapshotText } from '#shared/sync/snapshot';
import { hex, noHash } from '#shared/sync/batch';
import { writeCursor } from '#shared/sync/cursor';
import type { HubCore } from './hub-core';
import type { ScopeReader } from './hub-store';

/**
 * Makes a snapshot of a committee's scope, which shows one moment, and hands its parts over one by one: memory does not grow with the scope.
 * @param keep called with each part in its order, before the description is known
 */
export async function makeSnapshot(
  core: HubCore,
  scope: ScopeReader,
  committee: string,
  id: string,
  keep: (part: Uint8Array, n: number) => Promise<void>,
): Promise<{ description: SnapshotDescription; position: number }> {
  const head = await scope.head();
  const authors = (await scope.marks()).map(({ incarnation, lastSeq }) => ({ incarnation, seq: lastSeq }));
  const parts: SnapshotDescription['parts'] = [];
  const write = async (records: readonly SnapshotRecord[]): Promise<void> => {
    const bytes = encodeSnapshotPart(records, core.tools.bestCodec, core.tools);
    await keep(bytes, parts.length);
    parts.push({ hash: hex(core.tools.sha256(bytes)), bytes: bytes.length });
  };
  let waiting: SnapshotRecord[] = [];
  let size = 0;
  for await (const records of scope.allRecords())
    for (const record of records) {
      waiting.push(record);
      size += JSON.stringify(record.state.fields).length;
      if (size < limits.snapshotPartBytes) continue;
      await write(waiting);
      waiting = [];
      size = 0;
    }
  if (waiting.length > 0) await write(waiting);
  // What this hub could still lose is read from the log as well, so that whoever has it can bring it back.
  const position = core.durable === 'commit' ? head.position : head.durable;
  const place = writeCursor({ position: head.position, hash: head.logHash });
  const cursor = writeCursor({ position, hash: (await scope.logHashAt(position)) ?? noHash });
  const open = { id, hub: core.hub.device, committee, cursor, parts, authors, fingerprint: head.fingerprint };
  const sign = (text: string): string => Buffer.from(core.sign(core.tools.toUtf8(text))).toString('base64url');
  const signature = sign(snapshotText(open));
  return {
    description: { ...open, signature, place, placeSignature: sign(snapshotPlaceText(place, signature)) },
    position: head.position,
  };
}
