import { randomBytes } from 'node:crypto';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/errors/app-error';
import type { StickFiles } from '#shared/sync/bundle-stick';
import { openStickFiles, stickFailure } from '#shared/node/stick-files';
import type { OpenFiles } from '#service/sync/courier/stick';
import { type TestStick, visitHub } from '../support/courier-station';
import { stickTests } from '../support/stick-tests';

const at = stickTests();
const { newCommune, enrolled, plug } = at;

describe('a stick that fails while it is written', () => {
  /** Real files, of which the n-th call fails as a stick does. */
  function failingAt(n: number, code: string): { openFiles: OpenFiles; calls(): number } {
    let calls = 0;
    const count = (): void => {
      if (++calls === n) throw stickFailure(Object.assign(new Error(code), { code, syscall: 'write' }));
    };
    const openFiles: OpenFiles = (dir): StickFiles => {
      const real = openStickFiles(dir);
      return {
        list: async () => (count(), real.list()),
        write: (name, pieces) =>
          real.write(
            name,
            (async function* () {
              for await (const piece of pieces) {
                count();
                yield piece;
              }
              count();
            })(),
          ),
        rename: async (old, name) => (count(), real.rename(old, name)),
        read: async function* (name) {
          count();
          yield* real.read(name);
        },
        remove: async (name) => (count(), real.remove(name)),
      };
    };
    return { openFiles, calls: () => calls };
  }
  const faults = [
    ['ENOSPC', 'courier.stickFull'],
    ['EIO', 'courier.stickGone'],
    ['EROFS', 'courier.readOnly'],
    ['EFBIG', 'courier.partTooLarge'],
  ] as const;

  test('at any moment: a clear refusal, nothing half-written under a name, and the next time goes on', { timeout: 400_000 }, async () => {
    let fault: ReturnType<typeof failingAt> | undefined;
    const station = await enrolled(undefined, at.home, (dir) => (fault?.openFiles ?? openStickFiles)(dir));
    const fill = (): void => {
      station.petition(1);
      station.archive('THUONG', [randomBytes(900_000), randomBytes(800_000)]);
    };
    const write = (stick: TestStick) => station.courier.write(stick.dir, 1024 * 1024);
    const takenHome = async (stick: TestStick): Promise<void> => {
      await visitHub(at.home, stick);
      await station.courier.read(stick.dir);
      expect(station.courier.status().waiting).toMatchObject({ changes: 0, pages: 0 });
    };
    fill();
    const first = await plug();
    fault = failingAt(0, '');
    await write(first);
    const calls = fault.calls();
    expect(calls).toBeGreaterThan(30);
    fault = undefined;
    await takenHome(first);
    for (let n = 1; n <= calls; n += 5) {
      const [code, expected] = faults[n % faults.length] ?? faults[0];
      fill();
      const failing = await plug();
      fault = failingAt(n, code);
      // What fails while older files are tidied away fails the visit as well, after the bundle is whole.
      await expect(write(failing), `call ${n}`).rejects.toMatchObject({ code: expected });
      for (const name of await failing.files('len')) expect(name, `call ${n}`).toMatch(/\.kts(\.part)?$/);
      fault = undefined;
      const visited = await visitHub(at.home, failing);
      expect(
        visited.bundles.every(({ outcome }) => outcome === 'read'),
        `call ${n}`,
      ).toBe(true);
      const { files } = await write(failing);
      expect(await failing.files('len')).toEqual(files);
      await takenHome(failing);
    }
  });

  test('pulled out for real: the folder is gone while a part is written', async () => {
    const stick = await plug();
    const station = await enrolled();
    station.archive(
      'THUONG',
      Array.from({ length: 40 }, () => randomBytes(500_000)),
    );
    const writing = station.courier.write(stick.dir);
    while ((await stick.files('len')).length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    await rename(path.join(stick.dir, 'KIEMTRASO'), path.join(stick.dir, 'gone'));
    await expect(writing).rejects.toMatchObject({ code: 'courier.stickGone' });
    expect(station.courier.status().progress).toBeNull();
    expect(await station.courier.write(stick.dir)).toMatchObject({ holds: { pages: 40 } });
  });

  test('pulled out while it is read: the good part counts, and the next time goes on', async () => {
    let pulled = false;
    const openFiles: OpenFiles = (dir) => {
      const real = openStickFiles(dir);
      return {
        ...real,
        read: async function* (name) {
          for await (const piece of real.read(name)) {
            if (!pulled) yield piece;
            else {
              yield piece.subarray(0, piece.length - 3000);
              throw stickFailure(Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'read' }));
            }
          }
        },
      };
    };
    const commune = newCommune();
    const writer = await enrolled(commune);
    const station = await enrolled(commune, at.home, openFiles);
    for (let n = 1; n <= 2; n++) {
      // Two pages of the log, of which the second is lost.
      for (let i = 0; i < 8; i++) writer.petition(n * 100 + i, { summary: randomBytes(300).toString('hex').slice(0, 450) });
      writer.archive('THUONG', [randomBytes(1000)]);
      const stick = await plug();
      await writer.courier.write(stick.dir);
      await visitHub(at.home, stick);
    }
    const stick = await plug();
    await station.courier.write(stick.dir);
    await visitHub(at.home, stick);
    pulled = true;
    await expect(station.courier.read(stick.dir)).rejects.toMatchObject({ code: 'courier.stickGone' });
    expect(station.courier.status().progress).toBeNull();
    pulled = false;
    expect(await station.courier.read(stick.dir)).toMatchObject({ files: [{ outcome: 'read' }] });
    expect(station.book.records.count({ type: 'petition' })).toBe(16);
  });

  test('stopped by the person: the call says so, and the next one works', async () => {
    const stick = await plug();
    const station = await enrolled();
    station.archive(
      'THUONG',
      Array.from({ length: 20 }, () => randomBytes(500_000)),
    );
    const writing = station.courier.write(stick.dir);
    expect(() => station.courier.cancel()).not.toThrow();
    await expect(writing).rejects.toMatchObject({ code: 'courier.cancelled' });
    expect(await stick.files('len')).toEqual([]);
    const again = station.courier.write(stick.dir);
    await expect(station.courier.read(stick.dir)).rejects.toBeInstanceOf(AppError);
    expect(await again).toMatchObject({ holds: { pages: 20 } });
    expect(station.progress.at(-1)).toBeNull();
    const told = station.progress.flatMap((progress) => progress ?? []);
    expect(told.map(({ phase }) => phase)).toContain('checking');
    for (const { bytesDone, bytesTotal } of told) expect(bytesDone).toBeLessThanOrEqual(bytesTotal);
  });
});
