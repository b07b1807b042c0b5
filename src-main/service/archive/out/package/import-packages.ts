/** Every package at a path, one after the other; one that is refused does not keep the others out. */
import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PackageCheck, PackageImportEvent } from '#shared/contract/window/out';
import { AppError } from '#shared/errors/app-error';
import { diskFailure } from '../../atomic-file';
import type { OutParts } from '../parts';
import { checkPackage } from './check-package';
import { readHandover } from './handover';
import { importPackage } from './import-package';
import { findPackages } from './package-source';

/** @throws AppError package.notOne, store.io when there is none at all */
export async function importPackages(
  parts: OutParts,
  path: string,
  tell: (event: PackageImportEvent) => void,
  signal: AbortSignal,
): Promise<Extract<PackageImportEvent, { kind: 'done' }>> {
  const packages = await findPackages(path);
  const totals = { packages: 0, files: 0, documents: 0, pages: 0, already: 0, refused: 0 };
  for (const one of packages) {
    signal.throwIfAborted();
    try {
      const taken = await importPackage(parts, one, { signal, onDocument: (done, of, title) => tell({ kind: 'step', done, of, title }) });
      tell({ kind: 'taken', ...taken });
      totals.packages++;
      totals.files += taken.files;
      totals.documents += taken.documents;
      totals.pages += taken.pages;
      totals.already += taken.already;
    } catch (error) {
      const failure = diskFailure(error);
      if (!(failure instanceof AppError) || failure.code === 'store.diskFull') throw failure;
      totals.refused++;
      tell({ kind: 'refused', name: basename(one), code: failure.code, details: { ...failure.details } });
    }
  }
  return { kind: 'done', ...totals, absent: await absentFrom(path) };
}

/** Each package at the path, held to what it says. */
export async function checkPackages(path: string, signal?: AbortSignal): Promise<PackageCheck[]> {
  const checks: PackageCheck[] = [];
  for (const one of await findPackages(path)) {
    try {
      checks.push(await checkPackage(one, signal));
    } catch (error) {
      if (!(error instanceof AppError) || !error.code.startsWith('package.')) throw error;
      const problem = String(error.details.problem ?? error.details.what ?? 'METS.xml');
      checks.push({
        name: basename(one),
        kind: 'other',
        id: '',
        title: '',
        files: 0,
        documents: 0,
        bytes: 0,
        faults: [{ place: basename(one), problem }],
      });
    }
  }
  for (const name of await absentFrom(path))
    checks.push({
      name,
      kind: 'other',
      id: '',
      title: '',
      files: 0,
      documents: 0,
      bytes: 0,
      faults: [{ place: name, problem: 'có trong danh sách bàn giao nhưng không có gói' }],
    });
  return checks;
}

/** Packages that the handover list beside them names and that are not there. */
async function absentFrom(path: string): Promise<string[]> {
  if (!statSync(path).isDirectory()) return [];
  const list = await readHandover(path);
  return list?.packages.map(({ name }) => name).filter((name) => !existsSync(join(path, name))) ?? [];
}
