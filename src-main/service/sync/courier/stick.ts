import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { stickFolder, type StickFiles, type StickPlace } from '#shared/sync/bundle-stick';
import { openStickFiles } from '#shared/node/stick-files';

/** The stick in a folder that a person chose. */
export interface Stick {
  readonly dir: string;
  readonly len: StickFiles;
  readonly xuong: StickFiles;
  /** Undefined where the system does not tell. */
  freeBytes(): Promise<number | undefined>;
  writable(): Promise<boolean>;
}

export type OpenFiles = (dir: string) => StickFiles;

/** @throws AppError courier.noFolder */
export async function openStick(dir: string, openFiles: OpenFiles = openStickFiles): Promise<Stick> {
  const found = await stat(dir).catch(() => undefined);
  if (!found?.isDirectory()) throw new AppError('courier.noFolder', { dir });
  const at = (place: StickPlace): StickFiles => openFiles(path.join(dir, stickFolder, place));
  return {
    dir,
    len: at('len'),
    xuong: at('xuong'),
    freeBytes: () =>
      statfs(dir).then(
        ({ bavail, bsize }) => bavail * bsize,
        () => undefined,
      ),
    writable: () =>
      access(dir, constants.W_OK).then(
        () => true,
        () => false,
      ),
  };
}
