/** What every test file about the archive sets up: for each test a folder and a book in it, on one recognizer for all of them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach } from 'vitest';
import type { ArchiveOptions } from '../../src-main/service/archive/archive-service';
import { newArchive, removeFolder, temporaryFolder, type TestArchive } from './archive-book';
import { type KeptRecognizer, keptRecognizer } from './recognizer';

export interface ArchiveOfTest {
  readonly recognizer: KeptRecognizer;
  readonly folder: string;
  /** A test may put another one in its place; what stands here at the end is closed. */
  own: TestArchive;
  /** Writes a file into the folder; returns its path. */
  file(name: string, bytes: Uint8Array | string): Promise<string>;
}

export function archivePerTest(options: ArchiveOptions = {}): ArchiveOfTest {
  const recognizer = keptRecognizer();
  let folder = '';
  let own: TestArchive | undefined;
  beforeEach(async () => {
    folder = await temporaryFolder();
    own = await newArchive(recognizer.start, { ...options, dir: folder });
  });
  afterEach(async () => {
    await own?.close();
    await removeFolder(folder);
  });
  afterAll(recognizer.end);
  return {
    recognizer,
    get folder() {
      return folder;
    },
    get own() {
      if (own === undefined) throw new Error('asked for outside a test');
      return own;
    },
    set own(next) {
      own = next;
    },
    file: async (name, bytes) => {
      const path = join(folder, name);
      await writeFile(path, bytes);
      return path;
    },
  };
}
