import { changeCaseType } from '../work/cases/change-type';
import { concludeCase } from '../work/cases/conclude';
import { dossierOf } from '../work/cases/dossier';
import { fileCase, retentionOfCase } from '../work/cases/file-case';
import { extendCase, pauseCase, resumeCase, setDuration } from '../work/cases/time-limit';
import type { WindowApi } from './context';

export const caseHandlers = (api: WindowApi) => ({
  changeType: api.cases.changeType.handler(({ context, input }) => changeCaseType(context.book().book, input)),
  setDuration: api.cases.setDuration.handler(({ context, input }) => setDuration(context.book().book, input)),
  extend: api.cases.extend.handler(({ context, input }) => extendCase(context.book().book, input)),
  pause: api.cases.pause.handler(({ context, input }) => pauseCase(context.book().book, input)),
  resume: api.cases.resume.handler(({ context, input }) => resumeCase(context.book().book, input)),
  dossier: api.cases.dossier.handler(({ context, input }) => dossierOf(context.book().book, input.id)),
  retention: api.cases.retention.handler(({ context, input }) => retentionOfCase(context.book().book, input.id, input.today)),
  file: api.cases.file.handler(({ context, input }) => fileCase(context.book().book, input)),
  conclude: api.cases.conclude.handler(({ context, input }) => concludeCase(context.book().book, input)),
});
