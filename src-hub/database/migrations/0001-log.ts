import type { Migration } from '../migrate';

/**
 * The log and what follows from it. Every hot table leads with `commune`, the scope: later it is what they are partitioned
 * and distributed by. `fields` and `clocks` of record_state are the merge state; `projection.*` (made from the record
 * definitions, see projection/) is what people query.
 */
export const migration0001: Migration = {
  number: 1,
  name: 'enrolment, log, record state, conflicts, refusals, scans',
  sql: `
CREATE TABLE enrolment_code (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  commune text NOT NULL,
  selector text NOT NULL,
  key bytea NOT NULL,                    -- scrypt of the code; the code itself is nowhere
  tries_left integer NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_by text                           -- device
);
CREATE INDEX enrolment_code_selector ON enrolment_code (selector);

CREATE TABLE device (
  device text PRIMARY KEY,
  commune text NOT NULL,
  name text NOT NULL,
  public_key text NOT NULL,
  certificate jsonb NOT NULL,
  enrolled_at timestamptz NOT NULL,
  seen_at timestamptz,
  clock_skew_ms bigint,                  -- the workstation's clock minus ours when it was last heard
  revoked_at timestamptz
);

CREATE TABLE scope (
  commune text PRIMARY KEY,
  head bigint NOT NULL DEFAULT 0,        -- position of the newest batch; a counter row, because sequences become visible out of order
  log_hash text NOT NULL
);

CREATE TABLE author (
  device text NOT NULL REFERENCES device,
  incarnation text NOT NULL,
  last_seq bigint NOT NULL,
  last_number bigint NOT NULL,
  last_hash text NOT NULL,
  PRIMARY KEY (device, incarnation)
);

CREATE TABLE log (
  commune text NOT NULL,
  position bigint NOT NULL,
  device text NOT NULL,
  incarnation text NOT NULL,
  number bigint NOT NULL,
  first_seq bigint NOT NULL,
  count integer NOT NULL,
  hash text NOT NULL,
  log_hash text NOT NULL,                -- sha256(log hash before, hash)
  refused jsonb NOT NULL,                -- [{seq, code, field, words}]
  received_at timestamptz NOT NULL DEFAULT now(),
  bytes bytea NOT NULL,                  -- as it arrived
  PRIMARY KEY (commune, position),
  UNIQUE (device, incarnation, number)
);
ALTER TABLE log ALTER bytes SET STORAGE EXTERNAL;

CREATE TABLE record_state (
  commune text NOT NULL,
  type text NOT NULL,
  id text NOT NULL,
  fields jsonb NOT NULL,
  clocks jsonb NOT NULL,
  PRIMARY KEY (commune, type, id)
);

CREATE TABLE conflict (
  commune text NOT NULL,
  type text NOT NULL,
  id text NOT NULL,
  field text NOT NULL,
  loser_clock text NOT NULL,
  loser jsonb,
  winner_clock text NOT NULL,
  winner jsonb,
  found_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (commune, type, id, field, loser_clock, winner_clock)
);

CREATE TABLE refused_op (
  commune text NOT NULL,
  device text NOT NULL,
  incarnation text NOT NULL,
  seq bigint NOT NULL,
  type text NOT NULL,
  id text NOT NULL,
  code text NOT NULL,
  field text NOT NULL,
  refused_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (device, incarnation, seq)
);

CREATE TABLE blob (
  hash text PRIMARY KEY,
  bytes bigint NOT NULL,
  stored_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE blob_holder (
  commune text NOT NULL,
  hash text NOT NULL REFERENCES blob,
  PRIMARY KEY (commune, hash)
);

CREATE SCHEMA projection;
`,
};
