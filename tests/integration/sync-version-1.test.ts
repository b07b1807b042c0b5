/** The line of this version with a real hub of version 1: gzip, one batch at a time, one incarnation in a watermark; then its upgrade. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startHub } from '#hub/hub';
import { codecs } from '#shared/sync/batch';
import { readHub } from '#service/sync/enrolled-hub';
import { savePage } from '../support/archive-page';
import { startOldHub } from '../support/version-1';
import { forget, newWorkstation, type Workstation } from '../support/workstation';

const task = (n: number) => ({ type: 'task' as const, values: { name: `Việc ${n}`, state: 'CHUA_LAM' } });
const saveMany = ({ book }: Workstation, from: number, to: number): void =>
  book.transact(() => {
    for (let n = from; n <= to; n++) book.records.save([task(n)]);
  });
const count = ({ book }: Workstation): number => book.records.list({ type: 'task' }).total;

test('changes and images go up to a hub of version 1 and come down from it; after its upgrade the line speaks the new version', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'kts-old-hub-'));
  const stations: Workstation[] = [];
  const join = async (url: string, code: string): Promise<Workstation> => {
    const station = await newWorkstation();
    stations.push(station);
    await station.sync.enrol(url, code);
    return station;
  };
  let stop = async (): Promise<void> => undefined;
  try {
    const old = await startOldHub(dir);
    stop = () => old.stop();
    const a = await join(old.url, await old.newCode('xa-cu'));
    saveMany(a, 1, 700);
    const { hash } = savePage(a, randomBytes(150_000));
    await a.settle();
    expect(a.sync.status()).toMatchObject({ line: 'idle', confirmed: { records: 704, pages: 1 }, refused: 0, problem: null });
    expect(readHub(a.book.syncState)?.recipient).toBeUndefined();
    const b = await join(old.url, await old.newCode('xa-cu'));
    await b.settle();
    expect(count(b)).toBe(700);
    await b.sync.fetchPageImage(hash);
    expect(b.sync.pageLine(hash).here).toBe(true);

    await old.stop();
    const port = Number(new URL(old.url).port);
    const hub = await startHub({ dir, host: '127.0.0.1', port, name: 'UBKT Tỉnh ủy mẫu', logLevel: 'silent', tls: 'off' });
    stop = () => hub.stop();
    // What is sent first still speaks the old version, since nothing was heard of the new one.
    for (const last of [725, 750]) {
      saveMany(a, last - 24, last);
      await a.settle();
    }
    await b.settle();
    expect(count(b)).toBe(750);
    const kinds = await hub.database.query<{ codec: number }>('SELECT DISTINCT get_byte(bytes, 5) AS codec FROM log ORDER BY codec');
    expect(kinds.map(({ codec }) => codec)).toEqual([codecs.gzip, codecs.zstd]);
    for (const { sync } of [a, b]) expect(sync.status()).toMatchObject({ stationRestoredAt: null, hubRestoredAt: null, divergedAt: null });
  } finally {
    for (const station of stations) {
      await station.close();
      await forget(station.book.dir);
    }
    await stop();
    await rm(dir, { recursive: true, force: true });
  }
});
