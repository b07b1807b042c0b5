import { expect, test } from 'vitest';
import { productionPackages, readLock } from '../../../scripts/licences/packages.mjs';
import { carried } from '../../../scripts/licences/rules.mjs';
import { inRoot } from '../../../scripts/setup/paths.mjs';
import { readAudit } from '../../../scripts/supply/audit.mjs';
import { lockfileFaults } from '../../../scripts/supply/lockfile.mjs';
import { sbom } from '../../../scripts/supply/sbom.mjs';

const lock = readLock(inRoot('package-lock.json'));

test('every package of the lock file is named by the hash of its content and comes from no address of its own', () => {
  expect(lockfileFaults(lock)).toEqual([]);
});

test('a lock file that was tampered with is found', () => {
  const [path = '', entry] = Object.entries(lock).find(([name]) => name.endsWith('/react')) ?? [];
  const faultsWith = (change: object) => lockfileFaults({ '': {}, [path]: { ...entry, ...change } });
  expect(faultsWith({})).toEqual([]);
  expect(faultsWith({ integrity: undefined })).toEqual([`${path}: no SHA-512 of its content`]);
  expect(faultsWith({ integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' })).toHaveLength(1);
  expect(faultsWith({ integrity: 'sha512-short' })).toHaveLength(1);
  expect(faultsWith({ resolved: 'https://example.org/react.tgz' })).toEqual([`${path}: an address of its own`]);
  expect(faultsWith({ resolved: 'git+ssh://example.org/x', version: undefined })).toHaveLength(2);
  expect(lockfileFaults({ 'node_modules/x': { link: true } })).toHaveLength(1);
});

test('the bill of materials names everything that reaches a user, with hash and licence, and is the same each time', () => {
  const made = sbom();
  expect(made).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 });
  expect(made.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  const names = new Set(made.components.map(({ name, version = '' }) => `${name}@${version}`));
  for (const { name, version } of productionPackages(lock)) expect(names).toContain(`${name}@${version}`);
  for (const { name } of carried) expect(names).toContain(`${name}@`);
  expect([...names].some((name) => name.startsWith('electron@'))).toBe(true);
  expect([...names].some((name) => name.startsWith('vitest@'))).toBe(false);
  expect(new Set(made.components.map((one) => one['bom-ref'])).size).toBe(made.components.length);
  for (const one of made.components.filter((part) => 'purl' in part)) {
    expect(one.hashes?.[0]?.content).toMatch(/^[0-9a-f]{128}$/);
    expect(one.licenses).toHaveLength(1);
  }
  expect(JSON.stringify(sbom())).toBe(JSON.stringify(made));
});

test('an audit that could not be made says so, and holes are read as they are', () => {
  expect(readAudit('npm warn x\n{"message":"405","error":{"summary":""}}')).toEqual({ asked: false, why: '405' });
  expect(readAudit('')).toEqual({ asked: false, why: 'no answer' });
  const holes = '{"vulnerabilities":{"a":{"name":"a","severity":"high","via":[]}},"metadata":{}}';
  expect(readAudit(holes)).toEqual({ asked: true, holes: [{ name: 'a', severity: 'high' }] });
  expect(readAudit('{"vulnerabilities":{}}')).toEqual({ asked: true, holes: [] });
});
