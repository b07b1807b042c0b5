import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { requireOpen } from '#service/access/confirmed';
import { AppError } from '#shared/errors/app-error';
import { readTyped } from '#shared/records/typed-value';
import { isRecordTypeName, recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { mayShow } from '#service/access/guard-search';
import { viewOf } from '#service/api/record-view';
import type { Book } from '#service/book/book';
import { openCase } from '#service/work/open-case';
import { saveTyped } from '#service/work/save-typed';
import type { CliArguments } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';

/** `kts record list|show|create|update TYPE [ID] [--set field=value]... [--text TEXT] [--limit N]`, `kts record load FILE.json`. */
export const record = (args: CliArguments): Promise<CommandResult> => {
  const [action, type = '', id] = args.words;
  if (action === 'load') return loadRecords(args, type);
  if (!isRecordTypeName(type)) throw new AppError('usage', { problem: `record ${action ?? ''} TYPE` });
  return withBook(args, ({ book }) => {
    switch (action) {
      case 'list':
        return listRecords(book, type, args);
      case 'show':
        return showRecord(book, type, id);
      case 'create':
        return saveRecord(book, type, undefined, args);
      case 'update':
        return saveRecord(book, type, id ?? missingId(), args);
      default:
        throw new AppError('usage', { problem: 'record list|show|create|update' });
    }
  });
};

const listSchema = z.array(
  z.object({
    type: z.custom<RecordTypeName>((name) => isRecordTypeName(String(name))),
    id: z.string().optional(),
    values: z.record(z.string(), z.unknown()),
  }),
);

/** A list of records as JSON (`[{ type, id?, values }]`), all of them or none; exactly as they stand, nothing is filled in. */
async function loadRecords(args: CliArguments, path: string): Promise<CommandResult> {
  const parsed = await readFile(path, 'utf8')
    .then((text) => listSchema.safeParse(JSON.parse(text)))
    .catch(() => undefined);
  if (parsed?.success !== true) throw new AppError('usage', { problem: 'record load FILE.json' });
  return withBook(args, ({ book }) => {
    const saved = book.transact(() => {
      parsed.data.forEach((change) => requireOpen(book, change));
      return book.records.save(parsed.data, { typed: true });
    });
    return { lines: [`${saved.length}`], json: { saved: saved.length, ids: saved.map(({ id }) => id) } };
  });
}

const missingId = (): never => {
  throw new AppError('usage', { problem: 'ID' });
};

function listRecords(book: Book, type: RecordTypeName, args: CliArguments): CommandResult {
  const { rows: all, total } = book.records.list({ type, text: args.option('text'), limit: Number(args.option('limit') ?? 50) });
  // A terminal keeps what it shows.
  const rows = all.filter((row) => mayShow(book, 'terminal', row.id));
  return {
    lines: [`${total} ${recordType(type).register.vi}`, ...rows.map((row) => `${row.id}  ${row.title}`)],
    json: { total, rows: rows.map(viewOf) },
  };
}

function showRecord(book: Book, type: RecordTypeName, id: string | undefined): CommandResult {
  const found = book.records.get(type, id ?? missingId());
  if (found === undefined) throw new AppError('record.notFound');
  if (!mayShow(book, 'terminal', found.id)) throw new AppError('access.secrecy', { level: String(found.values['secrecy'] ?? '') });
  const { fields } = recordType(type);
  const lines = Object.entries(fields).flatMap(([name, field]) => {
    if (found.sealed.includes(name)) return [`${field.label.vi}: [đã niêm phong]`];
    const value = found.values[name];
    return value === undefined || value === null
      ? []
      : [`${field.label.vi}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`];
  });
  return { lines: [found.title, ...lines], json: viewOf(found) };
}

function saveRecord(book: Book, type: RecordTypeName, id: string | undefined, args: CliArguments): CommandResult {
  const values: Record<string, unknown> = {};
  const { fields } = recordType(type);
  for (const pair of args.set) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    const field = fields[name];
    if (at < 1 || field === undefined) throw new AppError('usage', { problem: `--set ${at < 1 ? pair : name}` });
    values[name] = readTyped(field, pair.slice(at + 1));
  }
  if (id !== undefined && book.records.get(type, id) === undefined) throw new AppError('record.notFound');
  const saved = type === 'case' && id === undefined ? openCase(book, { values }).record : saveTyped(book, [{ type, id, values }])[0];
  if (saved === undefined) throw new Error('a save of one change gives one record');
  return { lines: [`${saved.id}  ${book.records.titleOf(saved.id) ?? ''}`], json: { id: saved.id, type, revision: saved.revision } };
}
