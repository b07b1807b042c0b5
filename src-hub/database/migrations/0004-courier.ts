import type { Migration } from '../migrate';

/** What the hub remembers of sticks (courier/). */
export const migration0004: Migration = {
  number: 4,
  name: 'sticks: workstations that use them, parts that were read, images that are wished for',
  sql: `
CREATE TABLE courier_device (
  device text PRIMARY KEY REFERENCES device,
  commune text NOT NULL,
  recipient text NOT NULL,               -- age recipient: what answers are encrypted to
  cursor text NOT NULL DEFAULT '',       -- how far it told that it has the log
  heard_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX courier_device_commune ON courier_device (commune);

CREATE TABLE courier_part (
  commune text NOT NULL,
  device text NOT NULL,
  bundle text NOT NULL,
  part integer NOT NULL,
  position bigint NOT NULL,              -- head of the log when it was read to its end
  blobs text[] NOT NULL,
  told_in text,                          -- latest answer that tells its sender
  known boolean NOT NULL DEFAULT false,  -- its sender has read such an answer
  taken_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (commune, bundle, part)
);
CREATE INDEX courier_part_untold ON courier_part (commune, position) WHERE NOT known;

CREATE TABLE courier_wish (
  commune text NOT NULL,
  device text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (commune, device, hash)
);
`,
};
