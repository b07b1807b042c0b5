import { AppError } from '#shared/errors/app-error';
import type { Book } from '../../book/book';
import { uuid7 } from '../../store/uuid7';

interface Item {
  readonly id: string;
}

export interface Split {
  readonly id: string;
  readonly revision: number;
  /** Items that go to the new petition. */
  readonly items: readonly string[];
  readonly kind: string;
  readonly summary: string;
  readonly today: string;
}

/** What the new petition takes over from the first one. The sender is not among it: the link leads to where it is sealed. */
const takenOver = [
  'source',
  'secrecy',
  'urgency',
  'writtenOn',
  'postmarkOn',
  'signatureForm',
  'petitionerKind',
  'signers',
  'forwardedBy',
  'forwardingNumber',
  'forwardingDate',
  'accusedMembers',
  'accusedOrganisations',
  'accusedText',
  'accusedPost',
  'managedBy',
  'attachments',
] as const;

/**
 * Splits a mixed petition: the chosen items go to a new one of the named kind with a number of its own, received on the same day as the first,
 * so that its time limits run from there (domain 3.1).
 * @throws AppError record.notFound, record.changedMeanwhile
 */
export function splitPetition(book: Book, { id, revision, items, kind, summary, today }: Split): { id: string; number: number } {
  const first = book.records.get('petition', id);
  if (!first) throw new AppError('record.notFound');
  const all = (first.values.items ?? []) as readonly Item[];
  const moved = all.filter((item) => items.includes(item.id));
  if (moved.length === 0) throw new AppError('record.notFound');
  const receivedOn = String(first.values.receivedOn ?? today);
  const number = book.records.nextNumber('petition', 'number', receivedOn);
  const newId = uuid7();
  const shared = Object.fromEntries(takenOver.flatMap((name) => (first.values[name] === undefined ? [] : [[name, first.values[name]]])));
  book.records.save([
    {
      type: 'petition',
      id: newId,
      values: {
        ...shared,
        number,
        receivedOn,
        kind,
        summary,
        items: moved.map(({ id: _id, ...item }) => item),
        splitFrom: id,
        state: 'CHO_PHAN_LOAI',
      },
    },
    { type: 'petition', id, values: { items: all.filter((item) => !items.includes(item.id)) }, expectedRevision: revision },
  ]);
  return { id: newId, number };
}
