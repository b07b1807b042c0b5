/** A package that comes from outside, as a folder or in a ZIP: its files by their paths, read in pieces, never unpacked to the disk. */
import { createReadStream, existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { AppError } from '#shared/errors/app-error';
import { diskFailure } from '../../atomic-file';

export interface PackageSource {
  /** For people. */
  readonly name: string;
  /** Paths below the folder of the package with their sizes; forward slashes. */
  readonly files: ReadonlyMap<string, number>;
  open(path: string): Promise<Readable>;
  close(): void;
}

/** A file of an archive's fonds has some thousand documents at most; more is a mistake or an attack. */
const mostFiles = 100_000;
/** Of one package when it is unpacked. */
const mostBytes = 64 * 1024 ** 3;
const metsName = 'METS.xml';

/**
 * Packages at a path: the path itself, or those in the folder.
 * @throws AppError package.notOne, store.io
 */
export async function findPackages(path: string): Promise<string[]> {
  const kind = await stat(path).catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? new AppError('package.notOne', { name: basename(path) })
      : diskFailure(error);
  });
  if (kind.isFile() || existsSync(join(path, metsName))) return [path];
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    throw diskFailure(error);
  });
  const found = entries
    .filter(
      (entry) =>
        (entry.isFile() && extname(entry.name).toLowerCase() === '.zip') ||
        (entry.isDirectory() && existsSync(join(path, entry.name, metsName))),
    )
    .map(({ name }) => join(path, name))
    .toSorted();
  if (found.length === 0) throw new AppError('package.notOne', { name: basename(path) });
  return found;
}

/** @throws AppError package.notOne, package.damaged, package.tooLarge, store.io */
export async function openPackageSource(path: string): Promise<PackageSource> {
  const name = basename(path);
  const source = (await stat(path)).isDirectory() ? await openFolder(path, name) : await openZip(path, name);
  if (!source.files.has(metsName)) {
    source.close();
    throw new AppError('package.notOne', { name });
  }
  return source;
}

async function openFolder(path: string, name: string): Promise<PackageSource> {
  const files = new Map<string, number>();
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    // Links could lead anywhere.
    if (!entry.isFile()) continue;
    const whole = join(entry.parentPath, entry.name);
    files.set(whole.slice(path.length).replaceAll('\\', '/').replace(/^\/+/, ''), (await stat(whole)).size);
    if (files.size > mostFiles) throw new AppError('package.tooLarge', { name, what: `> ${mostFiles} tệp` });
  }
  return { name, files, open: async (file) => createReadStream(join(path, ...file.split('/'))), close: () => {} };
}

/** The package may be the ZIP itself or one folder in it. */
async function openZip(path: string, name: string): Promise<PackageSource> {
  const { openPromise } = await import('yauzl');
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  } catch (error) {
    throw new AppError('package.damaged', { name, problem: 'ZIP không đọc được' }, error);
  }
  const entries = new Map<string, Entry>();
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      bytes += entry.uncompressedSize;
      if (entries.size >= mostFiles || bytes > mostBytes) throw new AppError('package.tooLarge', { name, what: 'ZIP' });
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    zip.close();
    throw error instanceof AppError ? error : new AppError('package.damaged', { name, problem: 'ZIP không đọc được' }, error);
  }
  const root =
    [...entries.keys()].filter((file) => file === metsName || /^[^/]+\/METS\.xml$/.test(file)).toSorted((a, b) => a.length - b.length)[0] ??
    '';
  const prefix = root.slice(0, Math.max(0, root.length - metsName.length));
  const within = new Map(
    [...entries].filter(([file]) => file.startsWith(prefix)).map(([file, entry]) => [file.slice(prefix.length), entry]),
  );
  return {
    name,
    files: new Map([...within].map(([file, entry]) => [file, entry.uncompressedSize])),
    open: async (file) => {
      const entry = within.get(file);
      if (entry === undefined) throw new AppError('package.damaged', { name, problem: file });
      return zip.openReadStreamPromise(entry);
    },
    close: () => zip.close(),
  };
}

/** @throws AppError package.damaged, package.tooLarge */
export async function readWhole(source: PackageSource, path: string, most: number): Promise<Buffer> {
  const size = source.files.get(path);
  if (size === undefined) throw new AppError('package.damaged', { name: source.name, problem: `thiếu ${path}` });
  if (size > most) throw new AppError('package.tooLarge', { name: source.name, what: path });
  const parts: Buffer[] = [];
  try {
    for await (const part of await source.open(path)) parts.push(part as Buffer);
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('package.damaged', { name: source.name, problem: path }, error);
  }
  return Buffer.concat(parts);
}
