import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { BookProfile } from '#service/book/book';
import { type CourierStation, courierStation, enrolByFiles, testStick, type TestStick, visitHub } from '../support/courier-station';
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

const newCommune = (): string => `xa-usb-${++communes}`;
async function enrolled(commune = newCommune(), profile: BookProfile = 'standalone'): Promise<CourierStation & { commune: string }> {
  const station = await courierStation(profile);
  stations.push(station);
  await enrolByFiles(station, home, commune);
  return Object.assign(station, { commune });
}
const plug = async (): Promise<TestStick> => {
  const stick = await testStick();
  sticks.push(stick);
  return stick;
};
const atHub = async (commune: string, table = 'petition') =>
  (await home.hub.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM projection.${table} WHERE commune = $1`, [commune]))[0]?.n;

describe('there and back', () => {
  test('enrolment, changes, images and receipts need nothing but a stick', async () => {
    const station = await enrolled();
    for (let n = 1; n <= 40; n++) station.petition(n);
    station.archive('THUONG', [randomBytes(50_000), randomBytes(60_000)]);
    const stick = await plug();
    expect(station.courier.status()).toMatchObject({ hub: { name: 'UBKT Tỉnh ủy mẫu', profile: 'connected' }, enrolmentPending: false });
    const written = await station.courier.write(stick.dir);
    expect(written).toMatchObject({ holds: { changes: 45, pages: 2 }, missingPages: 0 });
    expect(await stick.files('len')).toEqual(written.files);

    const visit = await visitHub(home, stick);
    expect(visit).toMatchObject({ problem: null, bundles: [{ outcome: 'read', refused: 0, blobs: 2, committee: station.commune }] });
    expect(await atHub(station.commune)).toBe(40);
    expect(station.book.outbox.counts().confirmed).toBe(0);

    const read = await station.courier.read(stick.dir);
    expect(read).toMatchObject({ confirmed: { changes: 45, pages: 2 }, refused: 0, hubRestored: false, bookRestored: false, removed: 1 });
    expect(station.courier.status().waiting).toMatchObject({ changes: 0, pages: 0 });
    expect(await stick.files('len')).toEqual([]);
  });

  test('what one workstation of a committee wrote reaches the other', async () => {
    const commune = newCommune();
    const [here, there] = [await enrolled(commune), await enrolled(commune)];
    const id = here.petition(1);
    const { pages } = here.archive('THUONG', [randomBytes(30_000)]);
    const [up, back] = [await plug(), await plug()];
    await here.courier.write(up.dir);
    await visitHub(home, up);
    // The answer is for both: it travels on either stick.
    expect(await there.courier.read(up.dir)).toMatchObject({ received: { changes: 5 }, confirmed: { changes: 0 } });
    expect(there.book.records.get('petition', id)?.values).toMatchObject({ summary: 'Đơn thứ 1' });
    const image = String(there.book.records.get('page', pages[0] ?? '')?.values['image']);
    expect(there.images.has(image)).toBe(false);

    there.book.records.save([{ type: 'petition', id, values: { summary: 'Đã xem' } }]);
    await there.courier.write(back.dir);
    await visitHub(home, back);
    await here.courier.read(back.dir);
    expect(here.book.records.get('petition', id)?.values).toMatchObject({ summary: 'Đã xem' });
  });
});
