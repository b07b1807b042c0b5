/** Reads one part of a bundle, each frame checked by itself before it is handed on. */
import {
  type BundleAudit,
  bundleAudit,
  bundleEnd,
  BundleError,
  bundleFormat,
  bundleHeader,
  type BundleHeader,
  bundleReceipt,
  type BundleReceipt,
  type BundleTools,
  bundleWish,
  type Frame,
  frameKinds,
  type SignedKind,
  signedText,
} from './bundle';
import { frameHead, readBlobFrame, readPageFrame, readSnapshotFrame, textOf } from './bundle-frames';

export type BundleItem =
  /** To be checked by its author's key. */
  | { readonly kind: 'batch'; readonly bytes: Uint8Array }
  | { readonly kind: 'blob'; readonly hash: string; readonly bytes: Uint8Array }
  | { readonly kind: 'receipt'; readonly receipt: BundleReceipt }
  | { readonly kind: 'wish'; readonly blobs: readonly string[] }
  | { readonly kind: 'audit'; readonly audit: BundleAudit }
  | { readonly kind: 'page'; readonly from: string; readonly page: Uint8Array }
  | { readonly kind: 'snapshot'; readonly what: 'description' | 'part'; readonly bytes: Uint8Array }
  /** A frame of its own was not what it claims; the others count. */
  | { readonly kind: 'spoilt' };

export interface OpenedPart {
  readonly header: BundleHeader;
  /**
   * What the part holds, in its order. Ends after the part's end was checked.
   * @throws BundleError cutOff where the end is missing, damaged where it does not fit; whatever came before was good
   */
  readonly items: AsyncIterable<BundleItem>;
}

/**
 * @param senderKey public key of who wrote it; throws BundleError (foreignHub, foreignCommittee, revoked, unknownDevice) where it is not to
 * be taken at all
 * @throws BundleError also for a part that is none
 */
export async function openPart(
  frames: AsyncIterable<Frame>,
  senderKey: (header: BundleHeader) => string | Promise<string>,
  tools: BundleTools,
): Promise<OpenedPart> {
  const source = frames[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done || first.value.kind !== frameKinds.header) throw new BundleError(first.done ? 'cutOff' : 'notABundle');
  const json = jsonOf(first.value.payload, tools);
  const header = readHeader(json);
  const key = await senderKey(header);
  requireSigned('header', json, key, tools);
  return { header, items: itemsOf(first.value, source, header, key, tools) };
}

function readHeader(json: unknown): BundleHeader {
  const format = (json as { format?: unknown } | null)?.format;
  if (typeof format === 'number' && format > bundleFormat) throw new BundleError('newerFormat');
  const header = bundleHeader.safeParse(json);
  if (!header.success) throw new BundleError('notABundle', header.error);
  return header.data;
}

async function* itemsOf(
  first: Frame,
  source: AsyncIterator<Frame>,
  header: BundleHeader,
  key: string,
  tools: BundleTools,
): AsyncGenerator<BundleItem, void> {
  const digest = tools.startSha256();
  const counts: Record<string, number> = {};
  const count = (frame: Frame): void => {
    digest.update(frameHead(frame));
    digest.update(frame.payload);
    counts[frame.kind] = (counts[frame.kind] ?? 0) + 1;
  };
  count(first);
  for (;;) {
    const next = await source.next();
    if (next.done) throw new BundleError('cutOff');
    const frame = next.value;
    if (frame.kind === frameKinds.end) {
      const end = parsed(bundleEnd, frame, 'end', key, tools);
      const fits =
        end.bundle === header.bundle && end.part === header.part && end.sha256 === digest.hex() && sameCounts(end.frames, counts);
      if (!fits || !(await source.next()).done) throw new BundleError('damaged');
      return;
    }
    count(frame);
    const item = itemOf(frame, header, key, tools);
    if (item) yield item;
  }
}

function itemOf(frame: Frame, header: BundleHeader, key: string, tools: BundleTools): BundleItem | undefined {
  const { kind, payload } = frame;
  const own = <T extends { bundle: string }>(value: T): T => {
    if (value.bundle !== header.bundle) throw new BundleError('damaged');
    return value;
  };
  try {
    switch (kind) {
      case frameKinds.batch:
        return { kind: 'batch', bytes: payload };
      case frameKinds.blob:
        return { kind: 'blob', ...readBlobFrame(payload, tools) };
      case frameKinds.receipt:
        return { kind: 'receipt', receipt: own(parsed(bundleReceipt, frame, 'receipt', key, tools)) };
      case frameKinds.wish:
        return { kind: 'wish', blobs: own(parsed(bundleWish, frame, 'wish', key, tools)).blobs };
      case frameKinds.audit:
        return { kind: 'audit', audit: own(parsed(bundleAudit, frame, 'audit', key, tools)) };
      case frameKinds.page:
        return { kind: 'page', ...readPageFrame(header.bundle, key, payload, tools) };
      case frameKinds.snapshot:
        return { kind: 'snapshot', ...readSnapshotFrame(payload) };
      case frameKinds.header:
        return { kind: 'spoilt' };
      default:
        return undefined; // of a later version
    }
  } catch (error) {
    if (error instanceof BundleError) return { kind: 'spoilt' };
    throw error;
  }
}

const sameCounts = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean =>
  Object.keys({ ...a, ...b }).every((kind) => a[kind] === b[kind]);

interface Parses<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: unknown };
}

function parsed<T>(schema: Parses<T>, { payload }: Frame, kind: SignedKind, key: string, tools: BundleTools): T {
  const json = jsonOf(payload, tools);
  requireSigned(kind, json, key, tools);
  const result = schema.safeParse(json);
  if (!result.success) throw new BundleError('damaged', result.error);
  return result.data;
}

/** Over the JSON as it came: fields that a later version added are signed as well. */
function requireSigned(kind: SignedKind, json: unknown, key: string, tools: BundleTools): void {
  const { signature } = (json ?? {}) as { signature?: unknown };
  if (typeof signature !== 'string' || !tools.verify(key, signedText(kind, json as object), signature))
    throw new BundleError('badSignature');
}

function jsonOf(payload: Uint8Array, tools: BundleTools): unknown {
  try {
    return JSON.parse(textOf(payload, tools));
  } catch (error) {
    throw error instanceof BundleError ? error : new BundleError('damaged', error);
  }
}
