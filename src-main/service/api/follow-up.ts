import { dutyBoard, notDone, weekDigest } from '../work/follow-up/board';
import type { WindowApi } from './context';

export const followUpHandlers = (api: WindowApi) => ({
  board: api.followUp.board.handler(({ context, input }) => dutyBoard(context.book().book, input.today, input.done)),
  digest: api.followUp.digest.handler(({ context, input }) => weekDigest(context.book().book, input.today)),
  notDone: api.followUp.notDone.handler(({ context, input }) => notDone(context.book().book, input.today)),
});
