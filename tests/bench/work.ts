/**
 * `npm run bench -- work`: the committee's figures over five years and 50,000 records: one form of a year and of the term, the overview,
 * duplicates while a petition is typed, and the Excel file of all forms of a year, in milliseconds of processor time (the clock's beside them). Forms are counted
 * from nothing (`…Ms`: as the first count after the book was opened) and after a save of a record that they count (`…AfterSaveMs`: as a clerk counts between two saves).
 */
import { sampleCommune } from '#shared/sample/index';
import { addDays } from '#shared/rules/day';
import { statForms } from '#shared/statistics/packs/index';
import type { Book } from '#service/book/book';
import type { RecordChange } from '#service/store/record-store';
import { writeXlsx } from '#service/sheets/write-xlsx';
import { countForm } from '#service/work/statistics/count-form';
import { reads } from '#service/work/statistics/fact-sources';
import { gatherAhead } from '#service/work/statistics/gather-facts';
import { sheetsOf } from '#service/work/statistics/export-forms';
import { overview } from '#service/work/overview/index';
import { findDuplicates } from '#service/work/petitions/find-duplicates';
import { type BenchResult, option, percentile, processorTime, round, runAsProgram, timed } from './bench-result';
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
    const clock = new Map<string, number>();
    const measure = (name: string, before: () => void, work: () => void): number[] => {
      const walls: number[] = [];
      const cpu = Array.from({ length: turns }, () => {
        before();
        const started = process.cpuUsage();
        walls.push(timed(work));
        return processorMs(started);
      });
      clock.set(name, round(percentile(walls, 0.5)));
      return cpu;
    };
    const year = { from: '2029-01-01', to: '2029-12-31' };
    const term = { from: '2025-07-01', to: '2030-06-30' };
    // Before anything was counted: the program itself is cold, the pages of the database are not.
    const firstForm = processorTime(() => countForm(book, { form: 'B21', ...term }));
    // A book of its own identity knows nothing of what was counted before, and nothing keeps it once it was counted.
    const anew = () => ({ ...book, events: { ...book.events, on: () => () => undefined } });
    const saveOne = (type: 'petition' | 'case', field: string) => () => {
      const [row] = book.records.list({ type, limit: 1, offset: (stir += 1) }).rows;
      if (row) book.records.save([{ type, id: row.id, values: { [field]: `Sửa lần ${stir}` } }]);
    };
    const formsOfYear = measure(
      'formOfYear',
      () => undefined,
      () => countForm(anew(), { form: 'B05', ...year }),
    );
    const formsOfTerm = measure(
      'formOfTerm',
      () => undefined,
      () => countForm(anew(), { form: 'B05', ...term }),
    );
    const petitions = measure(
      'petitionsOfTerm',
      () => undefined,
      () => countForm(anew(), { form: 'B21', ...term }),
    );
    const wards = measure(
      'wardFormOfTerm',
      () => undefined,
      () => countForm(anew(), { form: 'PTDL', ...term }),
    );
    countForm(book, { form: 'B05', ...term });
    countForm(book, { form: 'B21', ...term });
    const formsAfterSave = measure('formAfterSave', saveOne('case', 'name'), () => countForm(book, { form: 'B05', ...term }));
    const petitionsAfterSave = measure('petitionsAfterSave', saveOne('petition', 'summary'), () =>
      countForm(book, { form: 'B21', ...term }),
    );
    const overviews = measure('overview', saveOne('petition', 'summary'), () => overview(book, today));
    const typing = await typed(book);
    const packs: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const before = process.cpuUsage();
      await writeXlsx(sheetsOf(anew(), { forms: statForms.map(({ id }) => id), today, ...year }));
      packs.push(processorMs(before));
    }
    const ahead = await readAhead(book);
    // Each of a period that was not counted before.
    const other = () => ({ ...term, to: addDays(term.to, -(stir += 1)) });
    const petitionsAhead = measure(
      'petitionsAhead',
      () => undefined,
      () => countForm(book, { form: 'B21', ...other() }),
    );
    const wardsAhead = measure(
      'wardFormAhead',
      () => undefined,
      () => countForm(book, { form: 'PTDL', ...other() }),
    );
    const median = (times: readonly number[]) => round(percentile(times, 0.5));
    return {
      name: 'work',
      ratios: {
        formToGoal: round(Math.max(...[formsOfYear, formsOfTerm, petitions, wards].map(median)) / 150),
        overviewToGoal: round(median(overviews) / 100),
        packToGoal: round(median(packs) / 3000),
        duplicatesToGoal: round(percentile(typing, 0.95) / 30),
      },
      details: {
        records: count(),
        formOfYearMs: median(formsOfYear),
        formOfTermMs: median(formsOfTerm),
        firstFormMs: round(firstForm),
        petitionsOfTermMs: median(petitions),
        wardFormOfTermMs: median(wards),
        readAhead: ahead,
        petitionsReadAheadMs: median(petitionsAhead),
        wardFormReadAheadMs: median(wardsAhead),
        formAfterSaveMs: median(formsAfterSave),
        petitionsAfterSaveMs: median(petitionsAfterSave),
        overviewMs: median(overviews),
        yearPackMs: median(packs),
        duplicatesP95Ms: round(percentile(typing, 0.95)),
        duplicatesMedianMs: median(typing),
        byTheClock: Object.fromEntries(clock),
        facts: countForm(book, { form: 'B21', ...term }).result.facts.length,
      },
    };
  } finally {
    scratch.remove();
  }
}

/** Reads what forms count as the service does while nobody waits: what it takes of the processor, and of memory. */
async function readAhead(book: Book): Promise<{ readonly cpuMs: number; readonly heapMb: number }> {
  const [before, heap] = [process.cpuUsage(), process.memoryUsage().heapUsed];
  const ahead = gatherAhead(book, 0);
  while (!ahead.of(reads.conclusions)) await new Promise((done) => setTimeout(done, 50));
  return { cpuMs: round(processorMs(before)), heapMb: round((process.memoryUsage().heapUsed - heap) / 1e6) };
}

const processorMs = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** What each key costs while the summaries of twelve petitions are typed anew, from the tenth letter on. */
async function typed(book: Book): Promise<number[]> {
  const nothing = { items: [], members: [], organisations: [], subject: '', senderName: '', senderAddress: '' };
  while (!findDuplicates(book, { ...nothing, summary: 'quỹ' }).ready) await new Promise((done) => setTimeout(done, 50));
  const { rows } = book.records.list({ type: 'petition', limit: 12, sort: [{ field: 'receivedOn', direction: 'asc' }] });
  const times: number[] = [];
  for (const { values } of rows) {
    const summary = String(values['summary'] ?? '');
    for (let length = 10; length <= summary.length; length += 3) {
      const before = process.cpuUsage();
      findDuplicates(book, { ...nothing, summary: summary.slice(0, length) });
      times.push(processorMs(before));
    }
  }
  return times;
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
