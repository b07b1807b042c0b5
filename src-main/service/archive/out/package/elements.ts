/**
 * The descriptive elements of a package for another archive: hồ sơ (EAD.xml) and each văn bản (EAD_doc_….xml), as TT 05/2025/TT-BNV lists
 * them, and which of the mandatory ones are still empty. A document takes from its file what it does not say itself.
 */
import type { MissingElement } from '#shared/contract/window/out';
import type { Values } from '#shared/records/record-type';
import type { StoredRecord } from '../../../store/record-store';
import { dayText, splitSymbol, textOf, typeNumber } from '../words';
import { documentId, type PackageKind, plainName } from './names';
import { isLoose, type UnitHead } from './units';

export type Elements = readonly (readonly [name: string, value: string])[];

export interface FileFacts {
  readonly file: UnitHead;
  readonly fonds: StoredRecord | undefined;
  readonly documents: number;
  readonly pages: number;
}

export interface DocumentFacts {
  readonly file: UnitHead;
  readonly fonds: StoredRecord | undefined;
  readonly document: StoredRecord;
  /** From 1, in the package. */
  readonly ordinal: number;
  readonly pages: number;
}

export const digitised = '02';

const cut = (text: string, longest: number): string => [...text].slice(0, longest).join('');
const flag = (values: Values, field: string): string => (values[field] === true ? '1' : '0');
/** Stated only where a reserve copy is demanded. */
const reserve = (values: Values): string => (values.backup === true ? textOf(values, 'backupState') || '02' : '');
const notes = (values: Values, ...fields: string[]): string =>
  fields
    .map((field) => textOf(values, field))
    .filter(Boolean)
    .join('; ');

/** Code of the file within its fonds, or with the archive that keeps it. */
export function fileCode(kind: PackageKind, { file, fonds }: Pick<FileFacts, 'file' | 'fonds'>): string {
  if (isLoose(file)) return file.code;
  if (kind === 'sip') return textOf(file.values, 'code');
  const year = (textOf(file.values, 'startDate') || textOf(file.values, 'endDate')).slice(0, 4);
  const number = textOf(file.values, 'fileNumber') || textOf(file.values, 'code');
  return [textOf(fonds?.values, 'archiveCode'), textOf(fonds?.values, 'code'), year, number, inventoryOf(file, fonds)]
    .filter(Boolean)
    .join('.');
}

const inventoryOf = (file: StoredRecord, fonds: StoredRecord | undefined): string =>
  textOf(file.values, 'inventory') || textOf(fonds?.values, 'lists');

/** Mã lưu trữ: code of the file and the number of the document in seven digits. */
export const documentCode = (kind: PackageKind, facts: DocumentFacts): string =>
  (kind === 'sip' && textOf(facts.document.values, 'archiveCode')) || `${fileCode(kind, facts)}.${String(facts.ordinal).padStart(7, '0')}`;

/** Name of the PDF: by its own id in a SIP, by its code in an AIP; two documents never share it. */
export const dataName = (kind: PackageKind, facts: DocumentFacts): string =>
  kind === 'sip'
    ? plainName(documentId(textOf(facts.document.values, 'docId'), facts.document.id))
    : `${plainName(fileCode(kind, facts))}.${String(facts.ordinal).padStart(7, '0')}`;

/** Where the paper lies: archive, store, shelf, box, number. */
function paperCode({ file, fonds }: { readonly file: StoredRecord; readonly fonds: StoredRecord | undefined }): string {
  const given = textOf(file.values, 'paperCode');
  const archive = textOf(fonds?.values, 'archiveCode');
  const number = textOf(file.values, 'fileNumber');
  if (given || !archive || !number) return given;
  return [archive, ...['store', 'shelf', 'box'].map((field) => textOf(file.values, field)).filter(Boolean), number].join('.');
}

/** 18 elements of a file; 5 of loose documents in a SIP, 4 in an AIP. */
export function fileElements(kind: PackageKind, facts: FileFacts): Elements {
  const { file, fonds } = facts;
  if (isLoose(file))
    return [
      [kind === 'sip' ? 'fileCode' : 'arcFileCode', file.code],
      ['title', cut(file.title, 1000)],
      ['source', file.source],
      ...(kind === 'sip' ? ([['totalDoc', String(facts.documents)]] as const) : []),
      ['description', ''],
    ];
  const { values } = file;
  const own = (field: string) => textOf(values, field);
  return [
    [kind === 'sip' ? 'fileCode' : 'arcFileCode', fileCode(kind, facts)],
    ['title', cut(own('title'), 1000)],
    ['maintenance', own('retention')],
    ['mode', own('accessMode')],
    ['language', own('language')],
    ['startDate', dayText(own('startDate'))],
    ['endDate', dayText(own('endDate'))],
    ['keyword', cut(own('keywords'), 100)],
    ['totalDoc', String(facts.documents)],
    ['numberOfPaper', own('sheets')],
    ['numberOfPage', own('pages') || String(facts.pages)],
    ['format', own('physicalState')],
    ['inforSign', own('informationSign')],
    ['confidenceLevel', own('trustLevel')],
    ['paperFileCode', paperCode({ file, fonds })],
    ['riskRecovery', flag(values, 'backup')],
    ['riskRecoveryStatus', reserve(values)],
    ['description', cut(notes(values, 'annotation', 'handwriting', 'remark'), 2000)],
  ];
}

export function documentElements(kind: PackageKind, facts: DocumentFacts): Elements {
  const { values } = facts.document;
  const own = (field: string) => textOf(values, field);
  const { file } = facts;
  const orFile = (field: string) => own(field) || (isLoose(file) ? '' : textOf(file.values, field));
  const symbol = splitSymbol(own('number'), own('symbol'));
  const type = own('type');
  const common: Record<string, string> = {
    docId: documentId(own('docId'), facts.document.id),
    arcFileCode: fileCode(kind, facts),
    docCode: documentCode(kind, facts),
    docOrdinal: String(facts.ordinal),
    maintenance: orFile('retention'),
    typeName: type === '' ? '' : typeNumber(type),
    codeNumber: cut(symbol.number, 11),
    codeNotation: cut(symbol.notation, 30),
    issuedDate: dayText(own('issuedOn')),
    organName: cut(own('issuer'), 200),
    subject: cut(own('subject'), 500),
    language: orFile('language'),
    numberOfPage: String(facts.pages || own('pageCount') || 0),
    inforSign: own('informationSign'),
    keyword: cut(own('keywords'), 100),
    mode: orFile('accessMode'),
    confidenceLevel: orFile('trustLevel'),
    autograph: cut(own('handwriting'), 2000),
    format: orFile('physicalState'),
    riskRecovery: flag(values, 'backup'),
    riskRecoveryStatus: reserve(values),
    process: values.process === true ? '1' : '',
    description: cut(notes(values, 'signer', 'topic', 'remark'), 500),
  };
  return documentOrder[kind].map((name) => [name, common[name] ?? '']);
}

/** 21 elements of a SIP, 19 of an AIP, in the order of the circular. */
export const documentOrder: Readonly<Record<PackageKind, readonly string[]>> = {
  sip: [
    'docId',
    'docCode',
    'maintenance',
    'typeName',
    'codeNumber',
    'codeNotation',
    'issuedDate',
    'organName',
    'subject',
    'language',
    'numberOfPage',
    'inforSign',
    'keyword',
    'mode',
    'confidenceLevel',
    'autograph',
    'format',
    'riskRecovery',
    'riskRecoveryStatus',
    'process',
    'description',
  ],
  aip: [
    'arcFileCode',
    'mode',
    'language',
    'keyword',
    'numberOfPage',
    'format',
    'inforSign',
    'confidenceLevel',
    'description',
    'docCode',
    'docOrdinal',
    'typeName',
    'codeNumber',
    'codeNotation',
    'issuedDate',
    'organName',
    'subject',
    'autograph',
    'process',
  ],
};

/** Element -> the field that fills it and what people call it. */
const mandatoryOfFile: readonly (readonly [element: string, field: string, label: string])[] = [
  ['fileCode', 'code', 'Mã hồ sơ'],
  ['title', 'title', 'Tiêu đề hồ sơ'],
  ['maintenance', 'retention', 'Thời hạn bảo quản'],
  ['mode', 'accessMode', 'Chế độ sử dụng'],
  ['language', 'language', 'Ngôn ngữ'],
  ['startDate', 'startDate', 'Thời gian bắt đầu'],
  ['endDate', 'endDate', 'Thời gian kết thúc'],
  ['numberOfPaper', 'sheets', 'Số lượng tờ'],
];

const mandatoryOfDocument: readonly (readonly [element: string, field: string, label: string])[] = [
  ['maintenance', 'retention', 'Thời hạn bảo quản'],
  ['typeName', 'type', 'Tên loại'],
  ['issuedDate', 'issuedOn', 'Ngày văn bản'],
  ['organName', 'issuer', 'Cơ quan ban hành'],
  ['subject', 'subject', 'Trích yếu'],
  ['language', 'language', 'Ngôn ngữ'],
];

const wholeDay = /^\d{2}\/\d{2}\/\d{4}$/;

export function missingOfFile(kind: PackageKind, facts: FileFacts): MissingElement[] {
  const { file, fonds } = facts;
  if (isLoose(file)) return [];
  const filled = new Map(fileElements(kind, facts));
  const lacks = (element: string, field: string, label: string): MissingElement => ({
    type: 'archiveFile',
    id: file.id,
    title: file.title,
    field,
    element,
    label,
  });
  const missing = mandatoryOfFile
    .filter(([element]) => element !== 'fileCode' || kind === 'sip')
    .flatMap(([element, field, label]) => {
      const value = filled.get(element) ?? '';
      // A SIP takes whole days only.
      const short = kind === 'sip' && value !== '' && element.endsWith('Date') && !wholeDay.test(value);
      return value === '' ? [lacks(element, field, label)] : short ? [lacks(element, field, `${label} (đủ ngày, tháng, năm)`)] : [];
    });
  if (filled.get('confidenceLevel') === digitised && filled.get('paperFileCode') === '')
    missing.push(lacks('paperFileCode', 'paperCode', 'Mã hồ sơ gốc giấy'));
  if (kind === 'aip') {
    const ofFonds = (field: string, label: string): MissingElement[] =>
      fonds && textOf(fonds.values, field) === ''
        ? [{ type: 'archiveFonds', id: fonds.id, title: fonds.title, field, element: 'arcFileCode', label }]
        : [];
    missing.push(...ofFonds('archiveCode', 'Mã cơ quan lưu trữ'), ...ofFonds('code', 'Mã phông'));
    if (inventoryOf(file, fonds) === '') missing.push(lacks('arcFileCode', 'inventory', 'Mục lục số'));
  }
  return missing;
}

export function missingOfDocument(kind: PackageKind, facts: DocumentFacts): MissingElement[] {
  const filled = new Map(documentElements(kind, facts));
  const { id, title } = facts.document;
  return mandatoryOfDocument
    .filter(([element]) => documentOrder[kind].includes(element))
    .flatMap(([element, field, label]) =>
      filled.get(element) === '' ? [{ type: 'archiveDocument' as const, id, title, field, element, label }] : [],
    );
}
