/** METS of a package and of its representation, with the values that TT 05/2025/TT-BNV sets on top of the E-ARK CSIP profile. */
import { appVersion } from '../../../app-version';
import { moment, newXmlId, type PackageKind } from './names';
import { document, element, leaf } from './xml';

/** A file of the package as it was written. */
export interface PackedFile {
  /** Relative to the METS file that names it. */
  readonly path: string;
  readonly bytes: number;
  /** Lower case; METS writes it in capitals. */
  readonly sha256: string;
}

const namespaces = {
  xmlns: 'http://www.loc.gov/METS/',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:csip': 'https://DILCIS.eu/XML/METS/CSIPExtensionMETS',
  'xmlns:sip': 'https://DILCIS.eu/XML/METS/SIPExtensionMETS',
};
const csipProfile = 'https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml';
const profiles: Readonly<Record<PackageKind, string>> = { sip: csipProfile, aip: 'http://www.ra.ee/METS/v01/IP.xml' };

const mimes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  xml: 'application/xml',
  xsd: 'application/xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  ndjson: 'application/x-ndjson',
};
const mimeOf = (path: string): string => mimes[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

export interface Head {
  readonly kind: PackageKind;
  readonly id: string;
  readonly title: string;
  readonly at: Date;
  readonly fondsCode: string;
  /** Code of the file, in the place of an agreement of submission. */
  readonly agreement: string;
}

interface Described {
  readonly file: PackedFile;
  readonly dmdId: string;
}

const measured = ({ bytes, sha256 }: PackedFile, at: Date) => ({
  SIZE: bytes,
  CREATED: moment(at),
  CHECKSUM: sha256.toUpperCase(),
  CHECKSUMTYPE: 'SHA-256',
});

const reference = (file: PackedFile, at: Date, type: 'DC' | 'PREMIS'): string =>
  element('mdRef', {
    LOCTYPE: 'URL',
    'xlink:type': 'simple',
    'xlink:href': file.path,
    MDTYPE: type,
    MDTYPEVERSION: type === 'DC' ? '1.0.0' : '3.0',
    MIMETYPE: mimeOf(file.path),
    ...measured(file, at),
  });

const section = ({ file, dmdId }: Described, at: Date): string =>
  element('dmdSec', { ID: dmdId, CREATED: moment(at), STATUS: 'CURRENT' }, [reference(file, at, 'DC')]);

const fileEntry = (file: PackedFile, id: string, at: Date): string =>
  element('file', { ID: id, MIMETYPE: mimeOf(file.path), ...measured(file, at) }, [
    element('FLocat', { LOCTYPE: 'URL', 'xlink:type': 'simple', 'xlink:href': file.path }),
  ]);

function header({ kind, at, fondsCode, agreement }: Head): string {
  const time = moment(at);
  return element('metsHdr', { CREATEDATE: time, LASTMODDATE: time, RECORDSTATUS: 'NEW', 'csip:OAISPACKAGETYPE': kind.toUpperCase() }, [
    element('agent', { ROLE: 'CREATOR', TYPE: 'OTHER', OTHERTYPE: 'SOFTWARE' }, [
      leaf('name', 'Kiểm tra số'),
      leaf('note', appVersion, { 'csip:NOTETYPE': 'SOFTWARE VERSION' }),
    ]),
    element('agent', { ROLE: 'CREATOR', TYPE: 'ORGANIZATION' }, [
      leaf('name', fondsCode || agreement),
      leaf('note', fondsCode || agreement, { 'csip:NOTETYPE': 'IDENTIFICATIONCODE' }),
    ]),
    leaf('altRecordID', agreement, { TYPE: 'SUBMISSIONAGREEMENT' }),
  ]);
}

const preservation = (files: readonly PackedFile[], at: Date): { sections: string[]; ids: string[] } => {
  const ids = files.map(() => newXmlId());
  return {
    ids,
    sections: files.map((file, index) =>
      element('digiprovMD', { ID: ids[index], CREATED: moment(at), STATUS: 'CURRENT' }, [reference(file, at, 'PREMIS')]),
    ),
  };
};

interface Group {
  readonly use: string;
  readonly files: readonly PackedFile[];
}

function fileSection(groups: readonly Group[], at: Date): { section: string; idOf: (path: string) => string } {
  const ids = new Map(groups.flatMap(({ files }) => files.map(({ path }) => [path, newXmlId('ID')] as const)));
  const idOf = (path: string) => ids.get(path) ?? '';
  return {
    idOf,
    section: element(
      'fileSec',
      { ID: newXmlId() },
      groups.map(({ use, files }) =>
        element(
          'fileGrp',
          { ID: newXmlId(), USE: use },
          files.map((file) => fileEntry(file, idOf(file.path), at)),
        ),
      ),
    ),
  };
}

const division = (label: string, attributes: Record<string, string | undefined>, children: readonly string[]): string =>
  element('div', { ID: newXmlId(), LABEL: label, ...attributes }, children);
const pointer = (id: string): string => element('fptr', { FILEID: id });

export interface PackageParts {
  readonly description: PackedFile;
  readonly preservation: readonly PackedFile[];
  readonly schemas: readonly PackedFile[];
  readonly documentation: readonly PackedFile[];
  /** METS of the representation. */
  readonly representation: PackedFile;
}

export function packageMets(head: Head, parts: PackageParts): Buffer {
  const { at } = head;
  const dmdId = newXmlId();
  const admin = preservation(parts.preservation, at);
  const groups = [
    { use: 'Schemas', files: parts.schemas },
    { use: 'Representations/rep1', files: [parts.representation] },
    ...(parts.documentation.length > 0 ? [{ use: 'Documentation', files: parts.documentation }] : []),
  ];
  const { section: files, idOf } = fileSection(groups, at);
  const body = [
    header(head),
    section({ file: parts.description, dmdId }, at),
    ...(admin.sections.length > 0 ? [element('amdSec', { ID: newXmlId() }, admin.sections)] : []),
    files,
    element('structMap', { ID: newXmlId(), TYPE: 'PHYSICAL', LABEL: 'CSIP' }, [
      division(head.id, {}, [
        division('Metadata', { DMDID: dmdId, ADMID: admin.ids.join(' ') || undefined }, []),
        ...groups.map(({ use, files: members }) =>
          use.startsWith('Representations')
            ? division(use, {}, [
                element('mptr', {
                  LOCTYPE: 'URL',
                  'xlink:type': 'simple',
                  'xlink:href': parts.representation.path,
                  'xlink:title': idOf(parts.representation.path),
                }),
              ])
            : division(
                use,
                {},
                members.map(({ path }) => pointer(idOf(path))),
              ),
        ),
      ]),
    ]),
  ];
  return document(
    element(
      'mets',
      {
        ...namespaces,
        OBJID: head.id,
        TYPE: 'Mixed',
        LABEL: head.title,
        PROFILE: profiles[head.kind],
        'csip:CONTENTINFORMATIONTYPE': 'MIXED',
      },
      body,
    ),
  );
}

/** A document of the representation: its description, and its PDF where it has pages. */
export interface PackedDocument {
  readonly description: PackedFile;
  readonly data: PackedFile | undefined;
}

export function representationMets(head: Head, documents: readonly PackedDocument[], premis: readonly PackedFile[]): Buffer {
  const { at } = head;
  const described = documents.map(({ description, data }) => ({ file: description, dmdId: newXmlId(), data }));
  const admin = preservation(premis, at);
  const { section: files, idOf } = fileSection([{ use: 'Data', files: documents.flatMap(({ data }) => data ?? []) }], at);
  const body = [
    header(head),
    ...described.map((one) => section(one, at)),
    ...(admin.sections.length > 0 ? [element('amdSec', { ID: newXmlId() }, admin.sections)] : []),
    files,
    element('structMap', { ID: newXmlId(), TYPE: 'PHYSICAL', LABEL: 'CSIP' }, [
      division('rep1', { ADMID: admin.ids.join(' ') || undefined }, [
        division(
          'MetadataLink',
          {},
          described.map(({ dmdId, data }) => division('MetadataLink/File', { DMDID: dmdId }, data ? [pointer(idOf(data.path))] : [])),
        ),
      ]),
    ]),
  ];
  return document(
    element(
      'mets',
      { ...namespaces, OBJID: 'rep1', TYPE: 'Mixed', LABEL: head.title, PROFILE: csipProfile, 'csip:CONTENTINFORMATIONTYPE': 'MIXED' },
      body,
    ),
  );
}
