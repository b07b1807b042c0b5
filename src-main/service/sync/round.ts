/**
 * One round of the line, made of steps that are plain functions of (parts of the open book, conversation with the hub). They own no
 * timer, no clock and no randomness: `parts` brings `now` and `breathe` (Surroundings), `talk.client` the hub. Whoever drives them
 * decides when, and may stop between any two requests; each step may be called again at any time.
 *
 *   openLineParts(book: Book, surroundings?: Surroundings): LineParts                       line-parts.ts
 *   interface Talk { client: HubClient; hub: EnrolledHub; go(): boolean }                   line-parts.ts
 *   interface HubClient { send(request: HubRequest): Promise<HubReply> }                    hub-client.ts
 *
 *   alignStep(parts: LineParts, talk: Talk): Promise<void>                                  align.ts
 *     watermarks of all lives of this book and of what is carried for others; finds a restored hub, a restored or cloned book
 *   pushStep(parts: LineParts, talk: Talk): Promise<void>                                   push.ts
 *     others' batches that a restored hub lacks, former lives, then the outbox; up to four under way
 *   snapshotStep(parts: LineParts, talk: Talk): Promise<void>                               snapshot.ts
 *     for a book whose cursor is empty or far behind; goes on where it was cut
 *   pullStep(parts: LineParts, talk: Talk): Promise<void>                                   pull.ts
 *     pages of the log until none is left
 *   compareStep(parts: LineParts): Promise<void>                                            compare.ts
 *     fingerprints, when nothing waits
 *   uploadStep(parts: LineParts, talk: Talk, readPageImage: ReadPageImage): Promise<void>   blob-upload.ts
 *   fetchStep(parts: LineParts, talk: Talk, keepPageImage: KeepPageImage): Promise<void>    blob-fetch.ts
 *     page images up, and those that were asked for down
 *   syncText(parts: LineParts, talk: Talk, say?): Promise<void>                             below: all of it but images
 *
 * After a kill everything goes on from the book: open new parts, whose `memory` begins empty.
 */
import { AppError } from '#shared/errors/app-error';
import { alignStep } from './align';
import { compareStep } from './compare';
import { type LineParts, spokenWith, type Talk, textWaits } from './line-parts';
import { pullStep } from './pull';
import { pushStep } from './push';
import { snapshotStep } from './snapshot';
import { isSnapshotDue } from './wanted-snapshot';

/** Comparisons of places in one round; more would mean that hub and book never agree. */
const mostAlignments = 8;

export type Saying = (state: 'sending' | 'receiving') => void;

/** Sends and takes until nothing waits on either side. @throws AppError as the steps do */
export async function syncText(parts: LineParts, talk: Talk, say: Saying = () => undefined): Promise<void> {
  const { memory } = parts;
  for (let alignments = 0; talk.go(); ) {
    if (!memory.aligned || mayLose(parts)) {
      if (++alignments > mostAlignments) throw new AppError('sync.badAnswer');
      await alignStep(parts, talk);
    }
    if (textWaits(parts) || memory.offers.size > 0) say('sending');
    await pushStep(parts, talk);
    if (!memory.aligned) continue;
    if (!talk.go()) return;
    await snapshotStep(parts, talk);
    await pullStep(parts, talk);
    if (!memory.aligned || textWaits(parts)) continue;
    await compareStep(parts);
    if (spokenWith(parts, talk.hub) < 2 || !isSnapshotDue(parts)) return;
  }
}

/** Whether the hub has something of this book, of its present life or a former one, that is not durable there. */
function mayLose({ book, batches }: LineParts): boolean {
  const { sent, confirmed } = book.outbox.watermarks();
  const { incarnation } = book.outbox.identity();
  return sent > confirmed || batches.incarnations().some((one) => one !== incarnation && batches.undurableAfter(one, 0) !== undefined);
}
