/** The guard of an update on a real folder, a real archive and real processes: installed, or put back with the data of before. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formerFolder, readNote, writeNote } from '#shared/node/update-note';
import { type GuardOutcome, guardUpdate } from '../../src-main/shell/update/guard';
import { guardName, keepFormer } from '../../src-main/shell/update/program-folder';
import { tempDir } from '../support/book';

const name = 'kiem-tra-so';
type Kind = 'works' | 'ends' | 'hangs' | 'isNone';

/** A folder with a program that says which version it is, and then does what is tried. */
function makeProgram(folder: string, version: string, kind: Kind, dataDir: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  writeFileSync(join(folder, 'resources', 'app.asar'), `the archive of ${version}`);
  if (kind === 'isNone') return;
  const answer = `sed -i 's/"state":"installing"/"state":"answered"/' '${dataDir}/updates/note.json'`;
  const act = { works: answer, ends: 'exit 3', hangs: 'exec sleep 30' }[kind];
  writeFileSync(join(folder, name), `#!/bin/sh\necho '${version}' >> '${dataDir}/started'\n${act}\n`);
  chmodSync(join(folder, name), 0o755);
}

/** Version 0.1.0 with a book that 0.2.0 carried further, and 0.2.0 laid out. */
function install(kind: Kind): { dataDir: string; folder: string; outcome: Promise<GuardOutcome> } {
  const [dataDir, parent] = [tempDir(), tempDir()];
  const folder = join(parent, 'Kiểm tra số');
  makeProgram(folder, '0.1.0', 'works', dataDir);
  const next = join(parent, 'next', 'kiem-tra-so-0.2.0');
  makeProgram(next, '0.2.0', kind, dataDir);
  const archive = join(dataDir, 'app.tar.gz');
  expect(spawnSync('tar', ['-czf', archive, '-C', join(parent, 'next'), 'kiem-tra-so-0.2.0']).status).toBe(0);
  mkdirSync(join(dataDir, 'office'));
  writeFileSync(join(dataDir, 'office', 'book.db'), 'schema 21');
  writeFileSync(join(dataDir, 'office', 'book.db-wal'), 'log of schema 21');
  writeFileSync(join(dataDir, 'office', 'book.db.before-20'), 'schema 20');
  keepFormer({ folder, name }, formerFolder(dataDir));
  writeNote(dataDir, {
    version: '0.2.0',
    before: '0.1.0',
    schemaBefore: 20,
    path: archive,
    sha256: '',
    madeAt: '2026-11-23T00:00:00Z',
    notes: { vi: '', en: '' },
    from: 'stick',
    state: 'installing',
    starts: 0,
    openings: 0,
    failed: 0,
  });
  // The program that is still running when the guard begins.
  const running = spawn('sleep', ['0.3'], { stdio: 'ignore' });
  const plan = { mode: 'install', place: { folder, name }, dataDir, pid: running.pid ?? 0, switches: [] } as const;
  return { dataDir, folder, outcome: guardUpdate(plan, kind === 'hangs' ? 1000 : 20_000) };
}

const archiveOf = (folder: string) => readFileSync(join(folder, 'resources', 'app.asar'), 'utf8');
const book = (dataDir: string) => readFileSync(join(dataDir, 'office', 'book.db'), 'utf8');
/** The program that was started last runs on its own: waits until it has said so. */
async function started(dataDir: string, count: number): Promise<string[]> {
  const file = join(dataDir, 'started');
  const lines = () => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []);
  await expect.poll(() => lines().length, { timeout: 10_000 }).toBe(count);
  return lines();
}

describe('an update that is installed', () => {
  it('stays when its window is answered; the former program is kept', async () => {
    const { dataDir, folder, outcome } = install('works');
    expect(await outcome).toBe('installed');
    expect(await started(dataDir, 1)).toEqual(['0.2.0']);
    expect(archiveOf(folder)).toContain('0.2.0');
    expect(book(dataDir)).toBe('schema 21');
    expect(readNote(dataDir)).toMatchObject({ state: 'answered' });
    expect(archiveOf(formerFolder(dataDir))).toContain('0.1.0');
    expect(statSync(join(formerFolder(dataDir), guardName)).mode & 0o100).toBe(0o100);
    expect(readdirSync(join(folder, '..')).toSorted()).toEqual(['Kiểm tra số', 'next']);
  });

  it.each(['ends', 'hangs'] as const)('is replaced by the former one where it %s twice, with the data of before', async (kind) => {
    const { dataDir, folder, outcome } = install(kind);
    expect(await outcome).toBe('back');
    expect(await started(dataDir, 3)).toEqual(['0.2.0', '0.2.0', '0.1.0']);
    expect(archiveOf(folder)).toContain('0.1.0');
    expect(existsSync(join(folder, name))).toBe(true);
    expect(book(dataDir)).toBe('schema 20');
    expect(readFileSync(join(dataDir, 'office', 'book.db.of-0.2.0'), 'utf8')).toBe('schema 21');
    expect(existsSync(join(dataDir, 'office', 'book.db-wal'))).toBe(false);
    expect(readNote(dataDir)).toMatchObject({ state: 'back' });
  });

  it('leaves the program as it was where the archive holds none', async () => {
    const { dataDir, folder, outcome } = install('isNone');
    expect(await outcome).toBe('notInstalled');
    expect(await started(dataDir, 1)).toEqual(['0.1.0']);
    expect(archiveOf(folder)).toContain('0.1.0');
    expect(readNote(dataDir)).toMatchObject({ state: 'ready', failed: 1 });
    expect(book(dataDir)).toBe('schema 21');
  });
});
