/**
 * A book (sổ làm việc) is one committee's data: a folder with vault.json (wrapped keys and the names of the users), book.db
 * (SQLite, encrypted by sqlcipher), pages/, thumbs/ and views/ (one encrypted file each), ballast (room to free when the disk is full).
 * One process has it open at a time. Opened by `openBook`, made by `createBook` (open-book.ts, create-book.ts).
 */
import type Database from 'better-sqlite3';
import type { Access } from '../access/access';
import type { Approvals } from '../access/approvals';
import type { EventBus } from '../events';
import type { SearchService } from '../search/search-service';
import type { AuditLog } from '../store/audit-log';
import type { Outbox } from '../store/outbox';
import type { RecordStore } from '../store/record-store';
import type { Settings, SyncState } from '../store/settings';
import type { OsStore } from '../vault/os-store';
import type { Secret } from '../vault/secret';

export interface Book {
  readonly dir: string;
  /** The open connection. Write only through `transact` and the services; table `record` and the tables of the types only through `records`. */
  readonly db: Database.Database;
  readonly keys: BookKeys;
  readonly user: BookUser;
  readonly committee: Committee;
  /** Everything; of lists and searches what the signed-in person sees. People are given `guarded` (access/guard-book). */
  readonly records: RecordStore;
  readonly access: Access;
  readonly approvals: Approvals;
  readonly search: SearchService;
  readonly events: EventBus;
  readonly settings: Settings;
  readonly syncState: SyncState;
  readonly audit: AuditLog;
  readonly outbox: Outbox;
  /**
   * Runs `work` in one transaction (nested calls join it): all of it is written or nothing, and events go out after the commit.
   * @throws AppError store.diskFull, store.io; what `work` throws
   */
  transact<T>(work: () => T): T;
  /** Writes what is open, closes the database and forgets the keys. Calling it twice does no harm. */
  close(): void;
}

/** Independent 256-bit keys, one for each purpose (HKDF-SHA256 of a random master key). `key.reveal()` gives the bytes. */
export interface BookKeys {
  readonly database: Secret;
  readonly pages: Secret;
  readonly sealed: Secret;
  readonly drafts: Secret;
  readonly device: Secret;
  /** Authenticates vault.json. */
  readonly vault: Secret;
  /** Authenticates the lists of backups. */
  readonly backup: Secret;
  /** Keys of sealed fields from before rotations: what was sealed then still opens. */
  readonly formerSealed: readonly Secret[];
}

export interface BookUser {
  /** UUIDv7; the actor of ops and audit entries. */
  readonly id: string;
  readonly name: string;
  /** Post in the committee (chức vụ). */
  readonly title: string;
}

export type BookProfile = 'connected' | 'standalone';

/** Shown before unlocking; nothing of it is secret. */
export interface CommitteeHead {
  /** Ủy ban Kiểm tra Đảng ủy xã …, as printed. */
  readonly name: string;
  /** Đảng ủy xã …, above it on papers. */
  readonly partyCommittee: string;
  readonly province: string;
  /** Part of document symbols, e.g. UBKTĐU. */
  readonly symbol: string;
  /** Nhiệm kỳ, e.g. 2025-2030. */
  readonly term: string;
  readonly profile: BookProfile;
}

export interface Committee extends CommitteeHead {
  readonly id: string;
  readonly createdAt: string;
}

export interface BookSetup {
  readonly committee: CommitteeHead;
  readonly user: { readonly name: string; readonly title: string };
  /** At least 8 characters; see vault/passphrase.ts. */
  readonly passphrase: string;
}

/** How a person, or a test that holds the key, opens a book. */
export type BookUnlock =
  | { readonly userId: string; readonly passphrase: string }
  | { readonly osStore: OsStore; readonly userId: string }
  | { readonly masterKey: Secret; readonly userId?: string };

/** What can be known of a book before it is unlocked. */
export interface BookHead {
  readonly committee: Committee;
  readonly users: readonly BookUser[];
}
