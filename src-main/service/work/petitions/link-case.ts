import type { Book } from '../../book/book';
import type { RecordChange } from '../../store/record-store';
import { uuid7 } from '../../store/uuid7';

const idsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);
const idOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/**
 * A petition names the case in which it is handled, and the case its petitions: whichever of the two somebody writes, the other one follows,
 * so that the dossier has the petition and the petition knows its case. Gives the changes with what follows from them; a new petition that
 * names a case gets its id here.
 */
export function withCaseLinks(book: Book, changes: readonly RecordChange[]): RecordChange[] {
  const whole = changes.map(
    (change): RecordChange =>
      change.type === 'petition' && change.id === undefined && idOf(change.values['case']) ? { ...change, id: uuid7() } : change,
  );
  /** Petitions of cases that follow, by case. */
  const petitions = new Map<string, Set<string>>();
  const petitionsOf = (id: string): Set<string> | undefined => {
    const there = petitions.get(id);
    const found = there ? undefined : book.records.get('case', id);
    if (!there && !found) return undefined;
    const now = there ?? new Set(idsOf(found?.values.petitions));
    petitions.set(id, now);
    return now;
  };
  const more: RecordChange[] = [];
  for (const { type, id, values } of whole) {
    if (id === undefined) continue;
    if (type === 'petition' && 'case' in values) {
      const before = idOf(book.records.get('petition', id)?.values.case);
      const now = idOf(values['case']);
      if (before === now) continue;
      if (before) petitionsOf(before)?.delete(id);
      if (now) petitionsOf(now)?.add(id);
    } else if (type === 'case' && 'petitions' in values) {
      const before = new Set(idsOf(book.records.get('case', id)?.values.petitions));
      const now = new Set(idsOf(values['petitions']));
      const caseOf = (petition: string) => idOf(book.records.get('petition', petition)?.values.case);
      for (const petition of now)
        if (!before.has(petition) && book.records.get('petition', petition) && caseOf(petition) === undefined)
          more.push({ type: 'petition', id: petition, values: { case: id } });
      for (const petition of before)
        if (!now.has(petition) && caseOf(petition) === id) more.push({ type: 'petition', id: petition, values: { case: null } });
    }
  }
  const written = new Set(whole.flatMap(({ type, id }) => (type === 'case' && id !== undefined ? [id] : [])));
  for (const [id, names] of petitions) if (!written.has(id)) more.push({ type: 'case', id, values: { petitions: [...names] } });
  return [...whole, ...more];
}
