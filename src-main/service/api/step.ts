import { os } from '@orpc/server';
import { recorded } from '../undo/recording';
import { undoneAs } from '../undo/undoable';
import type { ServiceContext } from './context';

/** Keeps what a call saved as a step that its person can take back, and tells the window of it. */
export const step = os.$context<ServiceContext>().middleware(async ({ next, path, context }) => {
  const how = undoneAs(path.join('.'));
  if (how === undefined) return next();
  const { book, undo } = context.book();
  const { result, touches } = await recorded(() => next());
  const made = undo.add(touches, how === 'each');
  if (made) book.events.emit({ kind: 'step', step: made.id });
  return result;
});
