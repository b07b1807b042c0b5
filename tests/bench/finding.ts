/**
 * `npm run bench -- finding`: facets of a search, documents by facets, documents alike and papers of a person over 200,000 pages in
 * 10,000 documents, beside the plain search. `--pages=N` for another size.
 */
import { createFinding } from '#service/finding/finding-service';
import type { Book } from '#service/book/book';
import { type BenchResult, option, percentile, round, runAsProgram, timed } from './bench-result';
import { fillArchive } from './filled-archive';
import { proseFrom, randomFrom, scratchBook } from './scratch-book';

const pagesOfDocument = 20;
const types = ['QD', 'BC', 'KH', 'TB', 'TTR', 'CV', 'BB'];
const terms = ['Trước 2010', '2010–2015', '2015–2020', '2020–2025'];
const names = ['Nguyễn Hồng Hòa', 'Trần Thị Minh Hạnh', 'Lê Văn Bảy', 'Đặng Thanh Nghĩa', 'Phạm Quốc Toàn'];

export async function run(): Promise<BenchResult> {
  const scratch = scratchBook();
  const { book } = scratch;
  try {
    const pages = option('pages', 200_000);
    const random = randomFrom(7);
    const prose = proseFrom(random);
    const documents = fillArchive(book, {
      pages,
      pagesOfDocument,
      prose,
      file: (first) => ({ term: terms[(first / 1000) % terms.length], box: String(Math.floor(first / 8000)) }),
      document: (number) => ({
        type: types[number % types.length],
        issuer: number % 3 === 0 ? 'Ủy ban Kiểm tra' : `Chi bộ ấp ${number % 40}`,
        signer: names[number % names.length],
        issuedOn: `${2005 + (number % 20)}-05-01`,
      }),
      text: () => `${prose(120)} đồng chí ${names[Math.floor(random() * names.length)]} ${prose(120)}`,
    });
    const finding = createFinding(book);
    const member = memberOf(book);
    const times = (count: number, work: (i: number) => void): { p50: number; p95: number } => {
      const all = Array.from({ length: count }, (_, i) => timed(() => work(i)));
      const warm = all.slice(Math.floor(count / 4));
      return { p50: round(percentile(warm, 0.5)), p95: round(percentile(warm, 0.95)) };
    };
    const texts = Array.from({ length: 60 }, () => prose(3).replaceAll('.', '').trim());
    const text = (i: number): string => texts[i % texts.length] ?? 'đất';
    const type = (i: number): string => types[i % types.length] ?? 'QD';
    return {
      name: 'finding',
      ratios: {},
      details: {
        pages,
        documents: documents.length,
        search: times(60, (i) => book.search.search({ text: text(i) })),
        searchNarrowed: times(60, (i) => book.search.search({ text: text(i), facets: { type: [type(i)], term: ['2010–2015'] } })),
        facetsOfSearch: times(60, (i) => finding.facets({ text: text(i) })),
        facetsOfArchive: times(8, () => finding.facets({ text: '' })),
        documentsByFacet: times(20, (i) => finding.documents({ facets: { type: [type(i)] }, years: [], offset: 0, limit: 50 })),
        similar: times(40, (i) => finding.similar(documents[(i * 97) % documents.length] ?? '', 10)),
        papersOfPerson: times(12, () => finding.papersOf('partyMember', member)),
      },
    };
  } finally {
    scratch.remove();
  }
}

function memberOf(book: Book): string {
  const cell = book.records.save([
    { type: 'organisation', values: { name: 'Chi bộ ấp 7', kind: 'CHI_BO_TRUC_THUOC', state: 'HOAT_DONG' } },
  ])[0]?.id;
  return (
    book.records.save([{ type: 'partyMember', values: { fullName: names[0], kind: 'CHINH_THUC', cell, state: 'DANG_SINH_HOAT' } }])[0]
      ?.id ?? ''
  );
}

await runAsProgram(import.meta.url, run);
