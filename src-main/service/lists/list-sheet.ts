/**
 * A list as people have it before them, filtered and sorted, as a sheet: for Excel and for the printer. Sealed fields are never on it, and
 * rows that the policy of secrecy does not let leave are left out and counted.
 */
import { type ListedRows, rowsSchema } from '#shared/contract/window/lists';
import { AppError } from '#shared/errors/app-error';
import type { Field } from '#shared/records/field';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { codeLabel } from '#shared/rules/code-lists/index';
import type { Sheet, SheetColumn, SheetValue } from '#shared/sheets/sheet';
import { mayShow } from '../access/guard-search';
import { levelOf, requireLeave } from '../access/leave';
import { headOf } from '../archive/out/lists/issuer';
import { writeOut } from '../archive/out/out-file';
import { dayText } from '../archive/out/words';
import type { Book } from '../book/book';
import { writeXlsx } from '../sheets/write-xlsx';
import type { StoredRecord } from '../store/record-store';

export interface ListSheet {
  readonly sheet: Sheet;
  readonly rows: number;
  readonly withheld: number;
}

/**
 * Draws the sheet, and writes to the audit log that it leaves.
 * @throws AppError access.denied; access.secrecy where rows are there and none of them may leave
 */
export function listSheet(book: Book, wanted: ListedRows, way: 'export' | 'print'): ListSheet {
  const { query, ids, whole, said } = rowsSchema.parse(wanted);
  book.access.require(way);
  const found = rowsOf(book, query, ids);
  const rows = found.filter(({ id }) => mayShow(book, way, id));
  const [first] = found;
  if (first && rows.length === 0) throw new AppError('access.secrecy', { level: levelOf(book.records, first.id) });
  const { register } = recordType(query.type);
  requireLeave(book, { way, ids: rows.map(({ id }) => id), what: `danh sách: ${register.vi}` });
  const withheld = found.length - rows.length;
  const columns = columnsOf(query.type, whole);
  const titleOf = (id: string) => book.records.titleOf(id) ?? '';
  const sheet: Sheet = {
    name: register.vi,
    head: headOf({ committee: book.committee, today: new Date() }),
    title: register.vi.toUpperCase(),
    subtitle: said === '' ? [] : [said],
    paper: { landscape: true, size: columns.length > 12 ? 'A3' : 'A4' },
    columns: [{ width: 6, align: 'center' }, ...columns.map(([, field]) => columnOf(field))],
    header: [[{ text: 'Số TT' }, ...columns.map(([, field]) => ({ text: field.label.vi }))]],
    rows: rows.map(({ values }, index) => ({
      cells: [index + 1, ...columns.map(([name, field]) => cellOf(field, values[name], titleOf))],
    })),
    notes: [
      `Danh sách này có ${rows.length} dòng.`,
      ...(withheld > 0 ? [`Không có trong danh sách: ${withheld} dòng có độ mật không được ra khỏi sổ bằng cách này.`] : []),
    ],
  };
  return { sheet, rows: rows.length, withheld };
}

/** @throws AppError as {@link listSheet}; store.diskFull, store.io */
export async function writeList(book: Book, wanted: ListedRows, file: string): Promise<{ rows: number; withheld: number }> {
  const { sheet, rows, withheld } = listSheet(book, wanted, 'export');
  const bytes = await writeXlsx([sheet]);
  // The dialog has asked about a file of this name.
  await writeOut(file, (sink) => sink(bytes), { replace: true });
  return { rows, withheld };
}

const pageOf = 1000;

function rowsOf(
  { records }: Pick<Book, 'records'>,
  query: ReturnType<typeof rowsSchema.parse>['query'],
  ids: readonly string[] | undefined,
) {
  const chosen = ids && new Set(ids);
  const found: StoredRecord[] = [];
  for (let offset = 0; ; offset += pageOf) {
    const { rows, total } = records.list({ ...query, offset, limit: pageOf });
    found.push(...(chosen ? rows.filter(({ id }) => chosen.has(id)) : rows));
    if (offset + pageOf >= total) return found;
  }
}

/** The columns of the register, or every field that can stand in one cell. */
function columnsOf(type: RecordTypeName, whole: boolean): (readonly [string, Field])[] {
  return Object.entries(recordType(type).fields).filter(
    ([, field]) => field.kind !== 'sealed' && (whole ? field.kind !== 'list' && !field.readOnly : field.column !== undefined),
  );
}

/** Pixels of the window to characters of a sheet. */
const pixelsPerCharacter = 7;

function columnOf(field: Field): SheetColumn {
  const usual = field.kind === 'longText' || (field.kind === 'text' && field.max >= 300) ? 48 : field.kind === 'date' ? 12 : 20;
  const width = field.column ? Math.max(8, Math.round(field.column.width / pixelsPerCharacter)) : usual;
  switch (field.kind) {
    case 'date':
      return { width: Math.max(12, width), kind: 'day' };
    case 'integer':
      return { width, kind: 'number' };
    case 'money':
      return { width, kind: 'money' };
    default:
      return { width };
  }
}

function cellOf(field: Field, value: unknown, titleOf: (id: string) => string): SheetValue {
  if (value === undefined || value === null || value === '') return null;
  switch (field.kind) {
    case 'code':
      return codeLabel(field.list, String(value), 'vi');
    case 'codes':
      return (value as readonly string[]).map((code) => codeLabel(field.list, code, 'vi')).join('; ');
    case 'ref':
      return titleOf(String(value));
    case 'refs':
      return (value as readonly string[]).map(titleOf).join('; ');
    case 'tags':
      return (value as readonly string[]).join(', ');
    case 'boolean':
      return value === true ? 'x' : null;
    case 'partialDate':
      return dayText(String(value));
    case 'integer':
    case 'money':
      return Number(value);
    default:
      return String(value);
  }
}
