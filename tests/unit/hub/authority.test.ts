import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Authority, createAuthority, issueServerCertificate, signedBy } from '../../../src-hub/keys/authority';
import { keysFileOf, openHubKeys } from '../../../src-hub/keys/hub-keys';
import { serverNames } from '../../../src-hub/keys/server-names';

let authority: Authority;
beforeAll(async () => {
  authority = await createAuthority('abc');
});

const years = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / (365.25 * 86_400_000);

describe('certificates', () => {
  test('the authority lasts ten years and may sign others', () => {
    const certificate = new X509Certificate(authority.certificate);
    expect(certificate.ca).toBe(true);
    expect(years(new Date(), certificate.validToDate)).toBeCloseTo(10, 1);
    expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
  });

  test('a server certificate is good for its names, signed by the authority, and ends before it', async () => {
    const server = await issueServerCertificate(authority, ['hub.example', '192.0.2.7', '::1']);
    const certificate = new X509Certificate(server.certificate);
    expect(certificate.checkHost('hub.example')).toBe('hub.example');
    expect(certificate.checkIP('192.0.2.7')).toBe('192.0.2.7');
    expect(certificate.checkHost('other.example')).toBeUndefined();
    expect(certificate.ca).toBe(false);
    expect(signedBy(server.certificate, authority.certificate)).toBe(true);
    expect(signedBy(server.certificate, (await createAuthority('abc')).certificate)).toBe(false);
    const late = await issueServerCertificate(authority, ['a'], new Date(Date.now() + 9.5 * 365.25 * 86_400_000));
    expect(late.expiresAt.getTime()).toBeLessThanOrEqual(new X509Certificate(authority.certificate).validToDate.getTime());
  });

  test('Node verifies the server by the authority, and nobody else by it', async () => {
    const { key, certificate } = await issueServerCertificate(authority, ['localhost']);
    const server = createServer({ key, cert: certificate }, (_request, response) => void response.end('ok'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const ask = (ca: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        get({ host: '127.0.0.1', servername: 'localhost', port: (server.address() as AddressInfo).port, ca, agent: false }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).once('error', reject);
      });
    try {
      expect(await ask(authority.certificate)).toBe(200);
      await expect(ask((await createAuthority('abc')).certificate)).rejects.toThrow(/certificate|signature/);
    } finally {
      server.close();
    }
  });

  test('the names are those of the configuration, of the machine and loopback, once each', () => {
    const names = serverNames(['hub.example', 'localhost'], '192.0.2.7');
    expect(names).toEqual([...new Set(names)]);
    expect(names).toEqual(expect.arrayContaining(['hub.example', '192.0.2.7', '127.0.0.1', '::1', 'localhost']));
    expect(serverNames([], '0.0.0.0')).not.toContain('0.0.0.0');
  });
});

describe('the file of keys', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'kts-keys-'));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  test('is made once, for the owner alone, and gives the same keys again', async () => {
    const name = keysFileOf(path.join(dir, 'a'));
    const first = await openHubKeys(name);
    expect((await stat(name)).mode & 0o077).toBe(0);
    const again = await openHubKeys(name);
    expect(again).toMatchObject({ id: first.id, publicKey: first.publicKey, ageRecipient: first.ageRecipient, authority: first.authority });
    expect(first.ageRecipient).toMatch(/^age1/);
    expect(again.storage.equals(first.storage)).toBe(true);
  });

  test('of an older version keeps its identity and gets what it lacks', async () => {
    const name = keysFileOf(path.join(dir, 'b'));
    const first = await openHubKeys(name);
    const { age: _age, authority: _authority, ...old } = JSON.parse(await readFile(name, 'utf8'));
    await writeFile(name, JSON.stringify(old));
    const again = await openHubKeys(name);
    expect(again).toMatchObject({ id: first.id, publicKey: first.publicKey });
    expect(again.ageRecipient).not.toBe(first.ageRecipient);
    expect((await openHubKeys(name)).ageRecipient).toBe(again.ageRecipient);
  });
});
