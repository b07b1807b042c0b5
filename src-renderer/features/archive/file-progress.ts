import type { z } from 'zod';
import type { fileProgressSchema } from '#shared/contract/window/archive';

export type FileProgress = z.infer<typeof fileProgressSchema>;
type Ask = (fileIds: string[]) => Promise<{ files: FileProgress[] }>;

let waiting = new Map<string, ((found: FileProgress | null) => void)[]>();

/** The progress of one file; rows that ask in the same moment share one call. */
export function progressOfFile(ask: Ask, fileId: string): Promise<FileProgress | null> {
  return new Promise((resolve, reject) => {
    if (waiting.size === 0) queueMicrotask(() => void flush(ask).catch(reject));
    waiting.set(fileId, [...(waiting.get(fileId) ?? []), resolve]);
  });
}

async function flush(ask: Ask): Promise<void> {
  const asked = waiting;
  waiting = new Map();
  const { files } = await ask([...asked.keys()]);
  const byId = new Map(files.map((file) => [file.fileId, file]));
  for (const [id, answers] of asked) for (const answer of answers) answer(byId.get(id) ?? null);
}
