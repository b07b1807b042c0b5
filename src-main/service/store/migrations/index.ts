import type { Database } from 'better-sqlite3';
import { createTables } from './001-tables';
import { indexLists } from './002-list-indexes';
import { keepSyncLine } from './003-sync-line';
import { indexArchive } from './004-archive';
import { indexCounts } from './005-counts';
import { indexTitlesAndWords } from './006-search-words';
import { mergeInFull } from './007-merge';
import { widenSyncLine } from './008-line';
import { keepCourier } from './009-courier';
import { indexPairs } from './010-search-pairs';
import { keepBookUsers } from './011-book-users';
import { widenWork } from './012-work';
import { keepStatistics } from './013-statistics';
import { keepReadings } from './014-reading';
import { keepInventory } from './015-inventory';
import { keepSnapshotParts } from './016-snapshot-parts';
import { keepDayKind } from './017-case-days';
import { keepOrigins } from './018-handover';
import { keepVerification } from './019-verification';
import { indexFacets } from './020-facets';
import { keepTrust } from './021-trust';
import { keepDisposals } from './022-disposals';
import { indexConcern } from './023-whom-it-concerns';
import { fitSearchPages } from './024-search-pages';
import { keepApproval } from './025-petition-approval';
import { writeFewerPages } from './026-leaner-saves';
import { placeAuditEntries } from './027-audit-places';

/** Forward only; never changed once released. Number n is at place n - 1 and brings the schema from n - 1 to n. */
export const migrations: readonly ((db: Database) => void)[] = [
  createTables,
  indexLists,
  keepSyncLine,
  indexArchive,
  indexCounts,
  indexTitlesAndWords,
  mergeInFull,
  widenSyncLine,
  keepCourier,
  indexPairs,
  keepBookUsers,
  widenWork,
  keepStatistics,
  keepReadings,
  keepInventory,
  keepSnapshotParts,
  keepDayKind,
  keepOrigins,
  keepVerification,
  indexFacets,
  keepTrust,
  keepDisposals,
  indexConcern,
  fitSearchPages,
  keepApproval,
  writeFewerPages,
  placeAuditEntries,
];

export const schemaVersion = migrations.length;
