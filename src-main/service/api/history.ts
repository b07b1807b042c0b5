import type { HistoryEntry } from '#shared/contract/window/records';
import { recordType } from '#shared/records/registry';
import type { Book } from '../book/book';
import { authorsOf } from '../review/authors';
import { type AuditEntry, madeBy } from '../store/audit-log';

/** What happened to a record, newest first: who, when, on which workstation, and each field from what to what. Sealed text is not in it. */
export function historyOf(
  book: Book,
  id: string,
  userName: (id: string) => string | undefined,
): { entries: HistoryEntry[]; titles: Record<string, string> } {
  const author = authorsOf(book, userName);
  const own = book.outbox.identity().incarnation;
  const titles: Record<string, string> = {};
  const see = (value: unknown): void => {
    for (const one of [value].flat(2))
      if (typeof one === 'string' && !(one in titles)) {
        const title = book.records.titleOf(one);
        if (title !== undefined) titles[one] = title;
      } else if (typeof one === 'object' && one !== null) see(Object.values(one));
  };
  const entries = book.records.history(id).map((entry): HistoryEntry => {
    const [, incarnation = own] = (entry.changes[madeBy] as [null, string] | undefined) ?? [];
    const { name, device, here } = author(entry.actor, incarnation);
    const changes = changesOf(entry);
    for (const { field, from, to } of changes) {
      const kind = entry.type === null ? undefined : recordType(entry.type).fields[field]?.kind;
      if (kind === 'ref' || kind === 'refs' || kind === 'list') see([from, to]);
    }
    return { at: entry.at, actor: name || entry.actor, action: entry.action, reason: entry.reason, device, here, changes };
  });
  return { entries, titles };
}

/** A part that another version of the program knows and this one does not is left out. */
const changesOf = ({ type, changes }: AuditEntry): HistoryEntry['changes'] =>
  Object.entries(changes)
    .filter(([field]) => type !== null && Object.hasOwn(recordType(type).fields, field))
    .map(([field, [from, to]]) => ({ field, from, to }));
