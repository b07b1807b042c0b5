import { emptyState, type MergeState } from '#shared/sync/merge';
import { metaFields } from '#shared/sync/op';
import type { RecordRow } from './row';

/** A record as the merge sees it: its fields, those of a newer version, and meta fields. */
export const mergeStateOf = (row: RecordRow | undefined): MergeState =>
  row
    ? {
        fields: {
          ...row.values,
          ...row.extra,
          [metaFields.createdAt]: row.createdAt,
          [metaFields.createdBy]: row.createdBy,
          [metaFields.removedAt]: row.removedAt,
          [metaFields.removedReason]: row.removedReason,
        },
        clocks: row.clocks(),
      }
    : emptyState;
