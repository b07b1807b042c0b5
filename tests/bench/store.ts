/**
 * `npm run bench -- store`: what a save costs beside the bare encrypted transaction with the same rows, how fast an import is, and
 * how long lists of 20,000 records take. Two kinds of import: lines of an inventory of documents, which is what committees import, and
 * petitions with four times the text. Correctness is checked outside of the timed parts.
 */
import type Database from 'better-sqlite3';
import type { RecordChange } from '#service/store/record-store';
import { pairsOf } from '#service/search/pairs';
import { foldWords } from '#shared/text/fold';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { type BenchResult, option, percentile, processorTime, round, runAsProgram, timed } from './bench-result';
import { proseFrom, randomFrom, type Scratch, scratchBook } from './scratch-book';

/** Its table, and its text as search sees it. */
interface Kind {
  readonly type: RecordTypeName;
  readonly table: string;
  readonly text: string;
}
const petitions: Kind = { type: 'petition', table: 'petition', text: 'summary, accused_text || classification_reason || items' };
const inventory: Kind = { type: 'archiveDocument', table: 'archive_document', text: "symbol || ' ' || subject, issuer || signer" };

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
    const bare = bareWriter(scratch.bare(), book.db, petitions);
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

    const line = (i: number): RecordChange => inventoryLine(i, prose);
    // Warms up.
    importOf(scratch, inventory, 2000, line);
    importOf(scratch, petitions, 2000, change);
    const lines = importOf(scratch, inventory, imported, line);
    const heavy = importOf(scratch, petitions, imported, change);
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
        importToBare: round(lines.ms / lines.bareMs),
        petitionImportToBare: round(heavy.ms / heavy.bareMs),
        // Other work on the machine is not in it.
        importToBareProcessor: round(lines.processorMs / lines.bareProcessorMs),
        petitionImportToBareProcessor: round(heavy.processorMs / heavy.bareProcessorMs),
      },
      details: {
        saveMs: round(percentile(ours, 0.5)),
        bareMs: round(percentile(theirs, 0.5)),
        importPerSecond: perSecond(imported, lines.ms),
        importPerProcessorSecond: perSecond(imported, lines.processorMs),
        bareImportPerSecond: perSecond(imported, lines.bareMs),
        bareImportPerProcessorSecond: perSecond(imported, lines.bareProcessorMs),
        petitionImportPerSecond: perSecond(imported, heavy.ms),
        petitionBareImportPerSecond: perSecond(imported, heavy.bareMs),
        imported,
        listOf20000Ms: lists,
      },
    };
  } finally {
    scratch.remove();
  }
}

const perSecond = (count: number, ms: number): number => Math.round((count / ms) * 1000);

/** Imports so many records, a thousand to a transaction, and inserts the same rows bare, by turns: what else the machine does meets both. */
function importOf(scratch: Scratch, kind: Kind, count: number, change: (i: number) => RecordChange) {
  const { book } = scratch;
  const bare = bareWriter(scratch.bare(), book.db, kind);
  const before = book.records.count({ type: kind.type });
  const spent = { ms: 0, processorMs: 0, bareMs: 0, bareProcessorMs: 0 };
  for (let at = 0; at < count; at += 1000) {
    const batch = Array.from({ length: Math.min(1000, count - at) }, (_, i) => change(before + at + i));
    spent.ms += timed(() => {
      spent.processorMs += processorTime(() => book.records.save(batch));
    });
    const last = book.db.prepare<[], number>('SELECT max(n) FROM record').pluck().get() ?? 0;
    const rows = batch.map((_, i) => bare.rowsOf(last - batch.length + 1 + i));
    spent.bareMs += timed(() => {
      spent.bareProcessorMs += processorTime(() => bare.writeAll(rows));
    });
  }
  if (book.records.count({ type: kind.type }) !== before + count) throw new Error('records are missing after the import');
  return spent;
}

/** A line of an inventory of documents, as committees have them in sheets: 15 columns, 16 words of subject. */
function inventoryLine(i: number, prose: (words: number) => string): RecordChange {
  const number = (i % 400) + 1;
  return {
    type: 'archiveDocument',
    values: {
      order: i + 1,
      type: 'BC',
      number: String(number),
      symbol: `${number}-BC/UBKT`,
      issuedOn: `${2000 + (i % 25)}-0${1 + (i % 9)}-1${i % 10}`,
      issuer: 'Ủy ban Kiểm tra Đảng ủy xã Thử',
      subject: prose(16),
      signer: 'Nguyễn Văn Thử',
      secrecy: 'THUONG',
      verification: 'CHO_XEM',
      fromPage: (i % 200) + 1,
      pageCount: (i % 9) + 1,
      retention: '01',
      copyKind: 'BAN_GOC',
      language: '01',
    },
  };
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
function bareWriter(db: Database.Database, source: Database.Database, kind: Kind) {
  // In the order of a save.
  const key = {
    record: 'n = ?',
    [kind.table]: 'n = ?',
    search_doc: 'n = ?',
    named_in: 'n = ?',
    record_ref: 'from_n = ?',
    audit: 'record_id = (SELECT id FROM record WHERE n = ?)',
    outbox: 'record_id = (SELECT id FROM record WHERE n = ?)',
  };
  const readers = Object.entries(key).map(([table, where]) =>
    source.prepare<[number], Cell[]>(`SELECT * FROM ${table} WHERE ${where}`).raw(),
  );
  const writers = Object.keys(key).map((table) =>
    db.prepare(
      `INSERT INTO ${table} VALUES (${db
        .prepare(`SELECT * FROM ${table}`)
        .columns()
        .map(() => '?')
        .join(', ')})`,
    ),
  );
  const text = source.prepare<[number], [string, string]>(`SELECT ${kind.text} FROM ${kind.table} WHERE n = ?`).raw();
  const search = db.prepare('INSERT INTO search (rowid, title, body, pairs) VALUES (?, ?, ?, ?)');
  const searchTitle = db.prepare('INSERT INTO search_title (rowid, title) VALUES (?, ?)');
  const state = db.prepare(
    "INSERT INTO sync_state (key, value) VALUES ('local', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  );
  const insert = ({ n, cells, title, body, pairs }: Rows): void => {
    cells.forEach((rows, i) => rows.forEach((row) => writers[i]?.run(...row)));
    search.run(n, title, body, pairs);
    if (title !== '') searchTitle.run(n, title);
    state.run(`{"seq":${n},"hlc":{"ms":1700000000000,"counter":0}}`);
  };
  interface Rows {
    readonly n: number;
    readonly cells: readonly (readonly Cell[][])[];
    readonly title: string;
    readonly body: string;
    readonly pairs: string;
  }
  return {
    rowsOf: (n: number): Rows => {
      const [title = '', body = ''] = text.get(n)?.map(foldWords) ?? [];
      return { n, cells: readers.map((reader) => reader.all(n)), title, body, pairs: pairsOf(`${title} ${body}`.split(' ')) };
    },
    write: db.transaction(insert).immediate,
    writeAll: db.transaction((all: readonly Rows[]) => all.forEach(insert)).immediate,
  };
}

await runAsProgram(import.meta.url, run);
