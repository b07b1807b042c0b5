import type { Migration } from '../migrate';
import { partitionsOf } from '../partitions';
import { carryStates } from './carry-states';

/**
 * Full sync: hot tables partitioned by commune, parked batches, incarnations that stand for themselves, durable positions,
 * snapshots, the hub as an author. What the tables of 0001 hold is carried over; the tables of `projection` are made
 * anew from the record states (projection/ensure.ts).
 */
export const migration0002: Migration = {
  number: 2,
  name: 'partitions by commune, parked batches, durable positions, snapshots, the hub as author',
  sql: `
CREATE SCHEMA before_0002;
ALTER TABLE author SET SCHEMA before_0002;
ALTER TABLE log SET SCHEMA before_0002;
ALTER TABLE record_state SET SCHEMA before_0002;
ALTER TABLE conflict SET SCHEMA before_0002;
ALTER TABLE refused_op SET SCHEMA before_0002;

ALTER TABLE scope
  ADD fingerprint text NOT NULL DEFAULT '0000000000000000', -- of the state (sync/fingerprint)
  ADD stamp text NOT NULL DEFAULT '',    -- largest clock stamp seen here: what the hub writes comes after it
  ADD durable bigint NOT NULL DEFAULT 0; -- position that the last finished backup holds

CREATE TABLE author (
  commune text NOT NULL,
  device text NOT NULL,                  -- a workstation or the hub itself
  incarnation text NOT NULL,
  last_seq bigint NOT NULL,
  last_number bigint NOT NULL,
  last_hash text NOT NULL,
  confirmed bigint NOT NULL DEFAULT 0,   -- last seq that the last finished backup holds
  PRIMARY KEY (commune, device, incarnation)
);
CREATE INDEX author_incarnation ON author (commune, incarnation);
INSERT INTO author SELECT d.commune, a.device, a.incarnation, a.last_seq, a.last_number, a.last_hash
  FROM before_0002.author a JOIN device d USING (device);

CREATE TABLE revoked_incarnation (
  device text NOT NULL,
  incarnation text NOT NULL,
  revoked_at timestamptz NOT NULL DEFAULT now(),
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
  codec smallint NOT NULL,
  hash text NOT NULL,
  log_hash text NOT NULL,                -- sha256(log hash before, hash)
  refused jsonb NOT NULL,                -- [{seq, code, field, words}]
  received_at timestamptz NOT NULL DEFAULT now(),
  bytes bytea NOT NULL,                  -- as it arrived
  PRIMARY KEY (commune, position),
  UNIQUE (commune, device, incarnation, number)
) PARTITION BY HASH (commune);
ALTER TABLE log ALTER bytes SET STORAGE EXTERNAL;
${partitionsOf('log')}
INSERT INTO log SELECT commune, position, device, incarnation, number, first_seq, count, get_byte(bytes, 5), hash, log_hash, refused, received_at, bytes
  FROM before_0002.log;

CREATE TABLE parked_batch (
  commune text NOT NULL,
  device text NOT NULL,
  incarnation text NOT NULL,
  number bigint NOT NULL,
  hash text NOT NULL,
  parked_at timestamptz NOT NULL DEFAULT now(),
  bytes bytea NOT NULL,
  PRIMARY KEY (commune, device, incarnation, number)
);
ALTER TABLE parked_batch ALTER bytes SET STORAGE EXTERNAL;

CREATE TABLE record_state (
  commune text NOT NULL,
  type text NOT NULL,
  id text NOT NULL,
  fields json NOT NULL,
  clocks json NOT NULL,                  -- [[clock, [field]]]: most fields of a record share one (sync/clocks, packClocks)
  PRIMARY KEY (commune, type, id)
) PARTITION BY HASH (commune);
${partitionsOf('record_state')}
INSERT INTO record_state SELECT commune, type, id, fields::json,
    coalesce((SELECT json_agg(json_build_array(clock, names)) FROM (SELECT value AS clock, json_agg(key) AS names FROM jsonb_each_text(clocks) GROUP BY value) g), '[]')
  FROM before_0002.record_state;

CREATE TABLE conflict (
  commune text NOT NULL,
  type text NOT NULL,
  id text NOT NULL,
  field text NOT NULL,
  item text NOT NULL DEFAULT '',         -- id of the item where the field is a small table
  loser_clock text NOT NULL,
  winner_clock text NOT NULL,            -- this and both values as they were when it was found
  loser json NOT NULL,
  winner json NOT NULL,
  loser_actor text,
  winner_actor text,
  found_at timestamptz NOT NULL DEFAULT now(),
  settled_by text,                       -- clock of the op by which a person decided; null: open
  settled_at timestamptz,
  PRIMARY KEY (commune, type, id, field, item, loser_clock)
) PARTITION BY HASH (commune);
${partitionsOf('conflict')}
INSERT INTO conflict (commune, type, id, field, loser_clock, winner_clock, loser, winner, found_at)
  SELECT DISTINCT ON (commune, type, id, field, loser_clock)
    commune, type, id, field, loser_clock, winner_clock, coalesce(loser, 'null')::json, coalesce(winner, 'null')::json, found_at
  FROM before_0002.conflict ORDER BY commune, type, id, field, loser_clock, winner_clock DESC;

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
  PRIMARY KEY (commune, device, incarnation, seq)
) PARTITION BY HASH (commune);
${partitionsOf('refused_op')}
INSERT INTO refused_op SELECT commune, device, incarnation, seq, type, id, code, field, refused_at FROM before_0002.refused_op;

CREATE TABLE publisher (
  commune text PRIMARY KEY,
  incarnation text NOT NULL              -- under which the hub writes to this commune; another one after a restore
);

CREATE TABLE snapshot (
  id text PRIMARY KEY,
  commune text NOT NULL,
  position bigint NOT NULL,
  description jsonb NOT NULL,            -- as it is answered, signed
  made_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX snapshot_commune ON snapshot (commune, expires_at);
CREATE TABLE snapshot_part (
  id text NOT NULL REFERENCES snapshot ON DELETE CASCADE,
  n integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (id, n)
);
ALTER TABLE snapshot_part ALTER bytes SET STORAGE EXTERNAL;

DROP SCHEMA before_0002 CASCADE;
DROP SCHEMA projection CASCADE;
CREATE SCHEMA projection;
`,
  after: carryStates,
};
