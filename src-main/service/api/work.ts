import { openCase } from '../work/open-case';
import { nextStep } from '../work/next-step';
import { overview } from '../work/overview/index';
import type { WindowApi } from './context';

export const workHandlers = (api: WindowApi) => ({
  overview: api.work.overview.handler(({ context, input }) => overview(context.book().book, input.today)),
  openCase: api.work.openCase.handler(({ context, input }) => openCase(context.book().book, input)),
  nextStep: api.work.nextStep.handler(({ context, input }) => nextStep(context.book().book, input)),
});
