import type { RecordTypeName } from '../records/record-type-name';
import type { Day } from '../rules/day';

/** A new record with its id; it names only records of its own batch or of earlier ones. */
export interface SampleRecord {
  readonly type: RecordTypeName;
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface SampleOptions {
  /** The same options give the same records, ids included. */
  readonly seed: number;
  /** The day around which things are due; after 2025-09-30, because the commune exists since 1/7/2025. */
  readonly today: Day;
  /** 1 (default): a committee of usual size, with about 60 organisations, 400 members, 140 petitions and 60 cases. */
  readonly size?: number;
  /** Number of cases, where it shall not follow from the size. */
  readonly cases?: number;
  /** Adds so many pages with text but without image files, for measuring stores and searches. */
  readonly pageTexts?: number;
}
