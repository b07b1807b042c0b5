/**
 * The training committee (ủy ban tập huấn): a whole book with fictional records that is thrown away after practice. It is marked inside the
 * book itself, so that the window and `kts` agree: it never enrols with a province and is never backed up, so nothing of it can take the
 * place of a real committee's data.
 */
import { AppError } from '#shared/errors/app-error';
import type { Book } from './book';

const key = 'training';

export const markTraining = (book: Book): void => book.settings.set(key, true);

export const isTraining = (book: Book): boolean => book.settings.get<boolean>(key) === true;

/** @throws AppError training.notHere in a training committee */
export function requireReal(book: Book): void {
  if (isTraining(book)) throw new AppError('training.notHere');
}
