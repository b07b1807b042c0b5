/** What a list leaves out and a record needs, and by what a record of a list is known again. */
import type { RecordTypeName } from '#shared/records/record-type-name';
import { branchPeriod } from '#shared/branch-forms/branch-form';
import { foldWords } from '#shared/text/fold';
import type { RecordStore } from '../store/record-store';

type Values = Readonly<Record<string, unknown>>;

/** Values that are added where neither the list nor the person says anything. */
export function complete(type: RecordTypeName, values: Values, records: Pick<RecordStore, 'get'>): Values {
  switch (type) {
    case 'archiveFile':
      return completeFile(values, records);
    case 'archiveDocument': {
      const file = typeof values['file'] === 'string' ? records.get('archiveFile', values['file'])?.values : undefined;
      return { verification: 'CHO_XEM', secrecy: file?.['secrecy'] ?? 'THUONG', ...values };
    }
    case 'partyMember':
      return { kind: 'CHINH_THUC', state: 'DANG_SINH_HOAT', ...values };
    case 'organisation':
      return { state: 'HOAT_DONG', ...kindByName(values), ...values };
    case 'branchReport':
      return { state: 'DA_NOP', ...values, ...(typeof values['period'] === 'string' && periodOf(values['period'])) };
    default:
      return values;
  }
}

const periodOf = (text: string): Values => ({ period: branchPeriod(text) ?? text });

/** A file of which nobody says whether it is secret waits for guidance: it is listed, and neither scanned nor sent. */
function completeFile(values: Values, records: Pick<RecordStore, 'get'>): Values {
  const decided = values['secrecy'] !== undefined;
  const filled: Record<string, unknown> = {
    secrecy: 'THUONG',
    state: 'CHUA_QUET',
    accessMode: decided && values['secrecy'] !== 'THUONG' ? '03' : '02',
    secrecyState: decided ? 'DA_XAC_DINH' : 'CHO_HUONG_DAN',
    ...values,
  };
  const code = filled['code'] ?? codeOf(filled, records);
  return code === undefined ? filled : { ...filled, code };
}

/** A file code where the list gives none: fonds, year, box and number, e.g. TT.2011.14.03; undefined without a number. */
function codeOf(values: Values, records: Pick<RecordStore, 'get'>): string | undefined {
  const { fonds, startDate, box, fileNumber } = values;
  if (typeof fonds !== 'string' || fileNumber === undefined) return undefined;
  const code = records.get('archiveFonds', fonds)?.values['code'];
  const year = typeof startDate === 'string' ? startDate.slice(0, 4) : undefined;
  return code === undefined ? undefined : [code, year, box, fileNumber].filter((part) => part !== undefined).join('.');
}

const kindWords: readonly (readonly [string, string])[] = [
  ['chi bo', 'CHI_BO_TRUC_THUOC'],
  ['dang bo bo phan', 'DANG_BO_BO_PHAN'],
  ['dang bo', 'DANG_BO_CO_SO'],
  ['dang uy xa', 'DANG_UY_XA'],
  ['dang uy phuong', 'DANG_UY_PHUONG'],
  ['dang uy dac khu', 'DANG_UY_DAC_KHU'],
  ['uy ban kiem tra', 'UY_BAN_KIEM_TRA'],
  ['to dang', 'TO_DANG'],
  ['huyen uy', 'HUYEN_UY'],
  ['tinh uy', 'TINH_UY'],
  ['thanh uy', 'THANH_UY'],
];

const kindByName = ({ name }: Values): Values => {
  const folded = foldWords(String(name ?? ''));
  const kind = kindWords.find(([words]) => folded === words || folded.startsWith(`${words} `))?.[1];
  return kind === undefined ? {} : { kind };
};

/** Records with the same key are the same paper, person or organisation; undefined: cannot be told. */
export function keyOf(type: RecordTypeName, values: Values): string | undefined {
  const key = (...fields: readonly string[]): string | undefined =>
    fields.some((field) => values[field] === undefined || values[field] === null)
      ? undefined
      : fields.map((field) => foldWords(String(values[field]))).join('|');
  switch (type) {
    case 'archiveFonds':
      return key('code');
    case 'archiveFile':
      return key('fonds', 'code');
    case 'archiveDocument':
      return key('symbol', 'issuedOn', 'file') ?? key('file', 'order', 'subject');
    case 'partyMember':
      return key('cardNumber') ?? key('fullName', 'birthDate', 'cell');
    case 'organisation':
      return values['parent'] ? key('name', 'parent') : key('name');
    case 'branchReport':
      return key('organisation', 'form', 'year', 'period');
    default:
      return undefined;
  }
}
