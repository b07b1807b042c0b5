/**
 * `npm run bench -- work`: the committee's figures over five years and 50,000 records: one form of a year and of the term, the overview, and
 * the Excel file of all forms of a year. Facts are made anew for every measurement: a save before each drops what was kept.
 */
import { sampleCommune } from '#shared/sample/index';
import { addDays } from '#shared/rules/day';
import { statForms } from '#shared/statistics/packs/index';
import type { RecordChange } from '#service/store/record-store';
import { writeXlsx } from '#service/sheets/write-xlsx';
import { countForm } from '#service/work/statistics/count-form';
import { sheetsOf } from '#service/work/statistics/export-forms';
import { overview } from '#service/work/overview/index';
import { type BenchResult, option, percentile, round, runAsProgram, timed } from './bench-result';
import { scratchBook } from './scratch-book';

const today = '2030-11-24';

export async function run(): Promise<BenchResult> {
  const wanted = option('records', 50_000);
  const turns = option('turns', 9);
  const scratch = scratchBook();
  const { book } = scratch;
  try {
    // The commune of the sample, then its records of work again and again on other days of five years.
    const batches = [...sampleCommune({ seed: 11, today: '2026-11-24', size: 4 })];
    for (const batch of batches) book.records.save(batch);
    const work = batches.flat().filter(({ type }) => ['petition', 'case', 'disciplinaryDecision', 'duty', 'conclusion'].includes(type));
    const count = () => book.db.prepare('SELECT count(*) FROM record').pluck().get() as number;
    for (let turn = 1; count() < wanted; turn += 1)
      for (let from = 0; from < work.length && count() < wanted; from += 1000)
        book.records.save(work.slice(from, from + 1000).map((one) => again(one, turn)));

    let stir = 0;
    const saveOne = () => book.records.save([{ type: 'task', values: { name: `Việc ${(stir += 1)}`, state: 'CHUA_LAM' } }]);
    const measure = (work: () => void): number[] =>
      Array.from({ length: turns }, () => {
        saveOne();
        return timed(work);
      });
    const year = { from: '2029-01-01', to: '2029-12-31' };
    const term = { from: '2025-07-01', to: '2030-06-30' };
    const formsOfYear = measure(() => countForm(book, { form: 'B05', ...year }));
    const formsOfTerm = measure(() => countForm(book, { form: 'B05', ...term }));
    const petitions = measure(() => countForm(book, { form: 'B21', ...term }));
    const overviews = measure(() => overview(book, today));
    const packs: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      saveOne();
      const started = performance.now();
      await writeXlsx(sheetsOf(book, { forms: statForms.map(({ id }) => id), today, ...year }));
      packs.push(performance.now() - started);
    }
    const median = (times: readonly number[]) => round(percentile(times, 0.5));
    return {
      name: 'work',
      ratios: {
        formToGoal: round(median(formsOfYear) / 150),
        overviewToGoal: round(median(overviews) / 100),
        packToGoal: round(median(packs) / 3000),
      },
      details: {
        records: count(),
        formOfYearMs: median(formsOfYear),
        formOfTermMs: median(formsOfTerm),
        petitionsOfTermMs: median(petitions),
        overviewMs: median(overviews),
        yearPackMs: median(packs),
        facts: countForm(book, { form: 'B21', ...term }).result.facts.length,
      },
    };
  } finally {
    scratch.remove();
  }
}

const dayFields = ['receivedOn', 'openedOn', 'decisionOn', 'announcedOn', 'closedOn', 'dueOn', 'signedOn', 'issuedOn', 'doneOn'];

/** The same record once more, other days, no official number twice. */
function again(
  { type, values }: { readonly type: RecordChange['type']; readonly values: Readonly<Record<string, unknown>> },
  turn: number,
): RecordChange {
  const moved: Record<string, unknown> = { ...values };
  for (const field of dayFields) if (typeof moved[field] === 'string') moved[field] = addDays(moved[field], (turn % 48) * 30);
  if (type === 'petition') moved['number'] = turn * 5000 + Number(values['number'] ?? 0);
  for (const own of ['currentStep', 'case', 'archiveFile', 'petitions', 'conclusion', 'document']) delete moved[own];
  return { type, values: moved };
}

await runAsProgram(import.meta.url, run);
