/**
 * XML schemas that go into every package, as they lie in `schemas/`. They are OURS: they state the element sets and values of TT 05/2025/TT-BNV
 * and the part of METS and PREMIS that packages of this program use, and are stricter than the official schemas of METS, PREMIS and EAD,
 * which they do not replace.
 */
// oxlint-disable-next-line typescript/triple-slash-reference -- what this module needs wherever a project takes it in
/// <reference path="./schemas/xsd.d.ts" />
import type { PackageForm, PackageKind } from './names';
import aipFile from './schemas/ead-aip-hoso.xsd?raw';
import aipLoose from './schemas/ead-aip-tailieu.xsd?raw';
import aipDocument from './schemas/ead-doc-aip.xsd?raw';
import sipDocument from './schemas/ead-doc-sip.xsd?raw';
import sipFile from './schemas/ead-sip-hoso.xsd?raw';
import sipLoose from './schemas/ead-sip-tailieu.xsd?raw';
import mets from './schemas/mets-kts.xsd?raw';
import premis from './schemas/premis-kts.xsd?raw';

export interface SchemaFile {
  readonly name: string;
  readonly text: string;
}

/** Names in a package. */
export const schemaNames = { file: 'ead.xsd', document: 'ead_doc.xsd', mets: 'mets-kts.xsd', premis: 'premis-kts.xsd' } as const;

const heads: Readonly<Record<PackageKind, Readonly<Record<PackageForm, string>>>> = {
  sip: { file: sipFile, loose: sipLoose },
  aip: { file: aipFile, loose: aipLoose },
};

export const schemasOf = (kind: PackageKind, form: PackageForm): SchemaFile[] => [
  { name: schemaNames.file, text: heads[kind][form] },
  { name: schemaNames.document, text: kind === 'sip' ? sipDocument : aipDocument },
  { name: schemaNames.mets, text: mets },
  ...(kind === 'aip' ? [{ name: schemaNames.premis, text: premis }] : []),
];
