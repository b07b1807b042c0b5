/**
 * Scanners of a Linux machine through SANE's own `scanimage` (package sane-utils). From the feeder sheets are taken one at a time: scanimage
 * waits for a line before each (`--batch-prompt`), which it is given when the sheet before is encrypted on the disk. A sheet lies for that
 * moment in a private folder in memory (/dev/shm), never on the disk in clear.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scanner } from '#shared/contract/window/scanners';
import { AppError } from '#shared/errors/app-error';
import { runCommand } from '../run-command';
import { scanNames, type ScanSource } from '../scan-source';
import { abilitiesFrom, argumentsFor, readOptions, type SaneOptions } from './sane-options';

const program = 'scanimage';
const prefix = 'sane:';
/** Numbers of sane.h, which scanimage ends with. */
const status = { busy: 3, jammed: 6, noDocuments: 7, coverOpen: 8 } as const;

export function createSaneSource(): ScanSource {
  const deviceOf = (id: string): string => id.slice(prefix.length);
  const optionsOf = async (id: string): Promise<SaneOptions> => {
    const ran = await runCommand(program, ['-d', deviceOf(id), '--all-options']);
    if (ran === undefined || ran.code !== 0) throw failure(ran?.code ?? -1, ran?.errors ?? '', deviceOf(id));
    return readOptions(ran.out.toString('utf8'));
  };
  return {
    kind: 'sane',
    find: async () => {
      if (process.platform === 'win32') return [];
      const ran = await runCommand(program, ['--formatted-device-list=%d\t%v %m%n']);
      const lines = ran === undefined ? [] : ran.out.toString('utf8').split('\n');
      return lines.flatMap((line): Scanner[] => {
        const [device, name] = line.split('\t');
        return device === undefined || name === undefined ? [] : [{ id: `${prefix}${device}`, name: name.trim(), kind: 'sane' }];
      });
    },
    abilities: async (id) => abilitiesFrom(await optionsOf(id)),
    scan: async function* (id, wish, signal) {
      const args = ['-d', deviceOf(id), '--format=jpeg', ...argumentsFor(wish, await optionsOf(id))];
      const name = scanNames();
      if (wish.source === 'flatbed') {
        const ran = await runCommand(program, args, signal);
        if (ran === undefined || ran.code !== 0 || ran.out.length === 0) throw failure(ran?.code ?? -1, ran?.errors ?? '', deviceOf(id));
        yield { name: name(1), bytes: ran.out, dpi: wish.dpi };
        return;
      }
      const folder = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'kts-'));
      const feeder = startFeeder([...args, `--batch=${join(folder, 'p%d.jpg')}`, '--batch-prompt'], signal);
      try {
        for (let number = 1; await feeder.next(); number++) {
          const path = join(folder, `p${number}.jpg`);
          const bytes = await readFile(path);
          await rm(path);
          yield { name: name(number), bytes, dpi: wish.dpi };
        }
        if (feeder.scanned === 0) throw failure(feeder.code === 0 ? status.noDocuments : feeder.code, feeder.errors, deviceOf(id));
        if (feeder.code !== 0 && feeder.code !== status.noDocuments) throw failure(feeder.code, feeder.errors, deviceOf(id));
      } finally {
        feeder.stop();
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** One `scanimage --batch-prompt`: `next` lets it scan one sheet and tells whether it did. */
function startFeeder(args: readonly string[], signal: AbortSignal) {
  const child = spawn(program, [...args], { stdio: ['pipe', 'ignore', 'pipe'], signal });
  const state = { scanned: 0, code: 0, errors: '' };
  let ended = false;
  let wake = () => {};
  child.stdin.on('error', () => {});
  child.stderr.on('data', (part: Buffer) => {
    state.errors += part.toString('utf8');
    // The file of a sheet has its name when the next one is asked for.
    state.scanned = Math.max(0, (state.errors.match(/Press <RETURN>/g) ?? []).length - 1);
    wake();
  });
  const end = (code: number) => {
    ended = true;
    state.scanned = (state.errors.match(/Scanned page \d+/g) ?? []).length;
    state.code = code;
    wake();
  };
  child.on('error', () => end(-1));
  child.on('close', (code) => end(code ?? -1));
  let taken = 0;
  return {
    get scanned() {
      return state.scanned;
    },
    get code() {
      return state.code;
    },
    get errors() {
      return state.errors;
    },
    next: async (): Promise<boolean> => {
      if (!ended) child.stdin.write('\n');
      while (state.scanned <= taken && !ended) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return state.scanned > taken++;
    },
    stop: () => {
      if (!ended) child.kill();
    },
  };
}

function failure(code: number, errors: string, device: string): AppError {
  if (code === status.busy) return new AppError('scanner.busy');
  if (code === status.noDocuments || /out of documents/i.test(errors)) return new AppError('scanner.noPaper');
  if (code === status.jammed || code === status.coverOpen)
    return new AppError('scanner.failed', { reason: code === status.jammed ? 'kẹt giấy' : 'nắp mở' });
  return code === -1 ? new AppError('scanner.offline', { address: device }) : new AppError('scanner.failed', { reason: lastLine(errors) });
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.slice(0, 200) ?? '';
