import { z } from 'zod';
import { writeCursor } from '#shared/sync/cursor';
import { fingerprint } from '#shared/sync/fingerprint';
import { type LineParts, textWaits } from './line-parts';
import { forget, note, noted } from './line-notes';
import { cursorOf } from './pull';
import { againMs, wantSnapshot } from './wanted-snapshot';

const headSchema = z.object({ position: z.int(), hash: z.string(), fingerprint });

/**
 * Compares the state of this book with that of the hub when nothing waits and the log was read to its end. Where they differ, that is noted for
 * people and a snapshot is wanted; where they agree again, the note goes.
 */
export async function compareStep(parts: LineParts): Promise<void> {
  const { book, memory, now } = parts;
  const head = headSchema.optional().catch(undefined).parse(book.syncState.get('head'));
  const cursor = cursorOf(parts);
  if (!head || memory.compared === cursor || cursor !== writeCursor(head) || !isQuiet(parts)) return;
  const mine = await book.records.fingerprint(parts.breathe);
  if (mine === undefined || !isQuiet(parts)) return;
  memory.compared = cursor;
  const differs = mine !== head.fingerprint;
  // A hub that was restored between an offer and the log that should show it has lost what was offered: places are compared, and all is offered anew.
  if (differs) memory.aligned = false;
  const since = noted(book, 'divergedAt');
  book.transact(() => {
    if (!differs) forget(parts, 'divergedAt');
    else if (since === null || now() - Date.parse(since) > againMs) {
      note(parts, 'divergedAt');
      wantSnapshot(parts, true);
      memory.readsLog = false;
    }
  });
}

const isQuiet = (parts: LineParts): boolean => {
  const { made, sent } = parts.book.outbox.watermarks();
  return made === sent && !textWaits(parts);
};
