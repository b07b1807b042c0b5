import type { MemberValues } from '#shared/statistics/facts/world';
import type { Book } from '../../book/book';

type Row = readonly [id: string, ...rest: (string | null)[]];

/** What statistics need of party members, by id: all of them in one query at the first question, for facts name most of them. */
export function readMembers(book: Book): (id: string) => MemberValues | undefined {
  const rows = new Map(
    book.db
      .prepare<[], Row>('SELECT record.id, cell, cell_history, managed_by, committee_member_of FROM party_member JOIN record USING (n)')
      .raw()
      .all()
      .map((row) => [row[0], row]),
  );
  const members = new Map<string, MemberValues>();
  return (id) => {
    const before = members.get(id);
    if (before) return before;
    const row = rows.get(id);
    if (row === undefined) return undefined;
    const [, cell = null, cellHistory = null, managedBy = null, committeeMemberOf = null] = row;
    const member: MemberValues = {
      cell,
      managedBy,
      cellHistory: parsed<MemberValues['cellHistory']>(cellHistory),
      committeeMemberOf: parsed<MemberValues['committeeMemberOf']>(committeeMemberOf),
    };
    members.set(id, member);
    return member;
  };
}

const parsed = <T>(json: string | null): T | null => (json === null ? null : (JSON.parse(json) as T));
