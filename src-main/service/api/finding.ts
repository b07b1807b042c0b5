import type { WindowApi } from './context';

export const findingHandlers = (api: WindowApi) => ({
  facets: api.finding.facets.handler(({ context, input }) => context.book().finding.facets(input)),
  documents: api.finding.documents.handler(({ context, input }) => context.book().finding.documents(input)),
  papersOf: api.finding.papersOf.handler(({ context, input }) => context.book().finding.papersOf(input.type, input.id)),
  similar: api.finding.similar.handler(({ context, input }) => context.book().finding.similar(input.documentId, input.limit)),
  timeline: api.finding.timeline.handler(({ context, input }) => ({ documents: context.book().finding.timeline(input.fileId) })),
});
