import { isEligible, travelsClosed, type ValuesLookup } from '#shared/sync/eligible';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Book } from '../book/book';
import { readHub } from './enrolled-hub';

/** The rule of secrecy (src-shared/sync/eligible) for this workstation and the hub that it is enrolled with. */
export function mayTravel({
  committee,
  syncState,
}: Pick<Book, 'committee' | 'syncState'>): (type: RecordTypeName, id: string, lookup: ValuesLookup) => boolean {
  const way = { workstation: committee.profile, hub: readHub(syncState)?.certificate.standalone ? 'standalone' : 'connected' } as const;
  return travelsClosed(way) ? () => true : isEligible;
}
