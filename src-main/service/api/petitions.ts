import { awaitingAnswers } from '../work/petitions/awaiting';
import { findDuplicates } from '../work/petitions/find-duplicates';
import { splitPetition } from '../work/petitions/split';
import type { WindowApi } from './context';

export const petitionHandlers = (api: WindowApi) => ({
  duplicates: api.petitions.duplicates.handler(({ context, input }) => findDuplicates(context.book().book, input)),
  split: api.petitions.split.handler(({ context, input }) => splitPetition(context.book().book, input)),
  awaiting: api.petitions.awaiting.handler(({ context, input }) => ({ rows: awaitingAnswers(context.book().book, input.today) })),
});
