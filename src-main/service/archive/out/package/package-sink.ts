/** Where the files of a package go: into a folder, or one after the other into a ZIP. Nothing of it stays when it is not finished. */
import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { AppError } from '#shared/errors/app-error';
import type { Sink } from '../../../pdf/write-pdf';
import { diskFailure } from '../../atomic-file';
import type { PackedFile } from './mets';

export interface PackageSink {
  /** Writes one file of the package. `path` is relative to it, with forward slashes. */
  put<T>(path: string, write: (sink: Sink) => Promise<T>): Promise<PackedFile & { readonly result: T }>;
  /** The package appears under its name. Gives the hash of the ZIP. */
  finish(): Promise<{ path: string; sha256: string | undefined }>;
  /** Removes what was written. */
  abandon(): Promise<void>;
}

/** Counts and hashes what goes through. */
async function measured<T>(path: string, to: Sink, write: (sink: Sink) => Promise<T>): Promise<PackedFile & { readonly result: T }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const result = await write(async (part) => {
    hash.update(part);
    bytes += part.length;
    await to(part);
  });
  return { path, bytes, sha256: hash.digest('hex'), result };
}

const partOf = (path: string): string => `${path}.${randomBytes(4).toString('hex')}.part`;

/** @throws AppError out.exists */
export function openPackageSink(dir: string, name: string, zip: boolean): Promise<PackageSink> {
  const path = join(dir, zip ? `${name}.zip` : name);
  if (existsSync(path)) throw new AppError('out.exists', { name: basename(path) });
  return zip ? zipSink(path, name) : folderSink(path);
}

async function folderSink(path: string): Promise<PackageSink> {
  const part = partOf(path);
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw diskFailure(error);
    }
  };
  return {
    put: (name, write) =>
      guarded(async () => {
        const target = join(part, ...name.split('/'));
        await mkdir(dirname(target), { recursive: true });
        const file = await open(target, 'wx');
        try {
          const written = await measured(name, async (bytes) => file.writeFile(bytes), write);
          await file.sync();
          return written;
        } finally {
          await file.close();
        }
      }),
    finish: () =>
      guarded(async () => {
        await rename(part, path);
        return { path, sha256: undefined };
      }),
    abandon: () => rm(part, { recursive: true, force: true }).catch(() => {}),
  };
}

/** PDFs are compressed already. */
const compressible = (name: string): boolean => !/\.(?:pdf|png|jpe?g)$/i.test(name);

/** In the ZIP the package is one folder with its name, as it is outside. */
async function zipSink(path: string, folder: string): Promise<PackageSink> {
  const { ZipFile } = await import('yazl');
  await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
    throw diskFailure(error);
  });
  const part = partOf(path);
  const zip = new ZipFile();
  const file = createWriteStream(part, { flags: 'wx' });
  const hash = createHash('sha256');
  const failed = new AbortController();
  zip.outputStream.on('data', (bytes: Buffer) => hash.update(bytes));
  zip.outputStream.pipe(file);
  file.on('error', (error) => failed.abort(error));
  // Who finishes meets the failure; until then it must not end the process.
  const closed = finished(file);
  closed.catch(() => {});
  return {
    put: async (name, write) => {
      const stream = new PassThrough();
      zip.addReadStream(stream, `${folder}/${name}`, { compress: compressible(name), mode: 0o100644 });
      const to: Sink = async (bytes) => {
        if (failed.signal.aborted) throw diskFailure(failed.signal.reason);
        if (stream.write(Buffer.from(bytes))) return;
        await new Promise<void>((resolve) => {
          const go = () => {
            failed.signal.removeEventListener('abort', go);
            resolve();
          };
          stream.once('drain', go);
          failed.signal.addEventListener('abort', go, { once: true });
        });
      };
      const written = await measured(name, to, write);
      stream.end();
      return written;
    },
    finish: async () => {
      zip.end();
      try {
        await closed;
        const handle = await open(part, 'r+');
        try {
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(part, path);
      } catch (error) {
        throw diskFailure(error);
      }
      return { path, sha256: hash.digest('hex') };
    },
    abandon: async () => {
      file.destroy();
      await closed.catch(() => {});
      await rm(part, { force: true }).catch(() => {});
    },
  };
}
