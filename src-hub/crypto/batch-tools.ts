import { createBatchTools } from '#shared/node/batch-tools';

/** The hub writes little and serves many: level 9. */
export const batchTools = createBatchTools(9);
