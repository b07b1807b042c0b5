/**
 * Mở khóa bản ghi đã xác nhận: what a person compared with the page and confirmed is changed by another hand, or later than the day, only
 * with a second person's approval. Verification itself, quality rounds and acts that are taken back as one have rules of their own.
 */
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Book } from '../book/book';

/** Within this time who confirmed may correct themselves, in milliseconds. */
const ownTime = 24 * 3_600_000;

interface Confirmation {
  readonly field?: string;
  readonly by?: string;
  readonly at?: string;
}

export interface TypedChange {
  readonly type: RecordTypeName;
  readonly id?: string | undefined;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Uses up an approval where the change touches what was confirmed. @throws AppError access.needsSecond */
export function requireOpen(
  { records, approvals, user }: Pick<Book, 'records' | 'approvals' | 'user'>,
  { type, id, values }: TypedChange,
  now = Date.now(),
): void {
  if (type !== 'archiveDocument' || id === undefined) return;
  const before = records.get(type, id)?.values;
  if (before?.['verification'] !== 'DA_XEM') return;
  const marks = (before['confirmations'] ?? []) as readonly Confirmation[];
  const confirmed = new Set(['verification', ...((before['confirmedFields'] ?? []) as readonly string[])]);
  const touched = Object.entries(values).filter(
    ([name, value]) => confirmed.has(name) && JSON.stringify(value ?? null) !== JSON.stringify(before[name] ?? null),
  );
  const isOwn = (name: string): boolean => {
    const mark = name === 'verification' ? marks.at(-1) : marks.find(({ field }) => field === name);
    return mark?.by === user.id && now - Date.parse(mark.at ?? '') < ownTime;
  };
  if (touched.some(([name]) => !isOwn(name))) approvals.use('reopen', id);
}
