/** Kiểm tra văn bản: documents are handed out, compared with their pages, confirmed; quality rounds use the same sheets. */
import type { DocumentExtraction, PageSummary } from '#shared/contract/window/archive';
import type { ArchiveScope, Sheet, VerifyBox } from '#shared/contract/window/verification';
import { type Pace, paceOf } from '#shared/verification/pace';
import type { Book } from '../../book/book';
import { type Acts, createActs } from '../acts/acts';
import { type Confirmed, confirm, type ConfirmInput, ensureUser } from './confirm';
import { createSheets } from './sheet';
import { createSuggester, type Suggestion } from './suggest';
import { createWorklist, type Next } from './worklist';

export interface VerifyService {
  readonly acts: Acts;
  boxes(): { boxes: VerifyBox[]; people: { id: string; name: string }[]; me: string };
  /** @throws AppError record.brokenReference for somebody this book does not know */
  assign(box: { fondsId: string; term: string; box: string }, userId: string | null): number;
  next(scope: ArchiveScope, count: number, skip: readonly string[]): Next;
  nextOfRound(roundId: string, count: number, skip: readonly string[]): Next;
  /** Holds the document for this person. @throws AppError record.notFound */
  sheet(documentId: string): Sheet;
  confirm(input: ConfirmInput): Confirmed & { pace: Pace };
  putOff(documentId: string): void;
  release(documentIds: readonly string[]): void;
  suggest(field: string, text: string, limit: number): Suggestion[];
  pace(): Pace;
}

export interface VerifyParts {
  readonly extraction: (documentId: string) => DocumentExtraction;
  readonly pagesOfDocument: (documentId: string) => PageSummary[];
}

export function createVerify(book: Book, parts: VerifyParts): VerifyService {
  const acts = createActs(book);
  const worklist = createWorklist(book);
  const sheetOf = createSheets({ book, ...parts });
  const suggester = createSuggester(book);
  const pace = (): Pace => paceOf(acts.instantsOf('verify', startOfToday()));
  return {
    acts,
    boxes: () => {
      const people = book.records.list({ type: 'bookUser', limit: 200 }).rows.map(({ id, title }) => ({ id, name: title }));
      return { boxes: worklist.boxes(), people, me: book.user.id };
    },
    assign: (box, userId) =>
      book.transact(() => {
        if (userId === book.user.id) ensureUser(book);
        const files = worklist.filesOfBox(box.fondsId, box.term, box.box);
        const act = acts.begin('assign', [box.term, box.box].filter(Boolean).join(', '));
        return acts.save(
          act,
          files.map((id) => ({ type: 'archiveFile', id, values: { checker: userId } })),
        );
      }),
    next: worklist.next,
    nextOfRound: worklist.nextOfRound,
    sheet: (documentId) => {
      const sheet = sheetOf(documentId);
      worklist.hold(documentId);
      return sheet;
    },
    confirm: (input) => {
      const confirmed = confirm(book, acts, parts.extraction, input);
      worklist.done(input.documentId);
      return { ...confirmed, pace: pace() };
    },
    putOff: worklist.putOff,
    release: worklist.release,
    suggest: suggester.suggest,
    pace,
  };
}

/** Midnight of the office's clock. */
function startOfToday(): string {
  const day = new Date();
  day.setHours(0, 0, 0, 0);
  return day.toISOString();
}
