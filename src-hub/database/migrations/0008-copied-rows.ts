import type { Migration } from '../migrate';

/** New records are copied into their tables (log/postgres/write-effects.ts); rows that are copied get what a column has by itself. */
export const migration0008: Migration = {
  number: 8,
  name: 'projected rows know when they were written',
  sql: `
DO $$
DECLARE shown text;
BEGIN
  FOR shown IN
    SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'projection' AND c.relkind = 'p'
  LOOP
    EXECUTE 'ALTER TABLE ' || shown || ' ALTER updated_at SET DEFAULT now()';
  END LOOP;
END $$;
`,
};
