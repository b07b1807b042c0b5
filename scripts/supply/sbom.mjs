/**
 * Software bill of materials (CycloneDX 1.6, JSON) of everything that reaches a user: the packages of the lock file that are shipped, what
 * they carry inside, and Electron. The same sources give the same file, byte by byte.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { productionPackages, readLock } from '../licences/packages.mjs';
import { carried } from '../licences/rules.mjs';
import { inRoot } from '../setup/paths.mjs';

/** @param {string} [lockFile] */
export const sbom = (lockFile = inRoot('package-lock.json')) => {
  const { name, version, license } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const lock = readLock(lockFile);
  const packages = productionPackages(lock);
  const refs = new Map(packages.map(({ path, name: of, version: at }) => [path, `pkg:npm/${purlName(of)}@${at}`]));
  const npmParts = packages.map(({ path, name: of, version: at, licence }) =>
    component({ ref: refs.get(path) ?? '', name: of, version: at, licence, integrity: lock[path]?.integrity }),
  );
  const insideParts = carried.map(({ name: of, licence, origin, carriedBy }) => ({
    ...component({ ref: `carried:${encodeURIComponent(of)}`, name: of, version: '', licence }),
    externalReferences: [{ type: 'website', url: origin }],
    properties: [{ name: 'carriedBy', value: carriedBy }],
  }));
  const runtime = lock['node_modules/electron'];
  const electron = component({
    ref: `pkg:npm/electron@${runtime?.version}`,
    name: 'electron',
    version: runtime?.version ?? '',
    licence: runtime?.license ?? '',
    integrity: runtime?.integrity,
  });
  // A package may stand in several folders in one version.
  const components = [...new Map([...npmParts, electron, ...insideParts].map((one) => [one['bom-ref'], one])).values()];
  const digest = createHash('sha256').update(JSON.stringify(components)).digest('hex');
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`,
    version: 1,
    metadata: { component: component({ ref: `pkg:npm/${name}@${version}`, name, version, licence: license, type: 'application' }) },
    components,
  };
};

/**
 * @param {{ ref: string, name: string, version: string, licence: string, integrity?: string | undefined, type?: string }} part
 */
const component = ({ ref, name, version, licence, integrity, type = 'library' }) => ({
  type,
  'bom-ref': ref,
  name,
  ...(version === '' ? {} : { version }),
  licenses: / (AND|OR|WITH) /.test(licence) ? [{ expression: licence.replace(/^\((.*)\)$/, '$1') }] : [{ license: idOrName(licence) }],
  ...(integrity === undefined
    ? {}
    : { hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex') }] }),
  ...(ref.startsWith('pkg:') ? { purl: ref } : {}),
});

/** SQLite is given to the public: `blessing` is its SPDX id. @param {string} licence */
const idOrName = (licence) => (/^[A-Za-z0-9.-]+$/.test(licence) ? { id: licence } : { name: licence || 'none named' });

/** @param {string} name */
const purlName = (name) => name.replace(/^@/, '%40');
