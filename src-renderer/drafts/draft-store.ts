/** Forms being typed, kept through a kill of the application. The only thing that the window writes; encrypted, removed when saved. */
import { Dexie, type Table } from 'dexie';
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

const database = new Dexie('drafts') as Dexie & { drafts: Table<DraftRow, string> };
database.version(1).stores({ drafts: 'name' });

let key: CryptoKey | undefined;
/** The key of the open book; undefined when it is locked: drafts are then neither read nor written. */
export const setDraftKey = (next: CryptoKey | undefined): void => {
  key = next;
};

export async function readDraft(name: string): Promise<Draft | undefined> {
  const row = key && (await database.drafts.get(name));
  if (!key || !row) return undefined;
  const content = await openDraft(key, name, row.content);
  return content === undefined ? undefined : { content, at: row.at };
}

export async function keepDraft(name: string, content: unknown): Promise<void> {
  if (!key) return;
  await database.drafts.put({ name, content: await sealDraft(key, name, content), at: Date.now() });
}

export const dropDraft = (name: string): Promise<void> => database.drafts.delete(name);
