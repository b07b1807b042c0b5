/** Forms being typed, kept through a kill of the application. The only thing that the window writes; encrypted, removed when saved. */
import type { Dexie, Table } from 'dexie';
import { openDraft, sealDraft } from './draft-cipher';

interface DraftRow {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly at: number;
}
export interface Draft {
  readonly content: unknown /** Milliseconds since 1970. */;
  readonly at: number;
}

type Database = Dexie & { drafts: Table<DraftRow, string> };
let database: Promise<Database> | undefined;

/** Loaded with the first form, not with the window. */
const open = (): Promise<Database> => (database ??= openDatabase());

async function openDatabase(): Promise<Database> {
  const { Dexie } = await import('dexie');
  const made = new Dexie('drafts') as Database;
  made.version(1).stores({ drafts: 'name' });
  return made;
}

let key: CryptoKey | undefined;
/** The key of the open book; undefined when it is locked: drafts are then neither read nor written. */
export const setDraftKey = (next: CryptoKey | undefined): void => {
  key = next;
};

export async function readDraft(name: string): Promise<Draft | undefined> {
  const row = key && (await (await open()).drafts.get(name));
  if (!key || !row) return undefined;
  const content = await openDraft(key, name, row.content);
  return content === undefined ? undefined : { content, at: row.at };
}

export async function keepDraft(name: string, content: unknown): Promise<void> {
  if (!key) return;
  const { drafts } = await open();
  if (key) await drafts.put({ name, content: await sealDraft(key, name, content), at: Date.now() });
}

export const dropDraft = async (name: string): Promise<void> => (await open()).drafts.delete(name);

export const draftNames = async (): Promise<string[]> => (await open()).drafts.toCollection().primaryKeys();
