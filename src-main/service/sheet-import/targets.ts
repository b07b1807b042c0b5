/**
 * Where columns of a list can go: every field that people type, and for some types columns that lists join or take apart otherwise
 * than the record does. Aliases are words that headings use, folded; the labels of a field are always among them.
 */
import { isEmpty } from '#shared/records/check';
import type { Field } from '#shared/records/field';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { recordType } from '#shared/records/registry';
import { foldWords } from '#shared/text/fold';
import { branchItems } from '#shared/branch-forms/branch-form';
import { aliasesOf } from './aliases';

export interface Target {
  readonly id: string;
  readonly vi: string;
  readonly en: string;
  readonly required: boolean;
  readonly aliases: readonly string[];
  /** Of a target that is a field. */
  readonly field?: Field;
  /** Of a joined column: what it says of other targets. They are converted as if they had stood there, where nothing stands. */
  readonly split?: (text: string) => Readonly<Record<string, string>>;
  /** Of a column that is one line of a list field. */
  readonly line?: { readonly list: 'figures' | 'texts'; readonly key: string; readonly as: Field };
}

const kinds: ReadonlySet<Field['kind']> = new Set([
  'text',
  'longText',
  'date',
  'partialDate',
  'integer',
  'money',
  'boolean',
  'code',
  'codes',
  'ref',
  'tags',
]);

export function targetsOf(type: RecordTypeName): Target[] {
  const known = aliasesOf(type);
  const fields = Object.entries(recordType(type).fields)
    .filter(([, field]) => kinds.has(field.kind) && !field.readOnly)
    .map(([id, field]): Target => {
      const { vi, en } = field.label;
      const aliases = [...new Set([vi, en, id, ...(known[id] ?? [])].map(foldWords))];
      return { id, vi, en, required: field.required === true, aliases, field };
    });
  return [...fields, ...(joined[type] ?? [])];
}

/** '26/02/2011 – 30/12/2011', '2010 - 2015', '3/2011 đến 12/2011'; a single day or year is the beginning. */
function splitPeriod(text: string): Readonly<Record<string, string>> {
  const parts = text
    .split(/\s*(?:–|—|đến ngày|đến|tới)\s*|\s+-\s+|(?<=\d{4})\s*-\s*/u)
    .map((part) => part.replace(/^từ\s*(ngày)?\s*/iu, '').trim())
    .filter((part) => part !== '');
  const [startDate = '', endDate = ''] = parts;
  return { startDate, endDate };
}

/** '14/03': box and file, as some lists write the place. */
const splitPlace = (text: string): Readonly<Record<string, string>> => {
  const [box = '', fileNumber = ''] = text.split('/').map((part) => part.replace(/^\s*(hộp|hồ sơ|hs)\s*(số)?\s*/iu, '').trim());
  return { box, fileNumber };
};

const joinedTarget = (id: string, vi: string, en: string, aliases: readonly string[], split: NonNullable<Target['split']>): Target => ({
  id,
  vi,
  en,
  required: false,
  aliases: aliases.map(foldWords),
  split,
});

/** Lines of the branch forms: each column is one figure or text of the report. */
const branchLines = branchItems('02CB').map(({ key, mark, label, kind }): Target => {
  const { figures, texts } = recordType('branchReport').fields as Record<string, Extract<Field, { kind: 'list' }>>;
  const as = kind === 'figure' ? figures?.item['value'] : texts?.item['text'];
  if (as === undefined) throw new RangeError('a branch report has figures and texts');
  return {
    id: `$${key}`,
    vi: `${mark} ${label}`,
    en: `${mark} ${label}`,
    required: false,
    aliases: [foldWords(`${mark} ${label}`), foldWords(label)],
    line: { list: kind === 'figure' ? 'figures' : 'texts', key, as },
  };
});

const joined: Partial<Record<RecordTypeName, readonly Target[]>> = {
  archiveFile: [
    joinedTarget(
      '$period',
      'Thời gian (bắt đầu – kết thúc)',
      'Period (start – end)',
      [
        'thời gian',
        'thời gian tài liệu',
        'thời gian bắt đầu và kết thúc',
        'ngày tháng bắt đầu và kết thúc',
        'từ ngày đến ngày',
        'niên hạn',
      ],
      splitPeriod,
    ),
    joinedTarget('$place', 'Hộp/hồ sơ số', 'Box/file number', ['hộp hồ sơ', 'số hộp số hồ sơ', 'hộp số hồ sơ số'], splitPlace),
  ],
  archiveDocument: [
    joinedTarget(
      '$notation',
      'Ký hiệu (không có số)',
      'Symbol without its number',
      ['ký hiệu', 'ký hiệu của văn bản', 'ký hiệu văn bản', 'codeNotation'],
      () => ({}),
    ),
  ],
  branchReport: branchLines,
};

/** The symbol as it is printed, where a list keeps number and notation apart: Party '05-QĐ/UBKTĐU', State '15/QĐ-UBND'. */
export function joinSymbol(number: unknown, notation: string): string {
  const tail = notation.replace(/^[-/]\s*/, '');
  if (isEmpty(number)) return tail;
  return `${String(number)}${/^[^/]+\/[^/]+$/.test(tail) ? '-' : '/'}${tail}`;
}
