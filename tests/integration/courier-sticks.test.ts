import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isErrorCode, messageOf } from '#shared/errors/app-error';
import { signedFrame } from '#shared/sync/bundle-frames';
import { writePart } from '#shared/sync/bundle-stick';
import { agePipe } from '#shared/node/age-pipe';
import { bundleTools } from '#shared/node/bundle-tools';
import { readHub } from '#service/sync/enrolled-hub';
import { type TestStick, visitHub } from '../support/courier-station';
import { from, memoryStick } from '../support/memory-stick';
import { type Enrolled, stickTests } from '../support/stick-tests';
import { newDeviceKey } from '../support/wire-station';

const at = stickTests({ elsewhere: true });
const { newStation, enrolled, usual, plug, recordsAtHub } = at;
/** The one file in a folder of the stick. */
async function only(stick: TestStick, place: 'len' | 'xuong'): Promise<{ name: string; bytes: Buffer }> {
  const [name = ''] = (await stick.files(place)).filter((file) => file.endsWith('.kts'));
  return { name, bytes: await stick.read(place, name) };
}
const flip = (bytes: Buffer, at: number): Buffer => {
  const altered = Buffer.from(bytes);
  altered[at] = (altered[at] ?? 0) ^ 0x40;
  return altered;
};

type Case = readonly [
  what: string,
  spoil: (written: { name: string; bytes: Buffer }) => Promise<Buffer> | Buffer,
  code: string,
  outcome: 'refused' | 'damaged',
];

describe('sticks that the hub does not take', () => {
  const cases: readonly Case[] = [
    ['cut in the middle', ({ bytes }) => bytes.subarray(0, bytes.length - 40_000), 'courier.damaged', 'damaged'],
    ['cut in its head', ({ bytes }) => bytes.subarray(0, 60), 'courier.damaged', 'refused'],
    ['empty', () => Buffer.alloc(0), 'courier.damaged', 'refused'],
    ['a byte altered in the middle', ({ bytes }) => flip(bytes, 70_000), 'courier.damaged', 'damaged'],
    ['a byte altered at the end', ({ bytes }) => flip(bytes, bytes.length - 1), 'courier.damaged', 'damaged'],
    ['something else under its name', () => Buffer.from('Biên bản họp chi bộ'), 'courier.notABundle', 'refused'],
    ['encrypted to another hub', async () => foreignBundle('hub'), 'courier.notForUs', 'refused'],
    ['written for another hub', async () => foreignBundle('header'), 'courier.foreignHub', 'refused'],
    ['signed by somebody else', async () => forged({}), 'courier.badSignature', 'refused'],
    ['of a committee that is not the workstation’s', async () => forged({ committee: 'xa-khac' }), 'courier.foreignCommittee', 'refused'],
    ['of a workstation that is not enrolled', async () => forged({ device: 'may-la-0001' }), 'courier.unknownDevice', 'refused'],
    ['of a newer format', async () => forged({ format: 2 }), 'courier.newerFormat', 'refused'],
  ];
  let current: Enrolled;
  let foreigner: Enrolled | undefined;
  afterAll(() => foreigner?.close());

  /** A bundle of a workstation of another hub; `header`: encrypted to this one all the same. */
  async function foreignBundle(what: 'hub' | 'header'): Promise<Buffer> {
    const other = (foreigner ??= await newStation('xa-tinh-khac', at.elsewhere));
    other.petition(1);
    const hub = readHub(other.book.syncState);
    if (what === 'header') other.book.syncState.set('hub', { ...hub, recipient: readHub(current.book.syncState)?.recipient });
    const stick = await plug();
    await other.courier.write(stick.dir);
    other.book.syncState.set('hub', hub ?? null);
    return (await only(stick, 'len')).bytes;
  }

  /** A header as somebody makes it who knows the hub's recipient and nothing else. */
  async function forged(more: Record<string, unknown>): Promise<Buffer> {
    const hub = readHub(current.book.syncState);
    if (!hub?.recipient) throw new Error('not enrolled');
    const key = newDeviceKey();
    const { certificate } = hub;
    const value = {
      format: 1,
      bundle: '0123456789abcdef',
      direction: 'up',
      hub: certificate.hub,
      committee: certificate.committee,
      device: certificate.device,
      recipient: null,
      certificates: [],
      madeAt: '2026-03-08T08:00:00.000Z',
      part: 1,
      ...more,
    };
    const stick = memoryStick();
    const frames = from(signedFrame('header', value, (text) => key.sign(text).toString('base64url'), bundleTools));
    await writePart({ files: stick, name: 'x', recipients: [hub.recipient], frames, age: agePipe, tools: bundleTools });
    return stick.files.get('x') ?? Buffer.alloc(0);
  }

  test.each(cases)('%s', async (_what, spoil, code, outcome) => {
    current = await usual();
    current.petition(1);
    current.archive('THUONG', [randomBytes(150_000)]);
    const stick = await plug();
    await current.courier.write(stick.dir);
    const written = await only(stick, 'len');
    await stick.put('len', written.name, await spoil(written));
    const before = await recordsAtHub(current.commune);
    const { bundles } = await visitHub(at.home, stick);
    expect(bundles).toMatchObject([{ outcome, problem: { code } }]);
    for (const language of ['vi', 'en'] as const)
      expect(bundles[0]?.problem?.words[language]).toBe(isErrorCode(code) ? messageOf(code, { file: written.name }, language) : '');
    // Nothing of a refused one; of a damaged one its good part, whole records only.
    expect(await recordsAtHub(current.commune)).toBe(outcome === 'refused' ? before : before + 5);
    // What it lacked travels again, and then all is there.
    await current.courier.write(stick.dir);
    await visitHub(at.home, stick);
    expect(await current.courier.read(stick.dir)).toMatchObject({ confirmed: { changes: 5 } });
    expect(current.courier.status().waiting).toMatchObject({ changes: 0, pages: 0 });
  });

  test('a revoked workstation', async () => {
    const station = await enrolled();
    station.petition(1);
    const stick = await plug();
    await station.courier.write(stick.dir);
    await at.home.hub.revoke(station.book.outbox.identity().device);
    expect(await visitHub(at.home, stick)).toMatchObject({
      bundles: [{ outcome: 'refused', problem: { code: 'courier.revoked' } }],
      answers: [],
    });
    expect(await recordsAtHub(station.commune)).toBe(0);
  });

  test('a bad one of one committee does not hold up those of the others', async () => {
    const stick = await plug();
    const [first, second] = [await enrolled(), await usual()];
    const before = await recordsAtHub(second.commune);
    first.petition(1);
    await first.courier.write(stick.dir);
    const { name, bytes } = await only(stick, 'len');
    second.petition(1);
    await second.courier.write(stick.dir);
    await stick.put('len', name, bytes.subarray(0, 100));
    const { bundles, answers } = await visitHub(at.home, stick);
    expect(bundles.map(({ outcome }) => outcome).sort()).toEqual(['read', 'refused']);
    expect(answers.map(({ committee }) => committee)).toEqual([second.commune]);
    expect(await recordsAtHub(second.commune)).toBe(before + 1);
    await second.courier.read(stick.dir);
  });

  test('the same stick again changes nothing', async () => {
    const station = await usual();
    const before = await recordsAtHub(station.commune);
    station.petition(1);
    const stick = await plug();
    await station.courier.write(stick.dir);
    const { name, bytes } = await only(stick, 'len');
    await visitHub(at.home, stick);
    await station.courier.read(stick.dir);
    await stick.put('len', name, bytes);
    expect(await visitHub(at.home, stick)).toMatchObject({ bundles: [{ outcome: 'known', problem: null }] });
    // Also where the hub has forgotten that it read it.
    await at.home.hub.database.query('DELETE FROM courier_part WHERE commune = $1', [station.commune]);
    expect(await visitHub(at.home, stick)).toMatchObject({ bundles: [{ outcome: 'read', applied: 1, refused: 0 }] });
    expect(await recordsAtHub(station.commune)).toBe(before + 1);
  });
});

describe('sticks that a workstation does not take', () => {
  test.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 10), 'courier.damaged'],
    ['altered', (bytes: Buffer) => flip(bytes, bytes.length - 40), 'courier.damaged'],
    ['something else', () => Buffer.from('ghi chú'), 'courier.notABundle'],
  ])('%s', async (_what, spoil, code) => {
    const station = await usual();
    station.petition(1);
    const stick = await plug();
    await station.courier.write(stick.dir);
    await visitHub(at.home, stick);
    const { name, bytes } = await only(stick, 'xuong');
    await stick.put('xuong', name, spoil(bytes));
    expect(await station.courier.read(stick.dir)).toMatchObject({
      files: [{ file: name, problem: { code, details: { file: name } } }],
      confirmed: { changes: 0 },
    });
    await stick.put('xuong', name, bytes);
    expect(await station.courier.read(stick.dir)).toMatchObject({ files: [{ outcome: 'read' }], confirmed: { changes: 1 } });
  });

  test('of another committee, under our name', async () => {
    const [ours, theirs] = [await usual(), await usual(1)];
    const stick = await plug();
    theirs.petition(1);
    await theirs.courier.write(stick.dir);
    await visitHub(at.home, stick);
    const { name, bytes } = await only(stick, 'xuong');
    await stick.put('xuong', name.replace(theirs.commune, ours.commune), bytes);
    expect(await ours.courier.read(stick.dir)).toMatchObject({ files: [{ outcome: 'refused', problem: { code: 'courier.notForUs' } }] });
  });

  test('nothing for us', async () => {
    const station = await usual();
    await expect(station.courier.read((await plug()).dir)).rejects.toMatchObject({ code: 'courier.nothingHere' });
    await expect(station.courier.read(path.join((await plug()).dir, 'không có'))).rejects.toMatchObject({ code: 'courier.noFolder' });
  });

  test('an old answer, or one read twice, takes nothing back', async () => {
    const station = await usual();
    const stick = await plug();
    station.petition(1);
    await station.courier.write(stick.dir);
    await visitHub(at.home, stick);
    const old = await only(stick, 'xuong');
    station.petition(2);
    await station.courier.write(stick.dir);
    await visitHub(at.home, stick);
    expect(await station.courier.read(stick.dir)).toMatchObject({ confirmed: { changes: 2 }, hubRestored: false });
    await stick.put('xuong', old.name, old.bytes);
    expect(await station.courier.read(stick.dir)).toMatchObject({ confirmed: { changes: 0 }, hubRestored: false, bookRestored: false });
    expect(station.courier.status().waiting.changes).toBe(0);
  });
});
