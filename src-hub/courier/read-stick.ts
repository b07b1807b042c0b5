import { type AppError, messageOf } from '#shared/errors/app-error';
import { BundleError, type BundleHeader } from '#shared/sync/bundle';
import { openPart } from '#shared/sync/bundle-open';
import { isRequestName, type PartName, readPart, readPartName, type StickEntry, type StickFiles } from '#shared/sync/bundle-stick';
import { HubFailure } from '../failure';
import { agePipe } from '#shared/node/age-pipe';
import { bundleTools } from '#shared/node/bundle-tools';
import type { CourierHub } from './courier-hub';
import { nothingTaken, type PartCount, senderOf, takePart } from './take-part';

/** Why a file was not taken, or not wholly. */
export interface StickProblem {
  readonly code: string;
  readonly words: { readonly vi: string; readonly en: string };
}

export interface ReadPart extends PartCount {
  readonly file: string;
  readonly committee: string;
  readonly device: string | null;
  /** read: whole. known: read before. damaged: its good part was taken. refused: nothing was. */
  readonly outcome: 'read' | 'known' | 'damaged' | 'refused';
  readonly problem: StickProblem | null;
}

/** Reads every bundle for the hub, whoever's; a bad one does not hold up the others. @throws AppError courier.stickGone */
export async function readStick(hub: CourierHub, identity: string, len: StickFiles, onPart: (part: ReadPart) => void): Promise<ReadPart[]> {
  const read: ReadPart[] = [];
  for (const { entry, ...name } of partsIn(await len.list())) {
    const part = await readOne(hub, identity, len, entry.name, name);
    onPart(part);
    read.push(part);
  }
  return read;
}

export const requestsIn = (entries: readonly StickEntry[]): StickEntry[] => entries.filter(({ name }) => isRequestName(name));

/** Older bundles first. */
export const partsIn = (entries: readonly StickEntry[]): (PartName & { readonly entry: StickEntry })[] =>
  entries
    .flatMap((entry) => {
      const name = readPartName(entry.name);
      return name ? [{ ...name, entry }] : [];
    })
    .sort((a, b) => (a.bundle === b.bundle ? a.part - b.part : a.entry.writtenAt - b.entry.writtenAt || (a.bundle < b.bundle ? -1 : 1)));

async function readOne(hub: CourierHub, identity: string, len: StickFiles, file: string, name: PartName): Promise<ReadPart> {
  const count = nothingTaken();
  let header: BundleHeader | undefined;
  const told = (outcome: ReadPart['outcome'], problem: StickProblem | null): ReadPart => ({
    file,
    committee: header?.committee ?? name.committee,
    device: header?.device ?? null,
    ...count,
    outcome,
    problem,
  });
  if (await hub.notes.hasTaken(name.committee, name.bundle, name.part)) return told('known', null);
  try {
    let self: Awaited<ReturnType<typeof senderOf>> | undefined;
    const opened = await openPart(
      readPart(len, file, identity, agePipe),
      async (found) => {
        self = await senderOf(hub, found);
        return self.publicKey;
      },
      bundleTools,
    );
    if (!self) throw new BundleError('unknownDevice');
    header = opened.header;
    await takePart(hub, header, self, opened.items, count);
    return count.spoilt > 0 ? told('damaged', problemOf(new BundleError('damaged'), file)) : told('read', null);
  } catch (error) {
    // A stick that is gone, a full disk or a database that is down ends the visit: the other files would fare no better.
    if (error instanceof BundleError || (error instanceof HubFailure && error.status < 500))
      return told(header ? 'damaged' : 'refused', problemOf(error, file));
    throw error;
  }
}

const noDatabase = { vi: 'cơ sở dữ liệu của tỉnh không trả lời', en: "the hub's database does not answer" };

export function problemOf(error: BundleError | HubFailure | AppError, file: string): StickProblem {
  if (error instanceof HubFailure) {
    const { code, words } = error.body;
    return { code, words: words ?? (error.status === 503 ? noDatabase : { vi: code, en: code }) };
  }
  const code = error instanceof BundleError ? (`courier.${error.problem}` as const) : error.code;
  const details = error instanceof BundleError ? { file } : error.details;
  return { code, words: { vi: messageOf(code, details, 'vi'), en: messageOf(code, details, 'en') } };
}
