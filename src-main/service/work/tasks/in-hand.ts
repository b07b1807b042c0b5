import type { RecordTypeName } from '#shared/records/record-type-name';
import { addDays, weekdayOf } from '#shared/rules/day';
import type { Book } from '../../book/book';
import type { RecordChange } from '../../store/record-store';

/** Fields that name the person who has a record in hand. */
export const handFields: readonly (readonly [RecordTypeName, string])[] = [
  ['task', 'assignee'],
  ['petition', 'handler'],
  ['duty', 'watchedBy'],
  ['incomingDocument', 'handler'],
  ['case', 'leader'],
  ['case', 'monitor'],
  ['caseStep', 'responsible'],
  ['checklistItem', 'responsible'],
];
/** Told with their case. */
const parts: readonly (readonly [RecordTypeName, string])[] = handFields.filter(
  ([type, field]) => type === 'caseStep' || type === 'checklistItem' || field === 'monitor',
);
const most = 1000;

interface Hand {
  person: string;
  open: number;
  overdue: number;
  week: number;
  byType: Record<string, number>;
}

/** What each person has in hand, and how much nobody has. */
export function hands(book: Book, today: string): { hands: Hand[]; unassigned: number } {
  const found = new Map<string, Hand>();
  const sunday = addDays(today, (7 - weekdayOf(today)) % 7);
  let unassigned = 0;
  for (const [type, field] of handFields.filter((one) => !parts.includes(one))) {
    for (const row of open(book, type, today)) {
      const person = row.values[field];
      if (typeof person !== 'string') {
        unassigned += 1;
        continue;
      }
      const hand = found.get(person) ?? { person, open: 0, overdue: 0, week: 0, byType: {} };
      const dueOn = row.values.dueOn;
      hand.open += 1;
      if (typeof dueOn === 'string' && dueOn < today) hand.overdue += 1;
      if (typeof dueOn === 'string' && dueOn >= today && dueOn <= sunday) hand.week += 1;
      hand.byType[type] = (hand.byType[type] ?? 0) + 1;
      found.set(person, hand);
    }
  }
  return { hands: [...found.values()].sort((a, b) => b.overdue - a.overdue || b.open - a.open), unassigned };
}

function* open(book: Book, type: RecordTypeName, today: string) {
  for (let offset = 0; ; offset += most) {
    const { rows, total } = book.records.list({ type, due: { today, within: 'open' }, offset, limit: most });
    yield* rows;
    if (offset + rows.length >= total || rows.length === 0) return;
  }
}

export interface Handover {
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly reason: string;
}

/**
 * Everything open that one person has in hand goes to another, places in teams too. Tasks keep the handover, the audit log says it of the rest.
 */
export function handOver(book: Book, { from, to, on, reason }: Handover): { moved: Record<string, number>; total: number } {
  const changes: RecordChange[] = [];
  const moved: Record<string, number> = {};
  for (const type of new Set(handFields.map(([name]) => name)))
    for (const { id, values } of open(book, type, on)) {
      const fields = handFields.flatMap(([name, field]) => (name === type && values[field] === from ? [field] : []));
      const team = type === 'case' ? teamAfter(values.team, from, to) : undefined;
      if (fields.length === 0 && team === undefined) continue;
      const handovers =
        type === 'task' ? { handovers: [...((values.handovers ?? []) as readonly object[]), { on, from, to, reason }] } : {};
      changes.push({
        type,
        id,
        values: { ...Object.fromEntries(fields.map((field) => [field, to])), ...(team && { team }), ...handovers },
      });
      moved[type] = (moved[type] ?? 0) + 1;
    }
  if (changes.length > 0) book.records.save(changes, { reason: `Bàn giao: ${from} → ${to}${reason ? `, ${reason}` : ''}` });
  return { moved, total: changes.length };
}

/** The team with the one in the other's place; undefined where that one is not in it, once where the other is in it already. */
function teamAfter(team: unknown, from: string, to: string): readonly object[] | undefined {
  const all = (Array.isArray(team) ? team : []) as readonly { readonly name?: string }[];
  if (!all.some(({ name }) => name === from)) return undefined;
  if (all.some(({ name }) => name === to)) return all.filter(({ name }) => name !== from);
  return all.map((one) => (one.name === from ? { ...one, name: to } : one));
}
