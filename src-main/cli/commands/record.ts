import { requireOpen } from '#service/access/confirmed';
import { AppError } from '#shared/errors/app-error';
import { readTyped } from '#shared/records/typed-value';
import { isRecordTypeName, recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { mayShow } from '#service/access/guard-search';
import { viewOf } from '#service/api/record-view';
import type { Book } from '#service/book/book';
import { openCase } from '#service/work/open-case';
import type { CliArguments } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';

/** `kts record list|show|create|update TYPE [ID] [--set field=value]... [--text TEXT] [--limit N]`. */
export const record = (args: CliArguments): Promise<CommandResult> => {
  const [action, type = '', id] = args.words;
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
  requireOpen(book, { type, id, values });
  const saved =
    type === 'case' && id === undefined ? openCase(book, { values }).record : book.records.save([{ type, id, values }], { typed: true })[0];
  if (saved === undefined) throw new Error('a save of one change gives one record');
  return { lines: [`${saved.id}  ${book.records.titleOf(saved.id) ?? ''}`], json: { id: saved.id, type, revision: saved.revision } };
}
