import { numberGaps } from '../work/registers/gaps';
import type { WindowApi } from './context';

export const registerHandlers = (api: WindowApi) => ({
  gaps: api.registers.gaps.handler(({ context, input }) => ({ gaps: numberGaps(context.book().book, input.type) })),
});
