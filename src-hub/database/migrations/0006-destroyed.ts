import type { Migration } from '../migrate';

/** Scans that communes destroyed by a decision (Tiêu hủy tài liệu hết giá trị): they are dropped here and never taken again. */
export const migration0006: Migration = {
  number: 6,
  name: 'destroyed scans',
  sql: `
CREATE TABLE destroyed_blob (
  commune text NOT NULL,
  hash text NOT NULL,
  disposal text NOT NULL,
  destroyed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (commune, hash)
);
CREATE TABLE destruction_due (commune text PRIMARY KEY); -- written with the batch that tells of a destruction
`,
};
