import type { Watermark } from '#shared/contract/hub';
import { noHash } from '#shared/sync/batch';
import { confirmedOf, type HubCore } from './hub-core';

/** How far the hub has each of these incarnations of a committee, whoever asks (protocol, section 7). In the order asked for. */
export async function watermarks(core: HubCore, committee: string, incarnations: readonly string[]): Promise<Watermark[]> {
  const marks = await core.store.read(committee, (scope) => scope.marks(incarnations));
  return incarnations.map((incarnation) => {
    const mark = marks.find((one) => one.incarnation === incarnation);
    if (!mark) return { incarnation, number: 0, hash: noHash, applied: 0, confirmed: 0 };
    return { incarnation, number: mark.lastNumber, hash: mark.lastHash, applied: mark.lastSeq, confirmed: confirmedOf(core, mark) };
  });
}
