import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ObjectStore } from './object-store';

/** DIR/ab/abcd…; several instances may share the folder over the network. */
export function folderObjects(dir: string): ObjectStore {
  const fileOf = (name: string): string => path.join(dir, name.slice(0, 2), name);
  return {
    async put(name, size, content) {
      const target = fileOf(name);
      await mkdir(path.dirname(target), { recursive: true });
      const temporary = `${target}.${randomBytes(4).toString('hex')}.part`;
      const handle = await open(temporary, 'wx', 0o600);
      try {
        let written = 0;
        for await (const chunk of content()) {
          await handle.writeFile(chunk);
          written += chunk.length;
        }
        if (written !== size) throw new Error('an object is shorter or longer than announced');
        await handle.sync();
      } catch (error) {
        await handle.close();
        await rm(temporary, { force: true });
        throw error;
      }
      await handle.close();
      await rename(temporary, target);
    },
    remove: (name) => rm(fileOf(name), { force: true }),
    size: (name) =>
      stat(fileOf(name)).then(
        (found) => found.size,
        () => undefined,
      ),
    async *read(name, from = 0, to) {
      if (to !== undefined && to <= from) return;
      for await (const chunk of createReadStream(fileOf(name), { start: from, ...(to === undefined ? {} : { end: to - 1 }) }))
        yield chunk as Buffer;
    },
  };
}
