/** How large a batch should be: two to four seconds on the line, so that a cut costs little and a good line is not asked too often. */
import { mostContents } from '#shared/secrecy/audit-chain';
import { limits } from '#shared/sync/limits';
import { connections } from './connection';

const secondsWanted = 3;
const fewest = 20;
/** Before anything was measured. */
const first = 100;
/** What an op of a Vietnamese case record weighs in a batch, measured; corrected by what was formed lately. */
const usualBytesPerOp = 230;

/**
 * @param lately ops and bytes of the last batch that was formed
 * @param open ops that are not confirmed: few are shared by the connections, or one would carry the last of them while the others rest
 */
export function opsForBatch(
  bytesPerSecond: number | undefined,
  lately?: { readonly ops: number; readonly bytes: number },
  open = Number.MAX_SAFE_INTEGER,
): number {
  if (bytesPerSecond === undefined) return first;
  const bytesPerOp = lately ? Math.max(1, lately.bytes / lately.ops) : usualBytesPerOp;
  const share = Math.max(first, Math.ceil(open / connections));
  return Math.max(fewest, Math.min(limits.opsPerBatch, share, Math.round((bytesPerSecond * secondsWanted) / bytesPerOp)));
}

/** Bytes a second from which on packing tighter takes longer than sending what it saves: 0.2 to 0.3 ms for 36 bytes of an op. */
const fastLine = 128 * 1024;
export const isFastLine = (bytesPerSecond: number | undefined): boolean => bytesPerSecond !== undefined && bytesPerSecond >= fastLine;

/** Entries of the audit log that are proven in one request: about half a second of the line, so that a save that comes up meanwhile waits behind no more. */
export const entriesForAnchor = (bytesPerSecond: number | undefined): number =>
  bytesPerSecond === undefined
    ? fewestEntries
    : Math.max(fewestEntries, Math.min(mostContents, Math.round(bytesPerSecond / 2 / hashBytes)));
const fewestEntries = 250;
const hashBytes = 32;

export const smallestPart = 32 * 1024;
const firstPart = 128 * 1024;

/** Bytes of an image that go in one request, by the same rule; the connections share the line. */
export const bytesForPart = (bytesPerSecond: number | undefined, sharers: number): number =>
  bytesPerSecond === undefined
    ? firstPart
    : Math.max(smallestPart, Math.min(limits.blobPartBytes, Math.round((bytesPerSecond * secondsWanted) / sharers)));
