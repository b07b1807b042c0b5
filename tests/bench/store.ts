/**
 * `npm run bench -- store`: what a save costs beside the bare encrypted transaction with the same rows, how fast an import is, and
 * how long lists of 20,000 records take. Correctness is checked outside of the timed parts.
 */
import type Database from 'better-sqlite3';
import type { RecordChange } from '#service/store/record-store';
import { type BenchResult, option, percentile, processorTime, round, runAsProgram, timed } from './bench-result';
import { proseFrom, randomFrom, scratchBook } from './scratch-book';

/** Tables that one save of a petition writes, in the order of the save. */
const tables = ['record', 'petition', 'search_doc', 'record_ref', 'audit', 'outbox'] as const;

export async function run(): Promise<BenchResult> {
  const scratch = scratchBook();
  const { book } = scratch;
  try {
    const saves = option('saves', 400);
    const imported = option('records', 10_000);
    const random = randomFrom(7);
    const prose = proseFrom(random);
    const accused =
      book.records.save([{ type: 'organisation', values: { name: 'Chi bộ thôn Đông', kind: 'CHI_BO_TRUC_THUOC', state: 'HOAT_DONG' } }])[0]
        ?.id ?? '';
    const change = (i: number): RecordChange => petition(i, prose, accused);

    // Warm up, then save and bare insert by turns, so that both meet the same disturbances.
    for (let i = 0; i < 50; i += 1) book.records.save([change(i)]);
    const bare = bareWriter(scratch.bare(), book.db);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let i = 0; i < saves; i += 1) {
      const next = change(100 + i);
      let n = 0;
      ours.push(timed(() => book.records.save([next])));
      n = book.db.prepare<[], number>('SELECT max(n) FROM record').pluck().get() ?? 0;
      const rows = bare.rowsOf(n);
      theirs.push(timed(() => bare.write(rows)));
    }

    const changes = Array.from({ length: imported }, (_, i) => change(10_000 + i));
    const before = book.records.count({ type: 'petition' });
    // By turns again, a thousand records each: what else the machine does meets both.
    const importing = { ms: 0, processorMs: 0, bareMs: 0 };
    for (let at = 0; at < changes.length; at += 1000) {
      const batch = changes.slice(at, at + 1000);
      importing.ms += timed(() => {
        importing.processorMs += processorTime(() => book.records.save(batch));
      });
      const last = book.db.prepare<[], number>('SELECT max(n) FROM record').pluck().get() ?? 0;
      const rows = batch.map((_, i) => bare.rowsOf(last - batch.length + 1 + i));
      importing.bareMs += timed(() => bare.writeAll(rows));
    }
    if (book.records.count({ type: 'petition' }) !== before + imported) throw new Error('records are missing after the import');
    if (book.audit.verify().brokenAt !== null) throw new Error('the audit chain broke');

    while (book.records.count({ type: 'petition' }) < 20_000) book.records.save(Array.from({ length: 1000 }, (_, i) => change(30_000 + i)));
    const lists = Object.fromEntries(
      Object.entries({
        first: () => book.records.list({ type: 'petition' }),
        scrolled: () => book.records.list({ type: 'petition', offset: 12_000 }),
        byText: () => book.records.list({ type: 'petition', sort: [{ field: 'summary', direction: 'asc' }] }),
        byState: () => book.records.list({ type: 'petition', filters: [{ field: 'state', op: 'eq', value: 'MOI' }] }),
        contains: () => book.records.list({ type: 'petition', filters: [{ field: 'summary', op: 'contains', value: 'dat dai' }] }),
        words: () => book.records.list({ type: 'petition', text: 'dat dai quan' }),
      }).map(([name, work]) => [name, round(timed(work))]),
    );

    return {
      name: 'store',
      ratios: {
        saveToBare: round(percentile(ours, 0.5) / percentile(theirs, 0.5)),
        saveToBareP95: round(percentile(ours, 0.95) / percentile(theirs, 0.95)),
        importToBare: round(importing.ms / importing.bareMs),
      },
      details: {
        saveMs: round(percentile(ours, 0.5)),
        bareMs: round(percentile(theirs, 0.5)),
        importPerSecond: Math.round((imported / importing.ms) * 1000),
        importPerProcessorSecond: Math.round((imported / importing.processorMs) * 1000),
        bareImportPerSecond: Math.round((imported / importing.bareMs) * 1000),
        imported,
        listOf20000Ms: lists,
      },
    };
  } finally {
    scratch.remove();
  }
}

function petition(i: number, prose: (words: number) => string, accused: string): RecordChange {
  const day = `${2015 + (i % 11)}-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`;
  return {
    type: 'petition',
    values: {
      number: i + 1,
      receivedOn: day,
      kind: 'TC',
      source: 'TRUC_TIEP',
      secrecy: 'THUONG',
      forwardedBy: prose(6),
      accusedText: prose(8),
      accusedOrganisations: [accused],
      summary: prose(20),
      items: [{ id: '01900000-0000-7000-8000-000000000001', summary: prose(60) }],
      pageCount: i % 30,
      handler: 'Nguyễn Thị Thử',
      dueOn: day,
      state: i % 3 === 0 ? 'MOI' : 'DANG_GIAI_QUYET',
      classificationReason: prose(30),
    },
  };
}

type Cell = string | number | bigint | Buffer | null;

/** Inserts the rows of a saved record into a bare database of the same schema and key, with prepared statements, in one transaction. */
function bareWriter(db: Database.Database, source: Database.Database) {
  const key: Record<(typeof tables)[number], string> = {
    record: 'n = ?',
    petition: 'n = ?',
    search_doc: 'n = ?',
    record_ref: 'from_n = ?',
    audit: 'record_id = (SELECT id FROM record WHERE n = ?)',
    outbox: 'record_id = (SELECT id FROM record WHERE n = ?)',
  };
  const readers = tables.map((table) => source.prepare<[number], Cell[]>(`SELECT * FROM ${table} WHERE ${key[table]}`).raw());
  const writers = tables.map((table) =>
    db.prepare(
      `INSERT INTO ${table} VALUES (${db
        .prepare(`SELECT * FROM ${table}`)
        .columns()
        .map(() => '?')
        .join(', ')})`,
    ),
  );
  const text = source
    .prepare<[number], [string, string]>('SELECT summary, accused_text || classification_reason || items FROM petition WHERE n = ?')
    .raw();
  const search = db.prepare('INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)');
  const state = db.prepare(
    "INSERT INTO sync_state (key, value) VALUES ('local', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  );
  const insert = ({ n, cells, title, body }: Rows): void => {
    cells.forEach((rows, i) => rows.forEach((row) => writers[i]?.run(...row)));
    search.run(n, title, body);
    state.run(`{"seq":${n},"hlc":{"ms":1700000000000,"counter":0}}`);
  };
  interface Rows {
    readonly n: number;
    readonly cells: readonly (readonly Cell[][])[];
    readonly title: string;
    readonly body: string;
  }
  return {
    rowsOf: (n: number): Rows => {
      const [title, body] = text.get(n) ?? ['', ''];
      return { n, cells: readers.map((reader) => reader.all(n)), title, body };
    },
    write: db.transaction(insert).immediate,
    writeAll: db.transaction((all: readonly Rows[]) => all.forEach(insert)).immediate,
  };
}

await runAsProgram(import.meta.url, run);
