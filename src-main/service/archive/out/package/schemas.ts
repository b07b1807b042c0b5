/**
 * XML schemas that go into every package. They are OURS: they state the element sets and values of TT 05/2025/TT-BNV and the part of METS and
 * PREMIS that packages of this program use, and are stricter than the official schemas of METS, PREMIS and EAD, which they do not replace.
 */
import { documentOrder } from './elements';
import type { PackageKind } from './names';

export interface SchemaFile {
  readonly name: string;
  readonly text: string;
}

export const schemaNames = { file: 'ead.xsd', document: 'ead_doc.xsd', mets: 'mets-kts.xsd', premis: 'premis-kts.xsd' } as const;

export const schemasOf = (kind: PackageKind): SchemaFile[] => [
  { name: schemaNames.file, text: described(fileOrder(kind)) },
  { name: schemaNames.document, text: described(documentOrder[kind]) },
  { name: schemaNames.mets, text: mets },
  ...(kind === 'aip' ? [{ name: schemaNames.premis, text: premis }] : []),
];

const ours = `<!-- Lược đồ của chương trình Kiểm tra số theo bộ trường của Thông tư 05/2025/TT-BNV; không phải lược đồ chính thức.
     A schema of the program Kiểm tra số after the element sets of the circular; not an official schema. -->`;

const fileOrder = (kind: PackageKind): string[] =>
  `${kind === 'sip' ? 'fileCode' : 'arcFileCode'} title maintenance mode language startDate endDate keyword totalDoc numberOfPaper numberOfPage format inforSign confidenceLevel paperFileCode riskRecovery riskRecoveryStatus description`.split(
    ' ',
  );

/** Type of each element, and whether it must hold something. */
const types: Readonly<Record<string, string>> = {
  fileCode: 'text100',
  arcFileCode: 'text100',
  title: 'text1000',
  maintenance: 'retention',
  mode: 'mode',
  language: 'language',
  startDate: 'day',
  endDate: 'day',
  keyword: 'maybe100',
  totalDoc: 'number10',
  numberOfPaper: 'number10',
  numberOfPage: 'number10',
  format: 'three',
  inforSign: 'maybe30',
  confidenceLevel: 'three',
  paperFileCode: 'maybe100',
  riskRecovery: 'flag',
  riskRecoveryStatus: 'two',
  description: 'maybe2000',
  docId: 'text25',
  docCode: 'text100',
  docOrdinal: 'number10',
  typeName: 'typeName',
  codeNumber: 'maybe11',
  codeNotation: 'maybe30',
  issuedDate: 'day',
  organName: 'text200',
  subject: 'text500',
  autograph: 'maybe2000',
  process: 'maybeFlag',
};

const described = (names: readonly string[]): string => `<?xml version="1.0" encoding="UTF-8"?>
${ours}
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
  <xs:element name="simpledc" type="elementContainer"/>
  <xs:complexType name="elementContainer">
    <xs:all>
${names.map((name) => `      <xs:element name="${name}" type="${types[name] ?? 'maybe2000'}"/>`).join('\n')}
    </xs:all>
  </xs:complexType>
${[25, 100, 200, 500, 1000].map((most) => text(`text${most}`, most, 1)).join('\n')}
${[11, 30, 100, 2000].map((most) => text(`maybe${most}`, most, 0)).join('\n')}
${pattern('number10', '[0-9]{1,10}')}
${pattern('retention', '0[1-7]')}
${pattern('mode', '0[1-3]')}
${pattern('language', '0[1-9]|1[01]')}
${pattern('three', '(0[1-3])?')}
${pattern('two', '(0[12])?')}
${pattern('flag', '[01]')}
${pattern('maybeFlag', '[01]?')}
${pattern('typeName', '0[1-9]|[12][0-9]|3[0-2]')}
${pattern('day', '(([0-3][0-9]/)?[01][0-9]/)?[0-9]{4}')}
</xs:schema>
`;

const text = (name: string, most: number, least: number): string =>
  `  <xs:simpleType name="${name}"><xs:restriction base="xs:string"><xs:minLength value="${least}"/><xs:maxLength value="${most}"/></xs:restriction></xs:simpleType>`;
const pattern = (name: string, value: string): string =>
  `  <xs:simpleType name="${name}"><xs:restriction base="xs:string"><xs:pattern value="${value}"/></xs:restriction></xs:simpleType>`;

/** Attributes of other name spaces (xlink, csip) are let through: their schemas are not here. */
const other = '<xs:anyAttribute namespace="##other" processContents="skip"/>';
const measured = `
    <xs:attribute name="MIMETYPE" type="xs:string" use="required"/>
    <xs:attribute name="SIZE" type="xs:long" use="required"/>
    <xs:attribute name="CREATED" type="xs:dateTime" use="required"/>
    <xs:attribute name="CHECKSUM" use="required"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[0-9A-F]{64}"/></xs:restriction></xs:simpleType></xs:attribute>
    <xs:attribute name="CHECKSUMTYPE" type="xs:string" fixed="SHA-256" use="required"/>`;

const mets = `<?xml version="1.0" encoding="UTF-8"?>
${ours}
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.loc.gov/METS/" targetNamespace="http://www.loc.gov/METS/" elementFormDefault="qualified">
  <xs:element name="mets"><xs:complexType>
    <xs:sequence>
      <xs:element name="metsHdr" type="header"/>
      <xs:element name="dmdSec" type="section" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element name="amdSec" minOccurs="0"><xs:complexType>
        <xs:sequence><xs:element name="digiprovMD" type="section" maxOccurs="unbounded"/></xs:sequence>
        <xs:attribute name="ID" type="xs:ID" use="required"/>
      </xs:complexType></xs:element>
      <xs:element name="fileSec"><xs:complexType>
        <xs:sequence><xs:element name="fileGrp" type="group" maxOccurs="unbounded"/></xs:sequence>
        <xs:attribute name="ID" type="xs:ID" use="required"/>
      </xs:complexType></xs:element>
      <xs:element name="structMap"><xs:complexType>
        <xs:sequence><xs:element name="div" type="division"/></xs:sequence>
        <xs:attribute name="ID" type="xs:ID" use="required"/>
        <xs:attribute name="TYPE" type="xs:string" fixed="PHYSICAL" use="required"/>
        <xs:attribute name="LABEL" type="xs:string" fixed="CSIP" use="required"/>
      </xs:complexType></xs:element>
    </xs:sequence>
    <xs:attribute name="OBJID" use="required"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="rep1|uuid-[0-9A-F-]{36}|urn:uuid:[0-9A-F-]{36}|urn:[A-Za-z0-9._-]+:uuid-[0-9A-F-]{36}"/></xs:restriction></xs:simpleType></xs:attribute>
    <xs:attribute name="TYPE" use="required"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="Mixed"/><xs:enumeration value="Collection"/></xs:restriction></xs:simpleType></xs:attribute>
    <xs:attribute name="LABEL" type="xs:string"/>
    <xs:attribute name="PROFILE" use="required"><xs:simpleType><xs:restriction base="xs:anyURI"><xs:enumeration value="https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml"/><xs:enumeration value="http://www.ra.ee/METS/v01/IP.xml"/></xs:restriction></xs:simpleType></xs:attribute>
    ${other}
  </xs:complexType></xs:element>
  <xs:complexType name="header">
    <xs:sequence>
      <xs:element name="agent" maxOccurs="unbounded"><xs:complexType>
        <xs:sequence>
          <xs:element name="name" type="xs:string"/>
          <xs:element name="note" minOccurs="0"><xs:complexType><xs:simpleContent><xs:extension base="xs:string">${other}</xs:extension></xs:simpleContent></xs:complexType></xs:element>
        </xs:sequence>
        <xs:attribute name="ROLE" type="xs:string" use="required"/>
        <xs:attribute name="TYPE" type="xs:string"/>
        <xs:attribute name="OTHERTYPE" type="xs:string"/>
      </xs:complexType></xs:element>
      <xs:element name="altRecordID"><xs:complexType><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="TYPE" type="xs:string" fixed="SUBMISSIONAGREEMENT" use="required"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
    </xs:sequence>
    <xs:attribute name="CREATEDATE" type="xs:dateTime" use="required"/>
    <xs:attribute name="LASTMODDATE" type="xs:dateTime" use="required"/>
    <xs:attribute name="RECORDSTATUS" use="required"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="NEW|SUPPLEMENT|REPLACEMENT|TEST|OTHER"/></xs:restriction></xs:simpleType></xs:attribute>
    ${other}
  </xs:complexType>
  <xs:complexType name="section">
    <xs:sequence><xs:element name="mdRef"><xs:complexType>
      <xs:attribute name="LOCTYPE" type="xs:string" fixed="URL" use="required"/>
      <xs:attribute name="MDTYPE" use="required"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="DC"/><xs:enumeration value="PREMIS"/></xs:restriction></xs:simpleType></xs:attribute>
      <xs:attribute name="MDTYPEVERSION" type="xs:string"/>${measured}
      ${other}
    </xs:complexType></xs:element></xs:sequence>
    <xs:attribute name="ID" type="xs:ID" use="required"/>
    <xs:attribute name="CREATED" type="xs:dateTime"/>
    <xs:attribute name="STATUS" type="xs:string"/>
  </xs:complexType>
  <xs:complexType name="group">
    <xs:sequence><xs:element name="file" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
      <xs:sequence><xs:element name="FLocat"><xs:complexType><xs:attribute name="LOCTYPE" type="xs:string" fixed="URL" use="required"/>${other}</xs:complexType></xs:element></xs:sequence>
      <xs:attribute name="ID" type="xs:ID" use="required"/>${measured}
    </xs:complexType></xs:element></xs:sequence>
    <xs:attribute name="ID" type="xs:ID" use="required"/>
    <xs:attribute name="USE" type="xs:string" use="required"/>
  </xs:complexType>
  <xs:complexType name="division">
    <xs:choice minOccurs="0" maxOccurs="unbounded">
      <xs:element name="div" type="division"/>
      <xs:element name="mptr"><xs:complexType><xs:attribute name="LOCTYPE" type="xs:string" use="required"/>${other}</xs:complexType></xs:element>
      <xs:element name="fptr"><xs:complexType><xs:attribute name="FILEID" type="xs:IDREF" use="required"/></xs:complexType></xs:element>
    </xs:choice>
    <xs:attribute name="ID" type="xs:ID" use="required"/>
    <xs:attribute name="LABEL" type="xs:string" use="required"/>
    <xs:attribute name="DMDID" type="xs:IDREFS"/>
    <xs:attribute name="ADMID" type="xs:IDREFS"/>
  </xs:complexType>
</xs:schema>
`;

const identifier = (of: string): string => `<xs:element name="${of}Identifier"><xs:complexType><xs:sequence>
          <xs:element name="${of}IdentifierType" type="xs:string"/><xs:element name="${of}IdentifierValue" type="filled"/>
        </xs:sequence></xs:complexType></xs:element>`;
const linking = (
  of: string,
  roles: string,
): string => `<xs:element name="linking${of}Identifier" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
          <xs:element name="linking${of}IdentifierType" type="xs:string"/><xs:element name="linking${of}IdentifierValue" type="filled"/>
          <xs:element name="linking${of}Role" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string">${roles
            .split('|')
            .map((role) => `<xs:enumeration value="${role}"/>`)
            .join('')}</xs:restriction></xs:simpleType></xs:element>
        </xs:sequence></xs:complexType></xs:element>`;

const premis = `<?xml version="1.0" encoding="UTF-8"?>
${ours}
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.loc.gov/premis/v3" targetNamespace="http://www.loc.gov/premis/v3" elementFormDefault="qualified">
  <xs:element name="premis"><xs:complexType>
    <xs:sequence>
      <xs:element name="object" type="objectType" maxOccurs="unbounded"/>
      <xs:element name="event" maxOccurs="unbounded"><xs:complexType><xs:sequence>
        ${identifier('event')}
        <xs:element name="eventType"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="transfer"/><xs:enumeration value="information package creation"/><xs:enumeration value="validation"/></xs:restriction></xs:simpleType></xs:element>
        <xs:element name="eventDateTime" type="xs:dateTime"/>
        <xs:element name="eventDetailInformation" minOccurs="0"><xs:complexType><xs:sequence><xs:element name="eventDetail" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
        ${linking('Agent', 'authorizer|implementer|validator|executing program')}
        ${linking('Object', 'source|outcome')}
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="agent" maxOccurs="unbounded"><xs:complexType><xs:sequence>
        ${identifier('agent')}
        <xs:element name="agentName" type="filled"/>
        <xs:element name="agentType" type="xs:string" minOccurs="0"/>
        <xs:element name="agentVersion" type="xs:string" minOccurs="0"/>
        <xs:element name="agentNote" type="xs:string" minOccurs="0"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:sequence>
    <xs:attribute name="version" type="xs:string" fixed="3.0" use="required"/>
  </xs:complexType></xs:element>
  <xs:simpleType name="filled"><xs:restriction base="xs:string"><xs:minLength value="1"/></xs:restriction></xs:simpleType>
  <xs:complexType name="objectType" abstract="true"><xs:sequence>
    ${identifier('object')}
  </xs:sequence><xs:attribute name="xmlID" type="xs:ID" use="required"/></xs:complexType>
  <xs:complexType name="intellectualEntity"><xs:complexContent><xs:extension base="objectType"><xs:sequence><xs:element name="originalName" type="xs:string" minOccurs="0"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
  <xs:complexType name="representation"><xs:complexContent><xs:extension base="objectType"><xs:sequence><xs:element name="originalName" type="xs:string" minOccurs="0"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
  <xs:complexType name="file"><xs:complexContent><xs:extension base="objectType"><xs:sequence>
    <xs:element name="objectCharacteristics"><xs:complexType><xs:sequence>
      <xs:element name="fixity"><xs:complexType><xs:sequence>
        <xs:element name="messageDigestAlgorithm" type="xs:string" fixed="SHA-256"/>
        <xs:element name="messageDigest"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[0-9A-F]{64}"/></xs:restriction></xs:simpleType></xs:element>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="size" type="xs:long"/>
      <xs:element name="format"><xs:complexType><xs:sequence>
        <xs:element name="formatDesignation"><xs:complexType><xs:sequence><xs:element name="formatName" type="filled"/></xs:sequence></xs:complexType></xs:element>
        <xs:element name="formatRegistry"><xs:complexType><xs:sequence><xs:element name="formatRegistryName" type="filled"/><xs:element name="formatRegistryKey" type="filled"/></xs:sequence></xs:complexType></xs:element>
      </xs:sequence></xs:complexType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="originalName" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:extension></xs:complexContent></xs:complexType>
</xs:schema>
`;
