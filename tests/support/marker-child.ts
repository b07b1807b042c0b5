/** Puts marker words wherever a book takes something in, says 'ready' and waits to be killed: DIR PLACE WORDS. */
import { hashOf, openPageFiles } from '#service/archive/page-files';
import { makeBackup } from '#service/backup/make-backup';
import { createBook } from '#service/book/create-book';
import { checkValues } from '#shared/records/check';
import type { Field } from '#shared/records/field';
import { recordType } from '#shared/records/registry';
import { recordTypeNames } from '#shared/records/record-type-name';
import { setup } from './setup';

const [dir = '', place = '', ...words] = process.argv.slice(2);
const [one = '', two = '', page = ''] = words;
const text = `${one} nội dung ${two}`;
const book = await createBook(dir, setup, { ballastBytes: 0 });

/** Every kind of text that a form takes. */
function valueFor(field: Field): unknown {
  switch (field.kind) {
    case 'text':
      return `${one} ${two}`.slice(0, field.max);
    case 'longText':
    case 'sealed':
      return text;
    case 'tags':
      return [one, two];
    default:
      return undefined;
  }
}
let saved = 0;
for (const type of recordTypeNames) {
  const definition = recordType(type);
  if (definition.author === 'hub') continue;
  const values = Object.fromEntries(
    Object.entries(definition.fields).flatMap(([name, field]) => {
      const value = valueFor(field);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  // Only what the checks let through: some texts have a form of their own.
  const wrong = new Set(checkValues(definition, values, { whole: false, typed: false }).map(({ field }) => field));
  const given = Object.fromEntries(Object.entries(values).filter(([name]) => !wrong.has(name)));
  const missing = checkValues(definition, given, { whole: true, typed: false });
  if (missing.length > 0) continue;
  book.records.save([{ type, values: given }], { reason: text });
  saved += 1;
}
const petition = { number: 1, kind: 'TC', source: 'TRUC_TIEP', secrecy: 'THUONG', state: 'MOI', receivedOn: '2026-03-02' };
const [made] = book.records.save([{ type: 'petition', values: { ...petition, summary: text, senderName: text, senderAddress: text } }]);
book.records.save([{ type: 'task', values: { name: text, state: 'CHUA_LAM', remark: text } }]);
const [fonds] = book.records.save([{ type: 'archiveFonds', values: { code: 'P1', name: text } }]);
if (!made || !fonds) throw new Error('nothing was saved');
book.search.search({ text: one });
book.records.unseal('petition', made.id, ['senderName'], text);
book.records.remove('petition', made.id, text);
book.settings.set('note', text);
const image = Buffer.from(`${page} ${text}`.repeat(200));
const files = openPageFiles(dir, book.keys.pages);
await files.writePage(hashOf(image), image);
await files.writePictures(hashOf(image), { thumbnail: image, view: image });
await makeBackup(book, place);
process.stdout.write(`ready ${saved}\n`);
setInterval(() => book.db.open, 1000);
