import { archiveHandlers } from './archive';
import { caseHandlers } from './cases';
import { backupHandlers } from './backup';
import { windowApi as api } from './context';
import { courierHandlers } from './courier';
import { eventHandlers } from './events';
import { listHandlers } from './lists';
import { outHandlers } from './out';
import { followUpHandlers } from './follow-up';
import { petitionHandlers } from './petitions';
import { findingHandlers } from './finding';
import { paperHandlers } from './papers';
import { recordHandlers } from './records';
import { registerHandlers } from './registers';
import { ruleHandlers } from './rules';
import { searchHandlers } from './search';
import { retentionHandlers } from './retention';
import { securityHandlers } from './security';
import { sessionHandlers } from './session';
import { settingsHandlers } from './settings';
import { branchHandlers } from './branches';
import { statisticsHandlers } from './statistics';
import { scannerHandlers } from './scanners';
import { sheetImportHandlers } from './sheet-import';
import { syncHandlers } from './sync';
import { taskHandlers } from './tasks';
import { updateHandlers } from './update';
import { bulkHandlers, qualityHandlers, verificationHandlers } from './verification';
import { undoHandlers } from './undo';
import { workHandlers } from './work';

/** The whole contract of the window, implemented. */
export const windowRouter = api.router({
  session: sessionHandlers(api),
  security: securityHandlers(api),
  backup: backupHandlers(api),
  records: recordHandlers(api),
  work: workHandlers(api),
  statistics: statisticsHandlers(api),
  branches: branchHandlers(api),
  papers: paperHandlers(api),
  archive: archiveHandlers(api),
  out: outHandlers(api),
  sheetImport: sheetImportHandlers(api),
  scanners: scannerHandlers(api),
  search: searchHandlers(api),
  sync: syncHandlers(api),
  courier: courierHandlers(api),
  settings: settingsHandlers(api),
  update: updateHandlers(api),
  events: eventHandlers(api),
  petitions: petitionHandlers(api),
  cases: caseHandlers(api),
  followUp: followUpHandlers(api),
  tasks: taskHandlers(api),
  rules: ruleHandlers(api),
  registers: registerHandlers(api),
  verification: verificationHandlers(api),
  quality: qualityHandlers(api),
  bulk: bulkHandlers(api),
  finding: findingHandlers(api),
  retention: retentionHandlers(api),
  lists: listHandlers(api),
  undo: undoHandlers(api),
});
