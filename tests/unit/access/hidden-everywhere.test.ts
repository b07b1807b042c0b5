/**
 * What a person may not see is in no answer of the window's contract: every procedure that shows something is asked by a clerk without
 * clearance, before and after papers that are hidden from them come into the book. The answers are the same, and hold none of the words
 * or ids of what is hidden. A procedure without an entry here fails the test.
 */
import { createRouterClient } from '@orpc/server';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windowRouter } from '#service/api/index';
import { procedures } from '#service/access/ways-out';
import type { Book } from '#service/book/book';
import { assemble } from '#service/office/assemble';
import type { Office } from '#service/office/office';
import { testBook, tempDir } from '../../support/book';
import { type Placed, placePapers, today } from '../../support/hidden-papers';

const marker = 'zqxkhongthay';
const span = { from: '2026-01-01', to: '2026-12-31' };

type Case = readonly [input: unknown, how?: 'figures' | 'words'] | { readonly skip: string };
const skip = (why: string): Case => ({ skip: why });
const acts = skip('changes something; what it names is asked for by id, and refused below');

/** figures: the committee's own figures count everything, but name nothing of it. words: what it says depends on time or order. */
const asked = (seen: Placed): Readonly<Record<string, Case>> => ({
  'records.list': [{ type: 'petition' }],
  'records.counts': [
    {
      queries: (['petition', 'case', 'duty', 'task', 'archiveFile', 'page', 'incomingDocument', 'outgoingDocument', 'note'] as const).map(
        (type) => ({ type }),
      ),
    },
  ],
  'records.get': [{ type: 'case', id: seen.case }],
  'records.history': [{ id: seen.case }],
  'records.lookup': [{ types: ['case', 'petition', 'archiveFile', 'task'], text: 'zqx' }],
  // The next number counts what is hidden, or a number would be given twice; it is a number alone.
  'records.nextNumber': [{ type: 'petition', field: 'number', day: today }, 'figures'],
  'records.save': acts,
  'records.saveAll': acts,
  'records.remove': acts,
  'records.restore': acts,
  'records.unseal': acts,
  'lists.filters': [undefined],
  'lists.saveFilter': acts,
  'lists.ids': [{ type: 'petition' }],
  'lists.preview': [{ type: 'petition', ids: [seen.petition], act: { kind: 'set', field: 'handler', value: 'x' } }],
  'lists.apply': acts,
  'undo.steps': [undefined, 'words'],
  'undo.take': acts,
  'work.overview': [{ today }],
  'work.openCase': acts,
  'work.nextStep': acts,
  'archive.tree': [undefined],
  'archive.fileProgress': [{ fileIds: [seen.file] }],
  'archive.pagesOfDocument': [{ documentId: seen.document }],
  'archive.pagesOfFile': [{ fileId: seen.file }],
  'archive.page': [{ pageId: seen.page }],
  'archive.extraction': [{ documentId: seen.document }, 'words'],
  'archive.documentStarts': [{ documentId: seen.document }],
  'archive.watch': [undefined],
  'archive.pageChanges': [undefined],
  'archive.secrecyAlarms': [undefined],
  'archive.readFirst': acts,
  'archive.readAgain': acts,
  'petitions.duplicates': [{ summary: `${marker} đất đai`, items: [`${marker} lấn chiếm`], members: [seen.member] }, 'words'],
  'petitions.awaiting': [{ today }],
  'cases.dossier': [{ id: seen.case }],
  'cases.retention': [{ id: seen.case, today }],
  'cases.file': acts,
  'followUp.board': [{ today }],
  'followUp.digest': [{ today }],
  'followUp.notDone': [{ today }],
  'tasks.agenda': [span],
  'tasks.hands': [{ today }],
  'rules.packs': [{ today }],
  'rules.pack': [{ packId: '2026.1' }],
  'rules.preview': skip('asked below with a pack'),
  'rules.readFile': skip('reads a file of rules'),
  'rules.calendar': [{ year: 2026 }],
  'registers.gaps': [{ type: 'petition' }, 'figures'],
  'statistics.packs': [undefined],
  'statistics.form': [{ form: 'B05', ...span, today }, 'figures'],
  'statistics.cell': [{ form: 'B05', ...span, row: 0, column: 0 }, 'figures'],
  'statistics.check': [{ form: 'B05', ...span, check: 0 }, 'figures'],
  'statistics.narrative': [span, 'figures'],
  'statistics.definition': [{ form: 'B05' }],
  'papers.templates': [undefined],
  'out.plan': [{ target: { fileIds: [seen.file] } }],
  'out.expired': [{ today }],
  'out.sheets': [{ kind: 'expired', target: {} }, 'words'],
  'out.check': skip('reads packages of others'),
  'sheetImport.recent': [undefined],
  'verification.boxes': [undefined],
  'verification.next': [{ scope: {}, count: 5 }, 'words'],
  'verification.nextOfRound': skip('asked by the id of a round, whose documents pass the same list'),
  'verification.sheet': [{ documentId: seen.document }, 'words'],
  'verification.suggest': [{ field: 'issuer', text: 'zqx' }],
  'verification.pace': [undefined],
  'quality.settings': [undefined],
  'quality.rounds': [undefined],
  'quality.errors': [{}],
  'quality.report': [undefined],
  'quality.table': [undefined],
  'bulk.variants': [{ field: 'issuer' }],
  'bulk.preview': [{ kind: 'replace', field: 'issuer', find: 'zqx', replace: 'x', scope: {} }],
  'bulk.acts': [{}],
  'finding.facets': [{}, 'words'],
  'finding.documents': [{ facets: {} }],
  'finding.papersOf': [{ type: 'partyMember', id: seen.member }],
  'finding.similar': [{ documentId: seen.document }, 'words'],
  'finding.timeline': [{ fileId: seen.file }],
  'search.query': [{ text: 'đất đai' }, 'words'],
  'sync.refused': [undefined],
  'sync.conflicts': [undefined],
  'sync.settled': [undefined],
  'sync.numberClashes': [undefined],
  'sync.pageLine': skip('where an image is on its way, asked by its hash'),
  'sync.pageFirst': acts,
  'sync.fetchPages': acts,
  'security.audit': [{}, 'words'],
  'security.approvals': [undefined],
  'security.keepOnMachine': acts,
  'security.ask': acts,
  'security.decide': acts,
  'security.approveHere': acts,
  'security.leave': acts,
  'retention.overview': [{ year: 2026, today }],
  'retention.plan': skip('asked by the id of a disposal, a record like any other'),
  'retention.proof': skip('asked by the id of a disposal, a record like any other'),
  'retention.personal': [{ id: seen.petition }],
});

let book: Book;
let seen: Placed;
let hidden: Placed[];
const before = new Map<string, unknown>();
const after = new Map<string, unknown>();
let close: () => Promise<void>;
let call: (path: string, input: unknown) => Promise<unknown>;

/** Times, numbers of rounds and the like, which differ from call to call. */
const steady = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null, (key, inner: unknown) => (['milliseconds', 'ready', 'disk'].includes(key) ? undefined : inner)));

async function answer(path: string, input: unknown): Promise<unknown> {
  try {
    return steady(await call(path, input));
  } catch (error) {
    return { failed: (error as { data?: { code?: string } }).data?.code ?? String(error) };
  }
}

beforeAll(async () => {
  const dir = tempDir();
  writeFileSync(join(dir, 'vault.json'), JSON.stringify({ version: 1, users: [] }));
  book = testBook(dir);
  const [cell] = book.records.save([{ type: 'organisation', values: { name: 'Chi bộ 1', kind: 'CHI_BO_TRUC_THUOC', state: 'HOAT_DONG' } }]);
  book.records.save([
    { type: 'partyMember', values: { fullName: 'Nguyễn Văn An', kind: 'CHINH_THUC', cell: cell?.id, state: 'DANG_SINH_HOAT' } },
  ]);
  seen = placePapers(book, 'thayduoc', 'THUONG', 1);
  book.access.accounts.set({ userId: book.user.id, role: 'member', clearance: 'THUONG' });
  book.access.changed();
  const parts = assemble(book, () => Promise.reject(new Error('nothing is read here')), { reading: false, line: false });
  close = () => parts.close();
  const office = { userName: () => undefined } as unknown as Office;
  const client = createRouterClient(windowRouter, { context: { office, book: () => parts } }) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  call = (path, input) => {
    const [area = '', name = ''] = path.split('.');
    return (client[area]?.[name] ?? (() => Promise.reject(new Error(`no ${path}`))))(input);
  };
  const all = Object.entries(asked(seen));
  for (const [path, entry] of all) if (Array.isArray(entry)) before.set(path, await answer(path, entry[0]));
  const reserved = placePapers(book, `${marker}b`, 'THUONG', 3);
  hidden = [placePapers(book, `${marker}a`, 'MAT', 2), reserved];
  // Reserved to somebody else: each of what stands by itself.
  for (const id of reserved.ids) {
    const type = book.records.typeOf(id);
    if (type && ['petition', 'case', 'incomingDocument', 'outgoingDocument', 'archiveFile'].includes(type))
      book.records.save([{ type: 'accessRule', values: { about: id, kind: 'HAN_CHE', members: [], basis: `${marker} căn cứ` } }]);
  }
  book.access.changed();
  for (const [path, entry] of all) if (Array.isArray(entry)) after.set(path, await answer(path, entry[0]));
}, 60_000);

afterAll(() => close());

describe('what is hidden from a person', () => {
  it('has an entry here for every procedure that shows something', () => {
    const showing = Object.entries(procedures).flatMap(([path, { out, needs }]) =>
      out === 'window' && (needs === 'read' || needs === 'audit') ? [path] : [],
    );
    const known = asked(seen);
    expect(
      showing.filter((path) => !(path in known)),
      'say how these are asked, or why not',
    ).toEqual([]);
  });

  it('is in no answer, by word or by id', () => {
    const told = [...after].flatMap(([path, value]) => {
      const text = JSON.stringify(value).toLowerCase();
      const ids = hidden.flatMap((one) => one.ids).filter((id) => text.includes(id));
      return text.includes(marker) || ids.length > 0 ? [path] : [];
    });
    expect(told).toEqual([]);
  });

  it('does not even change a number', () => {
    const known = asked(seen);
    const counted = [...after].filter(([path]) => {
      const entry = known[path];
      return Array.isArray(entry) && entry[1] === undefined;
    });
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(counted.map(([path]) => [path, before.get(path)])));
  });

  it('is refused by id, whatever asks', async () => {
    const [secret] = hidden;
    if (!secret) throw new Error('nothing is hidden');
    const byId: Readonly<Record<string, unknown>> = {
      'records.get': { type: 'case', id: secret.case },
      'records.remove': { type: 'case', id: secret.case, reason: 'x' },
      'records.unseal': { type: 'petition', id: secret.petition, reason: 'x' },
      'records.save': { type: 'case', id: secret.case, values: { name: 'x' } },
      'cases.dossier': { id: secret.case },
      'cases.retention': { id: secret.case, today },
      'archive.page': { pageId: secret.page },
      'archive.extraction': { documentId: secret.document },
      'archive.correct': { pageId: secret.page, text: 'x', expectedRevision: 1 },
      'archive.documentStarts': { documentId: secret.document },
      'verification.sheet': { documentId: secret.document },
      'finding.similar': { documentId: secret.document },
      'finding.timeline': { fileId: secret.file },
      'security.ask': { action: 'unseal', recordId: secret.petition, reason: 'x' },
      'retention.personal': { id: secret.petition },
      'tasks.propose': { caseId: secret.case, today },
      'papers.make': { caseId: secret.case, template: 'ke-hoach', today, file: join(tempDir(), 'x.docx') },
      'out.plan': { target: { fileIds: [secret.file] } },
      'security.leave': { way: 'print', ids: [secret.case], what: 'x' },
    };
    const answers: Record<string, unknown> = {};
    for (const [path, input] of Object.entries(byId)) answers[path] = await answer(path, input);
    for (const [path, value] of Object.entries(answers)) {
      const text = JSON.stringify(value);
      expect(text.includes(marker), `${path} ${text.slice(0, 200)}`).toBe(false);
      expect(value, path).toHaveProperty('failed');
    }
    // Lists of what belongs to it are empty.
    expect(await answer('records.history', { id: secret.case })).toMatchObject({ entries: [] });
    expect(await answer('archive.pagesOfFile', { fileId: secret.file })).toEqual({ pages: [] });
  });
});
