import { isEligible, travelsClosed, type ValuesLookup } from '#shared/sync/eligible';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Book } from '../book/book';
import { readHub } from './enrolled-hub';
import { secrecyLookup } from './secrecy-values';

/** The rule of secrecy (src-shared/sync/eligible) for this workstation and the hub that it is enrolled with. */
export function mayTravel({
  committee,
  syncState,
}: Pick<Book, 'committee' | 'syncState'>): (type: RecordTypeName, id: string, lookup: ValuesLookup) => boolean {
  const way = { workstation: committee.profile, hub: readHub(syncState)?.certificate.standalone ? 'standalone' : 'connected' } as const;
  return travelsClosed(way) ? () => true : isEligible;
}

/** Whether a page that may travel shows this image; asked when it leaves, since a record may have become secret meanwhile. */
export function imageMayTravel(book: Book): (hash: string) => boolean {
  const pagesOf = book.db
    .prepare<[string], string>("SELECT r.id FROM page p JOIN record r ON r.n = p.n WHERE p.image = ? AND p.state IS NOT 'DA_TIEU_HUY'")
    .pluck();
  return (hash) => {
    const may = mayTravel(book);
    const lookup = secrecyLookup(book);
    return pagesOf.all(hash).some((id) => may('page', id, lookup));
  };
}
