import type { Migration } from '../migrate';

/** Where the audit logs of workstations stood, and what did not fit (audit/). */
export const migration0005: Migration = {
  number: 5,
  name: 'anchors of audit logs',
  sql: `
CREATE TABLE audit_anchor (
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  device text NOT NULL REFERENCES device,
  seq bigint NOT NULL,
  hash text NOT NULL,
  signature text NOT NULL,
  branch boolean NOT NULL DEFAULT false, -- goes on from an earlier anchor: the book was restored
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX audit_anchor_device ON audit_anchor (device, n);

CREATE TABLE audit_flag (
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  device text NOT NULL REFERENCES device,
  kind text NOT NULL,                    -- rewritten: refused; branch: taken, with entries that are gone
  seq bigint NOT NULL,                   -- of the anchor that the log did not go on from
  detail text NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
`,
};
