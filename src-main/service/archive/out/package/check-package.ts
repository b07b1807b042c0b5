/**
 * Holds a package to what it says: every file that METS or PREMIS names is there with its size and hash, nothing lies there unnamed, every
 * reference leads somewhere, and the counts agree. What this program packed is held to its schemas as well.
 */
import { createHash } from 'node:crypto';
import type { PackageCheck } from '#shared/contract/window/out';
import { AppError } from '#shared/errors/app-error';
import { lineagePath } from './lineage';
import { openPackageSource, type PackageSource, readWhole } from './package-source';
import { schemaNames } from './schemas';
import { mostXmlBytes, parseXml, type XmlNode, type XmlTree } from './xml-tree';

const rep = 'representations/rep1/';
type Fault = PackageCheck['faults'][number];

export async function checkPackage(path: string, signal?: AbortSignal): Promise<PackageCheck> {
  const source = await openPackageSource(path);
  try {
    return await checkSource(source, signal);
  } finally {
    source.close();
  }
}

/** The elements of a described file or document, in any order. */
export type Described = ReadonlyMap<string, string>;

export async function checkSource(source: PackageSource, signal?: AbortSignal): Promise<PackageCheck> {
  const faults: Fault[] = [];
  const fault = (place: string, problem: string) => faults.push({ place, problem });
  const named = new Map<string, { bytes: number; sha256: string }>();
  const hashed = new Map<string, string>();

  /** Parses, and tells instead of ending the check where it cannot. */
  const tree = async (path: string): Promise<XmlTree | undefined> => {
    if (!source.files.has(path)) return undefined;
    try {
      return await parseXml(await readWhole(source, path, mostXmlBytes), source.name, path);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      fault(path, String(error.details.problem ?? error.details.what ?? error.code));
      return undefined;
    }
  };
  const withTree = async <T>(path: string, use: (xml: XmlTree) => T): Promise<T | undefined> => {
    const xml = await tree(path);
    try {
      return xml && use(xml);
    } finally {
      xml?.close();
    }
  };

  const reference = (prefix: string, mets: string) => (node: XmlNode, place: XmlNode) => {
    const path = prefix + decoded(place.attribute('href') ?? '');
    if (!source.files.has(path)) fault(path, `${mets} nhắc tới nhưng không có trong gói`);
    else named.set(path, { bytes: Number(node.attribute('SIZE') ?? Number.NaN), sha256: (node.attribute('CHECKSUM') ?? '').toLowerCase() });
  };
  const readMets = (path: string, prefix: string) =>
    withTree(path, (xml) => {
      const keep = reference(prefix, path);
      for (const node of xml.find('//m:mdRef')) keep(node, node);
      for (const node of xml.find('//m:file')) for (const place of node.find('m:FLocat')) keep(node, place);
      for (const node of xml.find('//m:mptr')) {
        const target = prefix + decoded(node.attribute('href') ?? '');
        if (!source.files.has(target)) fault(target, `${path} nhắc tới nhưng không có trong gói`);
      }
      for (const problem of brokenLinks(xml)) fault(path, problem);
      const [root] = xml.find('/m:mets');
      const [header] = xml.find('//m:metsHdr');
      return {
        id: root?.attribute('OBJID') ?? '',
        title: root?.attribute('LABEL') ?? '',
        kind: header?.attribute('OAISPACKAGETYPE') ?? '',
      };
    });

  const head = await readMets('METS.xml', '');
  const representations = [...source.files.keys()].filter((path) => /^representations\/[^/]+\/METS\.xml$/.test(path));
  if (representations.length === 0) fault(`${rep}METS.xml`, 'không có trong gói');
  for (const path of representations) await readMets(path, path.slice(0, -'METS.xml'.length));

  let bytes = 0;
  for (const [path, size] of source.files) {
    signal?.throwIfAborted();
    bytes += size;
    const said = named.get(path);
    if (said === undefined) {
      if (path !== 'METS.xml') fault(path, 'nằm trong gói nhưng METS không nhắc tới');
      continue;
    }
    if (said.bytes !== size) fault(path, `kích thước ${size} byte, METS ghi ${said.bytes}`);
    const sha256 = await hashOf(source, path);
    hashed.set(path, sha256);
    if (sha256 !== said.sha256) fault(path, 'mã SHA-256 khác với METS');
  }

  const documents = [...source.files.keys()].filter(
    (path) => /\/metadata\/descriptive\/[^/]+\.xml$/i.test(`/${path}`) && path.startsWith('representations/'),
  );
  const file = await withTree('metadata/descriptive/EAD.xml', described);
  if (file === undefined) fault('metadata/descriptive/EAD.xml', 'không có trong gói');
  else if (file.has('totalDoc') && Number(file.get('totalDoc')) !== documents.length)
    fault('metadata/descriptive/EAD.xml', `totalDoc ghi ${file.get('totalDoc')}, gói có ${documents.length} văn bản`);

  const kind = head?.kind === 'SIP' || head?.kind === 'AIP' ? head.kind : 'other';
  const premis = [...source.files.keys()].filter((path) => /(?:^|\/)metadata\/preservation\/PREMIS[^/]*\.xml$/.test(path));
  if (kind === 'AIP' && premis.length < 2) fault('metadata/preservation/PREMIS.xml', 'gói AIP phải có PREMIS của gói và của rep1');
  for (const path of premis) await withTree(path, (xml) => checkFixity(xml, path, hashed, fault));
  if (source.files.has(lineagePath)) await checkSchemas(source, documents, withTree, fault);

  return {
    name: source.name,
    kind,
    id: head?.id ?? '',
    title: file?.get('title') || head?.title || '',
    files: source.files.size,
    documents: documents.length,
    bytes,
    faults,
  };
}

export const described = (xml: XmlTree): Described => new Map(xml.find('/*/*').map(({ name, text }) => [name, text.trim()]));

/** A reference may be written with escapes. */
function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** Identifiers that divisions and pointers name and that do not exist. */
function brokenLinks(xml: XmlTree): string[] {
  const ids = new Set(xml.find('//*[@ID]').map((node) => node.attribute('ID')));
  return ['DMDID', 'ADMID', 'FILEID'].flatMap((name) =>
    xml
      .find(`//*[@${name}]`)
      .flatMap((node) => (node.attribute(name) ?? '').split(/\s+/))
      .filter((id) => id !== '' && !ids.has(id))
      .map((id) => `${name} ${id} không có trong METS`),
  );
}

function checkFixity(
  xml: XmlTree,
  path: string,
  hashed: ReadonlyMap<string, string>,
  fault: (place: string, problem: string) => void,
): void {
  const base = path.replace(/metadata\/preservation\/[^/]+$/, '');
  for (const object of xml.find('//p:object')) {
    const [digest] = object.find('.//p:messageDigest');
    const [original] = object.find('./p:originalName');
    const target = base + (original?.text ?? '');
    const actual = hashed.get(target);
    if (digest && actual !== undefined && digest.text.trim().toLowerCase() !== actual)
      fault(path, `mã SHA-256 của ${target} khác với PREMIS`);
  }
}

type WithTree = <T>(path: string, use: (xml: XmlTree) => T) => Promise<T | undefined>;

/** By the schemas that lie in the package, whose hashes were checked just now. */
async function checkSchemas(
  source: PackageSource,
  documents: readonly string[],
  withTree: WithTree,
  fault: (place: string, problem: string) => void,
): Promise<void> {
  const wanted: readonly (readonly [schema: string, paths: readonly string[]])[] = [
    [schemaNames.file, ['metadata/descriptive/EAD.xml']],
    [schemaNames.document, documents],
    [schemaNames.mets, ['METS.xml', `${rep}METS.xml`]],
    [schemaNames.premis, ['metadata/preservation/PREMIS.xml', `${rep}metadata/preservation/PREMIS_rep1.xml`]],
  ];
  for (const [schema, paths] of wanted) {
    const place = `schemas/${schema}`;
    if (!source.files.has(place)) continue;
    const text = (await readWhole(source, place, mostXmlBytes)).toString('utf8');
    for (const path of paths) for (const problem of (await withTree(path, (xml) => xml.problems(text))) ?? []) fault(path, problem);
  }
}

async function hashOf(source: PackageSource, path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const part of await source.open(path)) hash.update(part as Buffer);
  } catch (error) {
    if (error instanceof AppError) throw error;
    // A ZIP whose entry does not unpack: its hash fits nothing.
    return 'không đọc được';
  }
  return hash.digest('hex');
}
