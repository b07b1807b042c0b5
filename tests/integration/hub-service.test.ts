import { randomBytes, X509Certificate } from 'node:crypto';
import { Agent, type IncomingMessage, request as httpRequest } from 'node:http';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headers, paths } from '#shared/contract/hub';
import { optionsFrom, readCommandLine } from '#hub/config';
import { startHub } from '../../src-hub/hub';
import { signedFetch, signedHeaders } from '../support/signed-request';
import { startTestHub, type TestHub } from '../support/test-hub';
import { enrolStation, sha256, type WireStation } from '../support/wire-station';

const petition = (n: number, summary = `Đơn thứ ${n}`) => ({
  number: n,
  receivedOn: '2026-03-08',
  kind: 'TO_CAO',
  summary,
  secrecy: 'THUONG',
});
const json = (bytes: Buffer): Record<string, unknown> => JSON.parse(bytes.toString());

describe('TLS', () => {
  let home: TestHub;
  let station: WireStation;
  beforeAll(async () => {
    home = await startTestHub({ tls: 'own', names: ['hub.example'] });
    station = await enrolStation(home.hub.url, await home.hub.newCode('xa-a'));
  });
  afterAll(() => home.stop());
  const shown = (): Promise<X509Certificate> =>
    new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port: Number(new URL(home.hub.url).port), rejectUnauthorized: false }, () => {
        resolve(new X509Certificate(socket.getPeerCertificate().raw));
        socket.destroy();
      }).once('error', reject);
    });

  test('a workstation enrols and pushes over it, trusting the authority that the enrolment proved', async () => {
    expect(home.hub.url).toMatch(/^https:/);
    expect(station.enrolled).toMatchObject({
      tlsAuthority: expect.stringContaining('BEGIN CERTIFICATE'),
      recipient: expect.stringMatching(/^age1/),
    });
    expect((await station.push(station.batch([station.op({ fields: petition(1) })]).bytes)).status).toBe(200);
    const certificate = await shown();
    expect(certificate.checkHost('hub.example')).toBe('hub.example');
    expect(certificate.verify(new X509Certificate(station.enrolled.tlsAuthority ?? '').publicKey)).toBe(true);
  });

  test('who does not know the authority, or speaks without TLS, gets nothing', async () => {
    await expect(fetch(home.hub.url + paths.health)).rejects.toThrow('fetch failed');
    await expect(fetch(home.hub.url.replace('https:', 'http:') + paths.health)).rejects.toThrow('fetch failed');
  });

  test('a restart shows another certificate of the same authority, and workstations go on', async () => {
    const before = await shown();
    await home.restart();
    expect((await shown()).fingerprint256).not.toBe(before.fingerprint256);
    expect((await station.push(station.batch([station.op({ fields: petition(2) })]).bytes)).status).toBe(200);
  });

  test('without it the hub listens on loopback alone, or behind a proxy', async () => {
    expect(optionsFrom({}).tls).toBe('own');
    expect(() => optionsFrom({ KTS_HUB_TLS: 'off', KTS_HUB_HOST: '0.0.0.0' })).toThrow('loopback');
    expect(optionsFrom({ KTS_HUB_TLS: 'off', KTS_HUB_HOST: '0.0.0.0', KTS_HUB_BEHIND_PROXY: '1' }).behindProxy).toBe(true);
    expect(optionsFrom(readCommandLine(['serve', '--tls', 'off']).env).tls).toBe('off');
    await expect(startHub({ dir: home.dir, host: '0.0.0.0', port: 0, name: 'x', logLevel: 'silent', tls: 'off' })).rejects.toThrow(
      'loopback',
    );
  });
});

describe('what is said of the work', () => {
  let home: TestHub;
  let log = '';
  const token = 'mật mã của máy đo';
  beforeAll(async () => {
    home = await startTestHub({
      logLevel: 'debug',
      logTo: { write: (line) => void (log += line) },
      metrics: { port: 0, token: encodeURIComponent(token) },
    });
  });
  afterAll(() => home.stop());
  /** What must never be in a log or a figure, each as distinct as a fingerprint. */
  const content = ['Đơn tố cáo của bà Lý Thị Mẫu', 'Nguyễn Văn Mẫu', `sealed1:${'QUJDREVG'.repeat(5)}`, 'máy thử', 'ngày 31 tháng 2'];

  test('logs and figures name routes, codes, numbers and communes, never content, names or codes', async () => {
    const code = await home.hub.newCode('xa-dong');
    const wrong = `${code.slice(0, 9)}${code.endsWith('0') ? '1' : '0'}`;
    await expect(enrolStation(home.hub.url, wrong)).rejects.toMatchObject({ code: 'sync.badCode' });
    const station = await enrolStation(home.hub.url, code);
    const [summary = '', person = '', sealed = '', , day = ''] = content;
    const ops = [
      station.op({ fields: { ...petition(1, summary), senderName: sealed } }),
      station.op({ fields: { ...petition(2), receivedOn: day } }),
      station.op({ fields: { ...petition(3), senderName: person } }),
    ];
    expect(json((await station.push(station.batch(ops).bytes)).bytes)).toMatchObject({ applied: 3, refused: [{ seq: 2 }, { seq: 3 }] });
    const image = Buffer.from(person.repeat(100));
    const blob = paths.blob(sha256(image));
    expect((await signedFetch(home.hub.url, station, 'PUT', `${blob}?offset=0&size=${image.length}`, image, false)).status).toBe(200);
    expect((await signedFetch(home.hub.url, station, 'GET', blob)).status).toBe(200);
    // What others may try: content where it does not belong.
    await fetch(`${home.hub.url}/${encodeURIComponent(person)}?x=${encodeURIComponent(summary)}`);
    await fetch(home.hub.url + paths.pull, {
      headers: { [headers.device]: encodeURIComponent(person), 'user-agent': encodeURIComponent(person) },
    });
    await fetch(home.hub.url + paths.enrol, { method: 'POST', body: JSON.stringify({ deviceName: person, code }) });
    await signedFetch(home.hub.url, station, 'POST', paths.push, Buffer.from(summary));
    await home.hub.database.query('ALTER TABLE log RENAME TO log_away');
    expect(
      (
        await signedFetch(
          home.hub.url,
          station,
          'POST',
          paths.push,
          Buffer.from(station.batch([station.op({ fields: petition(4, summary) })]).bytes),
        )
      ).status,
    ).toBe(500);
    await home.hub.database.query('ALTER TABLE log_away RENAME TO log');

    const figures = await (await fetch(home.hub.metricsUrl ?? '')).text();
    expect(figures).toMatch(/kts_hub_ops_total 3\b/);
    expect(figures).toContain('kts_hub_batches_total{outcome="applied"} 1');
    expect(figures).toContain('kts_hub_refused_ops_total{code="bad-value"} 1');
    expect(figures).toContain('kts_hub_refused_ops_total{code="sealed-in-clear"} 1');
    expect(figures).toContain(`kts_hub_blob_bytes_total{direction="in"} ${image.length}`);
    expect(figures).toContain('kts_hub_commune_batches{commune="xa-dong"} 1');
    expect(figures).toMatch(/kts_hub_request_seconds_count\{method="POST",route="\/v1\/push",status="200"\} 1\b/);
    expect(figures).toContain('kts_hub_database_up 1');

    const lines = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toContainEqual(expect.objectContaining({ method: 'POST', route: paths.push, status: 200, device: station.device }));
    expect(lines).toContainEqual(expect.objectContaining({ status: 404, route: 'none' }));
    expect(lines).toContainEqual(expect.objectContaining({ level: 50, name: 'error', code: '42P01' }));
    const said = `${log}\n${figures}`;
    const forms = [...content, code, wrong, station.enrolled.publicKey, sha256(image)].flatMap((text) => [
      text,
      encodeURIComponent(text),
      JSON.stringify(text).slice(1, -1),
    ]);
    for (const text of forms) expect(said).not.toContain(text);
  });

  test('figures on the port of the protocol are for who shows the token', async () => {
    const ask = (authorization: string) => fetch(`${home.hub.url}/metrics`, { headers: { authorization } });
    expect((await ask('')).status).toBe(401);
    expect((await ask('Bearer wrong')).status).toBe(401);
    expect((await ask(`Bearer ${encodeURIComponent(token)}`)).status).toBe(200);
    expect((await fetch((home.hub.metricsUrl ?? '').replace('/metrics', '/'))).status).toBe(404);
  });

  test('health says who the hub is, whether its database answers, and nothing else', async () => {
    const answer = (await (await fetch(home.hub.url + paths.health)).json()) as object;
    expect(Object.keys(answer).sort()).toEqual(['database', 'hub', 'name', 'protocol']);
  });
});

test('a stop lets a request under way finish and sends new ones away for a moment', async () => {
  const home = await startTestHub();
  const station = await enrolStation(home.hub.url, await home.hub.newCode('xa-a'));
  const image = randomBytes(200_000);
  const at = `${paths.blob(sha256(image))}?offset=0&size=${image.length}`;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const begin = (method: string, path: string, own?: Agent) => {
    const outgoing = httpRequest(home.hub.url + path, {
      method,
      headers: {
        ...signedHeaders(station, method, path, new Uint8Array(), method !== 'PUT'),
        ...(method === 'PUT' ? { 'content-length': image.length } : {}),
      },
      ...(own ? { agent: own } : {}),
    });
    const answered = new Promise<IncomingMessage>((resolve, reject) => void outgoing.once('error', reject).once('response', resolve));
    const answer = answered.then(async (response) => ({
      status: response.statusCode,
      retry: response.headers['retry-after'],
      body: (await response.toArray()).join(''),
    }));
    return { outgoing, answer };
  };
  const kept = begin('GET', `${paths.watermark}?incarnation=a`, agent);
  kept.outgoing.end();
  expect((await kept.answer).status).toBe(200);

  const upload = begin('PUT', at);
  await new Promise<void>((resolve) => upload.outgoing.write(image.subarray(0, 100_000), () => resolve()));
  await new Promise((resolve) => setTimeout(resolve, 200));
  let stopped = false;
  const stop = home.hub.stop().then(() => (stopped = true));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const late = begin('GET', `${paths.watermark}?incarnation=a`, agent);
  late.outgoing.end();
  expect(await late.answer).toMatchObject({ status: 503, retry: '5', body: expect.stringContaining('stopping') });
  expect(stopped).toBe(false);
  upload.outgoing.end(image.subarray(100_000));
  expect(await upload.answer).toMatchObject({ status: 200, body: JSON.stringify({ offset: image.length, done: true }) });
  await stop;
  agent.destroy();
  await home.stop();
});
