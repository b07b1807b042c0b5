import { backupErrors } from './backup-errors';
import { courierErrors } from './courier-errors';
import { outErrors } from './out-errors';
import { qualityErrors } from './quality-errors';
import { recordErrors } from './record-errors';
import { retentionErrors } from './retention-errors';
import { ruleErrors } from './rule-errors';
import { scanErrors } from './scan-errors';
import { statisticsErrors } from './statistics-errors';
import { scannerErrors } from './scanner-errors';
import { trainingErrors } from './training-errors';
import { undoErrors } from './undo-errors';
import { updateErrors } from './update-errors';
import { storeErrors } from './store-errors';
import { syncErrors } from './sync-errors';

/** Every failure that the application tells people about, by code. Codes are stable: they are logged and tested. */
export const errorTable = {
  ...backupErrors,
  ...trainingErrors,
  ...updateErrors,
  ...storeErrors,
  ...recordErrors,
  ...scanErrors,
  ...scannerErrors,
  ...syncErrors,
  ...courierErrors,
  ...qualityErrors,
  ...outErrors,
  ...statisticsErrors,
  ...ruleErrors,
  ...retentionErrors,
  ...undoErrors,
} as const;

export type ErrorCode = keyof typeof errorTable;
