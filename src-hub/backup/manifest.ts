import { z } from 'zod';

/** Says what a backup holds; written last, so a folder without it is no backup. */
export const manifest = z.object({
  format: z.literal(1),
  hub: z.string(),
  /** Version of the database's schema. */
  schema: z.int().min(1),
  madeAt: z.iso.datetime(),
  /** Folder of this backup's tables; scans are shared by all backups in the same place. */
  tablesFolder: z.string().regex(/^tables-[0-9TZ]+$/),
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_]+$/),
      columns: z.array(z.object({ name: z.string(), type: z.string(), identity: z.boolean() })),
      rows: z.int().min(0),
      bytes: z.int().min(0),
      /** Of the file. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  scans: z.object({ count: z.int().min(0), bytes: z.int().min(0) }),
});
export type Manifest = z.infer<typeof manifest>;

export const manifestName = 'manifest.json';
export const keysName = 'keys.json';
export const tableFile = (name: string): string => `${name}.jsonl.zst`;
export const scansFolder = 'scans';
