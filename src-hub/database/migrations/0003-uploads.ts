import type { Migration } from '../migrate';

/** Uploads under way, so that any instance can go on with them; what workstations encrypt sticks to, quicker looks at what hangs. */
export const migration0003: Migration = {
  number: 3,
  name: 'uploads under way, recipients of workstations',
  sql: `
CREATE TABLE upload (
  commune text NOT NULL,
  hash text NOT NULL,
  arrived bigint NOT NULL DEFAULT 0,     -- bytes
  touched_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (commune, hash)
);
CREATE TABLE upload_part (
  commune text NOT NULL,
  hash text NOT NULL,
  at bigint NOT NULL,                    -- offset of its first byte
  bytes bytea NOT NULL,                  -- sealed (blobs/cipher)
  PRIMARY KEY (commune, hash, at),
  FOREIGN KEY (commune, hash) REFERENCES upload ON DELETE CASCADE
);
ALTER TABLE upload_part ALTER bytes SET STORAGE EXTERNAL;

ALTER TABLE device ADD recipient text;   -- age1…; null for those that enrolled with version 1
CREATE INDEX device_commune ON device (commune);
CREATE INDEX conflict_open ON conflict (commune) WHERE settled_at IS NULL;
`,
};
