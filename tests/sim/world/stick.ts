/** A USB stick in memory, and what befalls it on the way. */
import type { StickFiles } from '#shared/sync/bundle-stick';
import { worldNow } from '../environment/machine';
import type { Random } from '../environment/random';

type Files = Map<string, { readonly bytes: Buffer; readonly writtenAt: number }>;

export interface MemoryStick {
  readonly dir: string;
  readonly len: StickFiles;
  readonly xuong: StickFiles;
  freeBytes(): Promise<number | undefined>;
  writable(): Promise<boolean>;
  /** One file is cut, changed, lost, or replaced by what it was before. Says what. */
  damage(random: Random): string;
  /** Another stick with the same content. */
  copy(): MemoryStick;
  readonly size: number;
}

export function createStick(up: Files = new Map(), down: Files = new Map()): MemoryStick {
  return {
    dir: '/',
    len: filesOf(up),
    xuong: filesOf(down),
    freeBytes: async () => undefined,
    writable: async () => true,
    damage(random) {
      const files = random.pick([up, down]);
      const name = random.pick(['', ...files.keys()]);
      const file = files.get(name);
      if (!file) return 'nothing';
      const bytes = Buffer.from(file.bytes);
      const at = random.whole(bytes.length);
      switch (random.whole(3)) {
        case 0:
          files.set(name, { ...file, bytes: bytes.subarray(0, at) });
          return `${name} cut at ${at}`;
        case 1:
          bytes[at] = (bytes[at] ?? 0) ^ (1 << random.whole(8));
          files.set(name, { ...file, bytes });
          return `${name} changed at ${at}`;
        default:
          files.delete(name);
          return `${name} lost`;
      }
    },
    copy: () => createStick(new Map(up), new Map(down)),
    get size() {
      return up.size + down.size;
    },
  };
}

function filesOf(files: Files): StickFiles {
  return {
    list: async () => [...files].map(([name, { bytes, writtenAt }]) => ({ name, bytes: bytes.length, writtenAt })),
    write: async (name, pieces) => {
      const all: Uint8Array[] = [];
      for await (const piece of pieces) all.push(Buffer.from(piece));
      files.set(name, { bytes: Buffer.concat(all), writtenAt: worldNow() });
    },
    rename: async (from, to) => {
      const file = files.get(from);
      if (!file) throw new Error(`no file ${from}`);
      files.delete(from);
      files.set(to, file);
    },
    read: async function* (name) {
      const bytes = files.get(name)?.bytes ?? Buffer.alloc(0);
      for (let at = 0; at < bytes.length; at += 4096) yield bytes.subarray(at, at + 4096);
    },
    remove: async (name) => {
      files.delete(name);
    },
  };
}
