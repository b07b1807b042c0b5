/**
 * `npm run bench -- search`: the whole answer of a search (ranked hits, counts by kind and year, snippets, titles) over 200,000 page
 * texts beside the bare ranked FTS5 query, by turns in the same process. `--pages=N` for another size.
 */
import type { SearchQuery } from '#service/search/search-service';
import { foldQuery } from '#shared/text/fold';
import { type BenchResult, option, percentile, processorTime, round, runAsProgram, timed } from './bench-result';
import { fillArchive } from './filled-archive';
import { proseFrom, randomFrom, scratchBook } from './scratch-book';

const pagesOfDocument = 20;
const wordsOfPage = 250;

export async function run(): Promise<BenchResult> {
  const scratch = scratchBook();
  const { book } = scratch;
  try {
    const pages = option('pages', 200_000);
    const random = randomFrom(11);
    const prose = proseFrom(random);
    const fillMs = timed(() =>
      fillArchive(book, {
        pages,
        pagesOfDocument,
        prose,
        document: (number) => ({ issuedOn: `${2005 + (number % 20)}-05-01` }),
        text: () => prose(wordsOfPage),
      }),
    );
    const files = book.db.prepare<[], string>("SELECT id FROM record WHERE type = 'archiveFile'").pluck().all();
    const queries = Array.from({ length: option('queries', 300) }, (_, i) => queryOf(i, random, prose, files));
    const bare = book.db.prepare<[string], number>('SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT 30').pluck();

    const ours: number[] = [];
    const processor: number[] = [];
    const theirs: number[] = [];
    const slowest: { text: string; ms: number; bareMs: number; total: number }[] = [];
    for (const round_ of [0, 1]) {
      for (const query of queries) {
        const match = bareMatch(query.text);
        let total = 0;
        let cpu = 0;
        const mine = timed(() => {
          cpu = processorTime(() => {
            total = book.search.search(query).total;
          });
        });
        const reference = timed(() => bare.all(match));
        if (round_ === 0) continue; // the first round fills the cache
        ours.push(mine);
        processor.push(cpu);
        theirs.push(reference);
        slowest.push({ text: query.text, ms: round(mine), bareMs: round(reference), total });
      }
    }
    slowest.sort((a, b) => b.ms - a.ms);
    return {
      name: 'search',
      ratios: {
        p50: round(percentile(ours, 0.5) / percentile(theirs, 0.5)),
        p95: round(percentile(ours, 0.95) / percentile(theirs, 0.95)),
        sum: round(sum(ours) / sum(theirs)),
      },
      details: {
        pages,
        p50Ms: round(percentile(ours, 0.5)),
        p95Ms: round(percentile(ours, 0.95)),
        p95ProcessorMs: round(percentile(processor, 0.95)),
        p50ProcessorMs: round(percentile(processor, 0.5)),
        maxMs: round(Math.max(...ours)),
        bareP50Ms: round(percentile(theirs, 0.5)),
        bareP95Ms: round(percentile(theirs, 0.95)),
        pagesFilledPerSecond: Math.round((pages / fillMs) * 1000),
        slowest: slowest.slice(0, 8),
      },
    };
  } finally {
    scratch.remove();
  }
}

/** What one would ask FTS5 for at first: all words, the last one with a star. */
function bareMatch(text: string): string {
  const { terms, prefix } = foldQuery(text);
  return terms.map((words, i) => `"${words.join(' ')}"${prefix && i === terms.length - 1 ? ' *' : ''}`).join(' AND ');
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Words as people type them: some without diacritics, two to four together, phrases, beginnings, filters. */
function queryOf(i: number, random: () => number, prose: (words: number) => string, files: readonly string[]): SearchQuery {
  const words = prose(8)
    .replaceAll('.', '')
    .split(/\s+/)
    .filter((word) => word.length > 1);
  const [a = 'đất', b = 'đai', c = 'xã'] = words;
  const text = [`${a} ${b}`, `"${a} ${b}"`, `${a} ${b} ${c}`, `${a} ${b.slice(0, 3)}`, a, `"${a} ${b}" ${c}`][i % 6] ?? a;
  if (i % 10 === 3) return { text, years: [2012] };
  if (i % 10 === 7) return { text, fileId: files[Math.floor(random() * files.length)] ?? '' };
  return { text };
}

await runAsProgram(import.meta.url, run);
