import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { decodeBatch } from '#shared/sync/batch';
import { openPart } from '#shared/sync/bundle-open';
import { readPart } from '#shared/sync/bundle-stick';
import type { BookProfile } from '#service/book/book';
import { agePipe } from '#shared/node/age-pipe';
import { bundleTools } from '#shared/node/bundle-tools';
import { openStickFiles } from '#shared/node/stick-files';
import { batchTools } from '#service/sync/crypto/batch-tools';
import { startHub } from '../../src-hub/hub';
import { keysFileOf, openHubKeys } from '../../src-hub/keys/hub-keys';
import { type CourierStation, courierStation, enrolByFiles, testStick, type TestStick, visitHub } from '../support/courier-station';
import { gather } from '../support/memory-stick';
import { startTestHub, type TestHub } from '../support/test-hub';

let home: TestHub;
const stations: CourierStation[] = [];
const sticks: TestStick[] = [];
let communes = 0;
beforeAll(async () => {
  home = await startTestHub();
});
afterEach(async () => {
  for (const station of stations.splice(0)) await station.close();
  for (const stick of sticks.splice(0)) await stick.forget();
});
afterAll(() => home.stop());

async function station(profile: BookProfile, standaloneHub: boolean): Promise<CourierStation & { commune: string }> {
  const made = await courierStation(profile);
  stations.push(made);
  const commune = `xa-mat-${++communes}`;
  await enrolByFiles(made, home, commune, standaloneHub);
  return Object.assign(made, { commune });
}
const plug = async (): Promise<TestStick> => {
  const stick = await testStick();
  sticks.push(stick);
  return stick;
};

/** All that a stick holds for the hub, opened with the hub's key. */
async function contentOf(stick: TestStick): Promise<{ records: Set<string>; text: string; blobs: string[] }> {
  const { ageIdentity } = await openHubKeys(keysFileOf(home.dir));
  const files = openStickFiles(`${stick.dir}/KIEMTRASO/len`);
  const records = new Set<string>();
  const blobs: string[] = [];
  let text = '';
  for (const name of (await stick.files('len')).filter((file) => file.endsWith('.kts'))) {
    let publicKey = '';
    const part = await openPart(
      readPart(files, name, ageIdentity, agePipe),
      (header) => {
        publicKey = header.certificates[0]?.publicKey ?? '';
        return publicKey;
      },
      bundleTools,
    );
    for (const item of await gather(part.items)) {
      if (item.kind === 'blob') blobs.push(item.hash);
      if (item.kind !== 'batch') continue;
      const { ops } = decodeBatch(item.bytes, batchTools, () => true);
      for (const op of ops) records.add(op.id);
      text += JSON.stringify(ops);
    }
  }
  return { records, text, blobs };
}
const holders = async (commune: string): Promise<string[]> =>
  (await home.hub.database.query<{ hash: string }>('SELECT hash FROM blob_holder WHERE commune = $1', [commune])).map(({ hash }) => hash);

describe.each([
  ['a connected workstation', 'connected', false],
  ['a standalone workstation and a hub with a network', 'standalone', false],
] as const)('between %s, nothing above THƯỜNG', (_who, profile, standaloneHub) => {
  test('enters a bundle: no batch, no image', async () => {
    const made = await station(profile, standaloneHub);
    const open = made.archive('THUONG', [randomBytes(5000)]);
    const closed = made.archive('MAT', [randomBytes(5001)]);
    const stick = await plug();
    expect(await made.courier.write(stick.dir)).toMatchObject({ holds: { pages: 1 } });
    const { records, text, blobs } = await contentOf(stick);
    expect(records).toContain(open.file);
    for (const id of [closed.file, ...closed.pages]) expect(records).not.toContain(id);
    expect(text).not.toContain('chữ của trang MAT');
    expect(blobs).toHaveLength(1);
    await visitHub(home, stick, undefined, standaloneHub);
    expect(await made.courier.read(stick.dir)).toMatchObject({ refused: 0 });
    expect(made.courier.status().waiting).toMatchObject({ changes: 0, pages: 0 });
  });

  test('stays in a bundle that is written after a file became secret: neither what was formed nor its images', async () => {
    const made = await station(profile, standaloneHub);
    const { file, pages } = made.archive('THUONG', [randomBytes(5000)]);
    const first = await plug();
    await made.courier.write(first.dir);
    made.book.records.save([{ type: 'archiveFile', id: file, values: { secrecy: 'TOI_MAT' } }]);
    const stick = await plug();
    expect(await made.courier.write(stick.dir)).toMatchObject({ holds: { pages: 0 } });
    const { records, blobs } = await contentOf(stick);
    for (const id of [file, ...pages]) expect(records).not.toContain(id);
    expect(blobs).toEqual([]);
  });

  test('is given when the hub wishes for an image of it', async () => {
    const made = await station(profile, standaloneHub);
    const { file } = made.archive('THUONG', [randomBytes(5000), randomBytes(5001)]);
    const other = made.archive('THUONG', [randomBytes(5002)]);
    const stick = await plug();
    await made.courier.write(stick.dir);
    await visitHub(home, stick, undefined, standaloneHub);
    await made.courier.read(stick.dir);
    expect(await holders(made.commune)).toHaveLength(3);
    // The hub loses all of them, and the first file became secret meanwhile.
    await home.hub.database.query('DELETE FROM blob_holder WHERE commune = $1', [made.commune]);
    made.book.records.save([{ type: 'archiveFile', id: file, values: { secrecy: 'MAT' } }]);
    const again = await plug();
    await made.courier.write(again.dir);
    await visitHub(home, again, undefined, standaloneHub);
    await made.courier.read(again.dir);
    const answer = await plug();
    expect(await made.courier.write(answer.dir)).toMatchObject({ holds: { pages: 1 } });
    const wanted = made.book.records.get('page', other.pages[0] ?? '')?.values['image'];
    expect((await contentOf(answer)).blobs).toEqual([wanted]);
  });
});

describe('between a standalone workstation and a standalone hub', () => {
  test('secret papers travel, by stick, with their images, and back to the other workstation when it wishes', async () => {
    const here = await station('standalone', true);
    expect(here.courier.status().hub).toMatchObject({ profile: 'standalone' });
    const closed = here.archive('MAT', [randomBytes(5000)]);
    const stick = await plug();
    expect(await here.courier.write(stick.dir)).toMatchObject({ holds: { pages: 1 } });
    expect(await visitHub(home, stick, undefined, true)).toMatchObject({ bundles: [{ outcome: 'read', refused: 0, blobs: 1 }] });
    expect(await here.courier.read(stick.dir)).toMatchObject({ confirmed: { changes: 4, pages: 1 } });
    expect(await holders(here.commune)).toHaveLength(1);

    const there = await courierStation('standalone');
    stations.push(there);
    await enrolByFiles(there, home, here.commune, true);
    const visit = await plug();
    await there.courier.write(visit.dir);
    await visitHub(home, visit, undefined, true);
    await there.courier.read(visit.dir);
    const image = String(there.book.records.get('page', closed.pages[0] ?? '')?.values['image']);
    expect(there.images.has(image)).toBe(false);
    there.book.db.prepare("INSERT INTO sync_wanted (hash, bytes, priority, asked_at) VALUES (?, 5000, 1, '2026-03-08')").run(image);
    await there.courier.write(visit.dir);
    await visitHub(home, visit, undefined, true);
    expect(await there.courier.read(visit.dir)).toMatchObject({ received: { pages: 1 } });
    expect(there.images.get(image)?.equals(here.images.get(image) ?? Buffer.alloc(0))).toBe(true);
    expect(there.courier.status().wishes).toBe(0);
  });

  test('a connected workstation does not enrol with such a hub', async () => {
    const made = await courierStation('connected');
    stations.push(made);
    await expect(enrolByFiles(made, home, 'xa-noi-mang', true)).rejects.toMatchObject({ code: 'courier.otherProfile' });
    expect(made.courier.status()).toMatchObject({ hub: null });
  });

  test('such a hub does not serve on any network', async () => {
    const options = { dir: home.dir, host: '127.0.0.1', name: 'UBKT', logLevel: 'silent', port: 0 } as const;
    await expect(startHub({ ...options, standalone: true })).rejects.toBeInstanceOf(RangeError);
  });

  test('a hub with a network refuses what is secret, whoever brings it', async () => {
    const made = await station('standalone', true);
    made.archive('MAT', [randomBytes(5000)]);
    const stick = await plug();
    await made.courier.write(stick.dir);
    // The same hub, with a network now.
    const { bundles } = await visitHub(home, stick, undefined, false);
    expect(bundles).toMatchObject([{ outcome: 'read' }]);
    expect(bundles[0]?.refused).toBeGreaterThan(0);
    const read = await made.courier.read(stick.dir);
    expect(read.refused).toBe(bundles[0]?.refused);
  });
});

describe('enrolment by files', () => {
  test('a wrong code, an answer for somebody else, no request: told in words', async () => {
    const made = await courierStation('standalone');
    stations.push(made);
    const stick = await plug();
    await expect(made.courier.enrolAnswer(stick.dir)).rejects.toMatchObject({ code: 'courier.noRequest' });
    await expect(made.courier.enrolRequest(stick.dir, 'ngắn')).rejects.toMatchObject({ code: 'sync.badCode' });
    await expect(made.courier.write(stick.dir)).rejects.toMatchObject({ code: 'sync.notEnrolled' });
    await made.courier.enrolRequest(stick.dir, 'ABCDE-FGHJK');
    expect(made.courier.status()).toMatchObject({ enrolmentPending: true, hub: null });
    expect(await visitHub(home, stick)).toMatchObject({ requests: [{ outcome: 'refused', problem: { code: 'bad-code' } }] });
    await expect(made.courier.enrolAnswer(stick.dir)).rejects.toMatchObject({ code: 'courier.noAnswer' });

    const { file } = await made.courier.enrolRequest(stick.dir, await home.hub.newCode('xa-dang-ky'));
    expect(await visitHub(home, stick)).toMatchObject({ requests: [{ file, outcome: 'answered', committee: 'xa-dang-ky' }] });
    const [name = ''] = (await stick.files('xuong')).filter((one) => one.endsWith('.ktscap'));
    expect((await made.courier.look(stick.dir)).enrolmentAnswer).toBe(true);
    const answer = await stick.read('xuong', name);
    const altered = JSON.parse(answer.toString()) as { hubName: string };
    await stick.put('xuong', name, Buffer.from(JSON.stringify({ ...altered, hubName: 'Tỉnh giả' })));
    await expect(made.courier.enrolAnswer(stick.dir)).rejects.toMatchObject({ code: 'sync.badAnswer' });
    await stick.put('xuong', name, answer);
    expect(await made.courier.enrolAnswer(stick.dir)).toMatchObject({ enrolmentPending: false, hub: { name: 'UBKT Tỉnh ủy mẫu' } });
  });
});
