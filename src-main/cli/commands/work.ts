import { mayShow } from '#service/access/guard-search';
import { requireLeave } from '#service/access/leave';
import type { Book } from '#service/book/book';
import { AppError } from '#shared/errors/app-error';
import type { FollowedDuty } from '#shared/contract/window/follow-up';
import { isDay } from '#shared/records/check';
import { dossierOf } from '#service/work/cases/dossier';
import { dutyBoard, notDone, weekDigest } from '#service/work/follow-up/board';
import { exportPack, importPack, packHeads } from '#service/work/rules/packs';
import { agenda } from '#service/work/tasks/agenda';
import { writeCalendar } from '#service/work/tasks/calendar-file';
import { type CliArguments, need } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';

/** A day of an option; today by the clock of this machine where it is left out. */
function dayOf(args: CliArguments, name: 'from' | 'to'): string {
  const now = new Date();
  const day =
    args.option(name) ?? `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
  if (!isDay(day)) throw new AppError('usage', { problem: `--${name} ${day}` });
  return day;
}

const line = ({ dueOn, name, who, state }: FollowedDuty): string => `${dueOn ?? '----------'}  ${name}  ${who}  ${state}`;

/** What the policy of secrecy lets a terminal show. */
const shown = <T extends { readonly id: string }>(book: Book, items: readonly T[]): T[] =>
  items.filter(({ id }) => mayShow(book, 'terminal', id));

/** `kts duties [board|digest|not-done] [--to DAY]`. */
export const duties = (args: CliArguments): Promise<CommandResult> =>
  withBook(args, ({ book }) => {
    const today = dayOf(args, 'to');
    const [view = 'board'] = args.words;
    if (view === 'board') {
      const board = dutyBoard(book, today, false);
      const json = { ...board, duties: shown(book, board.duties) };
      return { lines: json.duties.map(line), json };
    }
    if (view === 'digest') {
      const digest = weekDigest(book, today);
      const json = { ...digest, becameOverdue: shown(book, digest.becameOverdue), due: shown(book, digest.due) };
      return { lines: [...json.becameOverdue, ...json.due].map(line), json };
    }
    if (view !== 'not-done') throw new AppError('usage', { problem: 'duties board|digest|not-done' });
    const report = notDone(book, today);
    const json = { ...report, groups: report.groups.map((group) => ({ ...group, duties: shown(book, group.duties) })) };
    return { lines: json.groups.flatMap((group) => [group.organisation, ...group.duties.map((duty) => `  ${line(duty)}`)]), json };
  });

/** `kts agenda --from DAY --to DAY [--name PERSON] [--out FILE.ics]`. */
export const agendaCommand = (args: CliArguments): Promise<CommandResult> =>
  withBook(args, async ({ book }) => {
    const items = shown(book, agenda(book, { from: dayOf(args, 'from'), to: dayOf(args, 'to'), person: args.option('name') }));
    const out = args.option('out');
    if (out !== undefined) {
      const leaving = items.filter(({ id }) => mayShow(book, 'export', id));
      requireLeave(book, { way: 'export', ids: leaving.map(({ id }) => id), what: 'lịch công tác' });
      await writeCalendar(out, leaving, args.option('name') ?? book.committee.name);
    }
    return { lines: items.map(({ day, time, title, person }) => [day, time, title, person].filter(Boolean).join('  ')), json: { items } };
  });

/** `kts dossier CASE_ID`: the table of contents of a case's dossier. */
export const dossier = (args: CliArguments): Promise<CommandResult> =>
  withBook(args, ({ book }) => {
    const [id] = args.words;
    if (id === undefined) throw new AppError('usage', { problem: 'dossier CASE_ID' });
    const json = dossierOf(book, id);
    if (!mayShow(book, 'terminal', id))
      throw new AppError('access.secrecy', { level: String(book.records.get('case', id)?.values['secrecy'] ?? '') });
    return { lines: [json.title, ...json.entries.map(({ order, state, date, name }) => `${order}  ${state}  ${date}  ${name}`)], json };
  });

/** `kts pack list | export ID --out FILE | import --file FILE [--code KEY]`. */
export const pack = (args: CliArguments): Promise<CommandResult> =>
  withBook(args, async ({ book }) => {
    const [action = 'list', id] = args.words;
    if (action === 'list') {
      const packs = packHeads(book, dayOf(args, 'to'));
      return {
        lines: packs.map(({ packId, validFrom, origin, openCases }) => `${packId}  ${validFrom}  ${origin}  ${openCases}`),
        json: { packs },
      };
    }
    if (action === 'export' && id !== undefined) {
      const { key } = await exportPack(book, id, need(args, 'out'));
      return { lines: [key], json: { packId: id, key } };
    }
    if (action !== 'import') throw new AppError('usage', { problem: 'pack list|export ID|import' });
    const taken = await importPack(book, need(args, 'file'), args.option('code'));
    return { lines: [taken.packId], json: taken };
  });
