import type { Migration } from '../migrate';

/** Texts of what communes destroyed, and personal data that they removed: taken out of the log (retention/clear-log). */
export const migration0007: Migration = {
  number: 7,
  name: 'destroyed texts',
  sql: `
CREATE TABLE destroyed_record (
  commune text NOT NULL,
  type text NOT NULL,
  id text NOT NULL,
  fields text[] NOT NULL,                -- what of it is gone
  noted_at timestamptz NOT NULL DEFAULT now(),
  cleared boolean NOT NULL DEFAULT false, -- nothing of it is in the log
  changes bigint NOT NULL DEFAULT 0,     -- batches that touched it since: what was seen before one of them does not count
  cleared_at timestamptz,
  PRIMARY KEY (commune, type, id)
);
CREATE INDEX destroyed_record_open ON destroyed_record (commune) WHERE NOT cleared;
CREATE INDEX destroyed_record_id ON destroyed_record (commune, id);
INSERT INTO destruction_due SELECT commune FROM scope ON CONFLICT DO NOTHING; -- what was destroyed before
`,
};
