import { type BranchFormId, branchChecks, branchItems } from '#shared/branch-forms/branch-form';
import type { ValuesOfType } from '#shared/records/registry';
import type { Sheet } from '#shared/sheets/sheet';
import type { Book } from '../../book/book';
import { dayInWords, placeOf } from '../statistics/sheet-frame';

export interface Collected {
  readonly form: BranchFormId;
  readonly year: number;
  readonly period: string;
  readonly today: string;
}

interface Delivered {
  readonly name: string;
  readonly figures: ReadonlyMap<string, number>;
}

function delivered(book: Book, { form, year, period }: Collected): Delivered[] {
  const found: Delivered[] = [];
  const filters = [
    { field: 'form', op: 'eq' as const, value: form },
    { field: 'year', op: 'eq' as const, value: year },
    { field: 'period', op: 'eq' as const, value: period },
  ];
  for (let offset = 0; ; offset += 500) {
    const { rows } = book.records.list({ type: 'branchReport', filters, offset, limit: 500 });
    for (const { values } of rows) {
      const report = values as ValuesOfType<'branchReport'>;
      const figures = (report.figures ?? []).flatMap(({ key, value }) => (key && typeof value === 'number' ? [[key, value] as const] : []));
      found.push({ name: book.records.titleOf(report.organisation ?? '') ?? '', figures: new Map(figures) });
    }
    if (rows.length < 500) return found.sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  }
}

/** What the branches delivered for a period, a row each, with the sums and what does not add up: nothing is adjusted. */
export function collectedSheet(book: Book, asked: Collected): Sheet {
  const items = branchItems(asked.form).filter(({ kind }) => kind === 'figure');
  const rows = delivered(book, asked);
  const sum = (key: string): number => rows.reduce((total, { figures }) => total + (figures.get(key) ?? 0), 0);
  const { committee } = book;
  return {
    name: `${asked.form} ${asked.period} ${asked.year}`,
    head: {
      upper: committee.partyCommittee.toUpperCase(),
      issuer: 'ỦY BAN KIỂM TRA',
      placeAndDate: `${placeOf(committee.partyCommittee)}, ${dayInWords(asked.today)}`,
    },
    title: `TỔNG HỢP BÁO CÁO CỦA CHI BỘ (MẪU ${asked.form})`,
    subtitle: [`Kỳ ${asked.period}, năm ${asked.year}: ${rows.length} chi bộ đã nộp`],
    columns: [{ width: 5, kind: 'number' }, { width: 30 }, ...items.map(() => ({ width: 7, kind: 'number' as const })), { width: 40 }],
    header: [
      [
        { text: 'TT' },
        { text: 'Chi bộ' },
        ...items.map(({ mark, label }) => ({ text: `${mark} ${label}`, upright: true })),
        { text: 'Cần xem lại' },
      ],
    ],
    rows: [
      ...rows.map(({ name, figures }, index) => ({
        cells: [
          index + 1,
          name,
          ...items.map(({ key }) => figures.get(key) ?? null),
          branchChecks(Object.fromEntries(figures)).join(' ') || null,
        ],
      })),
      { cells: [null, 'Cộng', ...items.map(({ key }) => sum(key)), null], weight: 'total' as const },
    ],
    paper: { landscape: true, size: 'A3' },
  };
}
