import { randomBytes } from 'node:crypto';
import { createConnection } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headers, paths, protocolVersion, requestText } from '#shared/contract/hub';
import { encodeBatch, noHash } from '#shared/sync/batch';
import { decodeLogPage } from '#shared/sync/log-page';
import { limits } from '#shared/sync/limits';
import { batchTools } from '#service/sync/crypto/batch-tools';
import { enrolWith } from '#service/sync/enrol-client';
import { startTestHub, type TestHub } from '../support/test-hub';
import { enrolStation, newDeviceKey, sha256, uuid, type WireStation } from '../support/wire-station';

let home: TestHub;
beforeAll(async () => {
  home = await startTestHub();
});
afterAll(() => home.stop());

let communes = 0;
const newStation = async (commune = `xa-${++communes}`): Promise<WireStation> =>
  enrolStation(home.hub.url, await home.hub.newCode(commune));
const json = (bytes: Buffer): Record<string, unknown> => JSON.parse(bytes.toString());
const sql = <R extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<R[]> =>
  home.hub.database.query<R>(text, values);
const petition = (n: number) => ({ number: n, receivedOn: '2026-03-08', kind: 'TO_CAO', summary: `Đơn thứ ${n}`, secrecy: 'THUONG' });

describe('enrolment', () => {
  const asDevice = (code: string, device = randomBytes(8).toString('hex'), key = newDeviceKey()) =>
    enrolWith({ hubUrl: home.hub.url, code, device, deviceName: 'máy', key });

  test('a good code gives a certificate for the commune, a used one nothing', async () => {
    const code = await home.hub.newCode('xa-a');
    const hub = await asDevice(`${code.slice(0, 5).toLowerCase()}-${code.slice(5)}`);
    expect(hub.certificate.committee).toBe('xa-a');
    expect(hub.name).toBe('UBKT Tỉnh ủy mẫu');
    await expect(asDevice(code)).rejects.toMatchObject({ code: 'sync.badCode' });
  });

  test('the same workstation may ask again when the answer was lost', async () => {
    const code = await home.hub.newCode('xa-a');
    const [device, key] = ['abcdef0123456789', newDeviceKey()];
    const first = await asDevice(code, device, key);
    expect((await asDevice(code, device, key)).certificate).toEqual(first.certificate);
    await expect(asDevice(code, device, newDeviceKey())).rejects.toMatchObject({ code: 'sync.badCode' });
  });

  test('nobody takes over the id of an enrolled workstation with another key', async () => {
    const device = '0123456789abcdef';
    await asDevice(await home.hub.newCode('xa-a'), device);
    await expect(asDevice(await home.hub.newCode('xa-a'), device)).rejects.toMatchObject({ code: 'sync.badCode' });
  });

  test('an expired code is refused', async () => {
    const code = await home.hub.newCode('xa-a');
    await sql("UPDATE enrolment_code SET expires_at = now() - interval '1 second' WHERE selector = $1", [code.slice(0, 2)]);
    await expect(asDevice(code)).rejects.toMatchObject({ code: 'sync.badCode' });
  });

  test('five wrong tries end a code', async () => {
    const code = await home.hub.newCode('xa-a');
    const wrong = code.slice(0, 9) + (code.endsWith('0') ? '1' : '0');
    for (let i = 0; i < 5; i++) await expect(asDevice(wrong)).rejects.toMatchObject({ code: 'sync.badCode' });
    await expect(asDevice(code)).rejects.toMatchObject({ code: 'sync.badCode' });
  });

  test('the code itself is nowhere in the database', async () => {
    const code = await home.hub.newCode('xa-a');
    const rows = await sql('SELECT * FROM enrolment_code');
    expect(JSON.stringify(rows)).not.toContain(code);
  });
});

describe('who may ask', () => {
  test('unsigned, altered, replayed and revoked requests are refused', async () => {
    const station = await newStation();
    expect((await fetch(home.hub.url + paths.pull)).status).toBe(401);

    const path = `${paths.watermark}?incarnation=${station.incarnation}`;
    const [time, nonce] = [String(Date.now()), randomBytes(16).toString('hex')];
    const text = requestText({ method: 'GET', pathAndQuery: path, bodyHash: sha256(Buffer.alloc(0)), time, nonce, device: station.device });
    const signed = {
      [headers.protocol]: '1',
      [headers.device]: station.device,
      [headers.time]: time,
      [headers.nonce]: nonce,
      [headers.signature]: station.key.sign(text).toString('base64url'),
    };
    expect((await fetch(`${home.hub.url}${paths.watermark}?incarnation=other`, { headers: signed })).status).toBe(401);
    expect((await fetch(home.hub.url + path, { headers: { ...signed, [headers.protocol]: String(protocolVersion + 2) } })).status).toBe(
      426,
    );
    expect((await fetch(home.hub.url + path, { headers: signed })).status).toBe(200);
    expect(await (await fetch(home.hub.url + path, { headers: signed })).json()).toMatchObject({ code: 'replayed' });

    expect(await home.hub.revoke(station.device)).toBe(true);
    await expect(station.client.send({ method: 'GET', path })).rejects.toMatchObject({ code: 'sync.revoked' });
  });

  test('a batch of another committee is refused', async () => {
    const [mine, theirs] = [await newStation(), await newStation()];
    await expect(mine.push(theirs.batch([theirs.op({ fields: petition(1) })]).bytes)).rejects.toMatchObject({ code: 'sync.hubRefused' });
  });

  test('a batch whose signature does not fit is refused', async () => {
    const station = await newStation();
    const { bytes } = station.batch([station.op({ fields: petition(1) })]);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await expect(station.push(bytes)).rejects.toMatchObject({ code: 'sync.hubRefused' });
  });
});

describe('push', () => {
  test('1,000 ops arrive once, however often they are sent, and can be queried', async () => {
    const station = await newStation();
    const ops = Array.from({ length: 1000 }, (_, i) =>
      station.op({ fields: { ...petition(i + 1), senderName: `sealed1:${'A'.repeat(40)}` } }),
    );
    const batches = [station.batch(ops.slice(0, 500)), station.batch(ops.slice(500))];
    for (const { bytes } of batches) expect((await station.push(bytes)).status).toBe(200);
    for (const { bytes } of batches)
      expect(json((await station.push(bytes)).bytes)).toMatchObject({ applied: 1000, confirmed: 1000, refused: [] });
    const { committee } = station.enrolled.certificate;
    expect(
      await sql(
        'SELECT count(*)::int AS n, sum(number)::int AS sum, min(received_on)::text AS day FROM projection.petition WHERE commune = $1',
        [committee],
      ),
    ).toEqual([{ n: 1000, sum: 500_500, day: '2026-03-08' }]);
    expect(await sql('SELECT count(*)::int AS n FROM log WHERE commune = $1', [committee])).toEqual([{ n: 2 }]);
  });

  test('a batch that comes too early is kept, and applied with the one that fills the gap', async () => {
    const station = await newStation();
    const [first, second] = [station.batch([station.op({ fields: petition(1) })]), station.batch([station.op({ fields: petition(2) })])];
    const early = await station.push(second.bytes);
    expect(early.status).toBe(202);
    expect(json(early.bytes)).toMatchObject({ expected: 1, applied: 0 });
    expect(json((await station.push(first.bytes)).bytes)).toMatchObject({ applied: 2, hash: second.hash });
    expect(json((await station.push(second.bytes)).bytes)).toMatchObject({ applied: 2 });
  });

  test('another batch under a number that was taken is a broken chain', async () => {
    const station = await newStation();
    const { bytes, hash } = station.batch([station.op({ fields: petition(1) })]);
    await station.push(bytes);
    const twin = {
      committee: station.enrolled.certificate.committee,
      device: station.device,
      incarnation: station.incarnation,
      number: 1,
      firstSeq: 1,
      count: 1,
      prevHash: noHash,
    };
    const other = encodeBatch(
      twin,
      { ops: [{ ...station.op({ fields: petition(2) }), seq: 1 }], withheld: [] },
      'gzip',
      batchTools,
      (digest) => station.key.sign(digest),
    );
    const reply = await station.push(other.bytes);
    expect(reply.status).toBe(409);
    expect(json(reply.bytes)).toMatchObject({ code: 'chain', expected: 2, hash });
  });

  test('an op that cannot be applied is refused in words and the rest goes on', async () => {
    const station = await newStation();
    const ops = [
      station.op({ fields: petition(1) }),
      station.op({ fields: { ...petition(2), receivedOn: '2026-02-30' } }),
      station.op({ type: 'spaceship', fields: { name: 'x' } }),
      station.op({ fields: { ...petition(4), summary: 'a\0b' } }),
      station.op({ fields: { ...petition(5), senderName: 'Nguyễn Văn Mẫu' } }),
      station.op({ fields: { ...petition(6), fieldOfNextYear: { kept: true } } }),
    ];
    const reply = json((await station.push(station.batch(ops).bytes)).bytes);
    expect(reply).toMatchObject({
      applied: 6,
      refused: [
        { seq: 2, code: 'bad-value', field: 'receivedOn' },
        { seq: 4, code: 'not-text' },
        { seq: 5, code: 'sealed-in-clear' },
      ],
    });
    expect(JSON.stringify(reply)).toContain('Ngày đến');
    const { committee } = station.enrolled.certificate;
    expect(await sql('SELECT number FROM projection.petition WHERE commune = $1 ORDER BY number', [committee])).toEqual([
      { number: 1 },
      { number: 6 },
    ]);
    expect(
      await sql("SELECT fields->'fieldOfNextYear' AS f FROM record_state WHERE commune = $1 AND id = $2", [committee, uuid(6)]),
    ).toEqual([{ f: { kept: true } }]);
    expect((await station.push(station.batch([station.op({ fields: petition(7) })]).bytes)).status).toBe(200);
  });

  test('bytes that are not a batch, and too many of them, are refused', async () => {
    const station = await newStation();
    await expect(station.push(Buffer.from('hello'))).rejects.toMatchObject({ code: 'sync.hubRefused' });
    expect((await station.push(Buffer.alloc(limits.batchBytes + 1))).status).toBe(413);
  });

  test('a restart between two batches loses and doubles nothing', async () => {
    const station = await newStation();
    const batches = [1, 2, 3].map((n) => station.batch([station.op({ fields: petition(n) })]));
    await station.push(batches[0]?.bytes ?? Buffer.alloc(0));
    await home.restart();
    for (const { bytes } of batches) expect((await station.push(bytes)).status).toBe(200);
    expect(
      await sql('SELECT count(*)::int AS n FROM projection.petition WHERE commune = $1', [station.enrolled.certificate.committee]),
    ).toEqual([{ n: 3 }]);
  });
});

describe('pull', () => {
  test('a workstation gets what others of its commune sent, not its own and not that of other communes', async () => {
    const [a, other] = [await newStation(), await newStation()];
    const b = await newStation(a.enrolled.certificate.committee);
    await a.push(a.batch([a.op({ fields: petition(1) }), a.op({ fields: { number: 'x' } })]).bytes);
    await b.push(b.batch([b.op({ fields: petition(3) })]).bytes);
    await other.push(other.batch([other.op({ fields: petition(9) })]).bytes);
    const page = decodeLogPage(
      (await b.client.send({ method: 'GET', path: `${paths.pull}?cursor=&mine=${b.incarnation}` })).bytes,
      batchTools,
    );
    expect(page.batches.map((batch) => batch.refused)).toEqual([[2]]);
    expect(Object.keys(page.devices)).toEqual([a.device]);
    expect(page.more).toBe(false);
    const rest = decodeLogPage(
      (await b.client.send({ method: 'GET', path: `${paths.pull}?cursor=${page.cursor}&mine=${b.incarnation}` })).bytes,
      batchTools,
    );
    expect(rest).toMatchObject({ batches: [], cursor: page.cursor, more: false });
  });

  test('a cursor that this log never gave is refused', async () => {
    const station = await newStation();
    await station.push(station.batch([station.op({ fields: petition(1) })]).bytes);
    const reply = await station.client.send({
      method: 'GET',
      path: `${paths.pull}?cursor=1.${'a'.repeat(64)}&mine=${station.incarnation}`,
    });
    expect(reply.status).toBe(410);
  });
});

describe('scans', () => {
  const image = randomBytes(700_000);
  const hash = sha256(image);
  const put = (station: WireStation, offset: number, body: Uint8Array, of = hash, size = image.length) =>
    station.client.send({ method: 'PUT', path: `${paths.blob(of)}?offset=${offset}&size=${size}`, body, unhashed: true });
  const have = async (station: WireStation) =>
    json((await station.client.send({ method: 'POST', path: paths.have, body: Buffer.from(JSON.stringify({ hashes: [hash] })) })).bytes);

  test('an upload goes on where it was cut, is checked, and comes back byte for byte', async () => {
    const station = await newStation();
    await cutUpload(station, image.subarray(0, 250_003));
    const missing = (await have(station)) as { missing: { offset: number }[] };
    const offset = missing.missing[0]?.offset ?? 0;
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThanOrEqual(250_003);
    const wrongPlace = await put(station, offset + 1, image.subarray(offset + 1));
    expect(wrongPlace.status).toBe(409);
    expect(json(wrongPlace.bytes)).toMatchObject({ offset });
    expect(json((await put(station, offset, image.subarray(offset))).bytes)).toEqual({ offset: image.length, done: true });
    expect(await have(station)).toEqual({ missing: [] });
    expect((await station.client.send({ method: 'GET', path: paths.blob(hash) })).bytes.equals(image)).toBe(true);
  });

  test('another commune neither learns of it nor gets it', async () => {
    const stranger = await newStation();
    expect(await have(stranger)).toEqual({ missing: [{ hash, offset: 0 }] });
    expect((await stranger.client.send({ method: 'GET', path: paths.blob(hash) })).status).toBe(404);
  });

  test('content that is not what its name says is dropped', async () => {
    const station = await newStation();
    const other = sha256(Buffer.from('something else'));
    expect((await put(station, 0, Buffer.from('not this one'), other, 12)).status).toBe(422);
    expect((await station.client.send({ method: 'GET', path: paths.blob(other) })).status).toBe(404);
  });

  /** Sends the beginning of a body over a bare socket and drops the line. */
  async function cutUpload(station: WireStation, part: Uint8Array): Promise<void> {
    const path = `${paths.blob(hash)}?offset=0&size=${image.length}`;
    const [time, nonce] = [String(Date.now()), randomBytes(16).toString('hex')];
    const signature = station.key
      .sign(requestText({ method: 'PUT', pathAndQuery: path, bodyHash: '-', time, nonce, device: station.device }))
      .toString('base64url');
    const { hostname, port, host } = new URL(home.hub.url);
    const head = [
      `PUT ${path} HTTP/1.1`,
      `host: ${host}`,
      `content-length: ${image.length}`,
      'content-type: application/octet-stream',
      `${headers.protocol}: 1`,
      `${headers.device}: ${station.device}`,
      `${headers.time}: ${time}`,
      `${headers.nonce}: ${nonce}`,
      `${headers.signature}: ${signature}`,
      '',
      '',
    ].join('\r\n');
    await new Promise<void>((resolve, reject) => {
      const socket = createConnection(Number(port), hostname, () =>
        socket.write(Buffer.concat([Buffer.from(head), part]), () => setTimeout(() => socket.destroy(), 300)),
      );
      socket.once('close', () => resolve()).once('error', reject);
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
});
