/**
 * Which records the signed-in person sees. One table in the memory of the connection, `temp.hidden`, holds the rest: what is above
 * their clearance, what a decision reserves to others, and what belongs to either (documents and pages of a file, steps of a case).
 * Lists, counts, lookups and search leave those rows out by the condition that `visible` gives; what is asked for by id is refused.
 * The table is made when it is first needed and anew after a record was written that could change it.
 */
import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors/app-error';
import { recordType } from '#shared/records/registry';
import { type RecordTypeName, recordTypeNames } from '#shared/records/record-type-name';
import { levels, rankOf } from '#shared/secrecy/policy';
import { type Capability, may } from '#shared/secrecy/roles';
import { ownerFields } from '#shared/sync/eligible';
import { type Account, type Accounts, openAccounts } from './accounts';

export interface Access {
  readonly account: Account;
  readonly accounts: Accounts;
  can(capability: Capability): boolean;
  /** @throws AppError access.denied */
  require(capability: Capability): void;
  /** Condition on a column that holds n, beginning with ' AND '; '' for a person from whom nothing is hidden. */
  visible(column: string, type?: RecordTypeName): string;
  /**
   * For statements that are prepared once and hold {@link unhidden}: brings the table of what is hidden up to date before they run.
   * A person who reads no content is turned away before.
   */
  refresh(): void;
  /** Counts the changes of what is hidden: answers that are kept longer ask it. */
  version(): number;
  sees(id: string): boolean;
  /** A record of this type was written. */
  written(type: RecordTypeName): void;
  /** Roles, clearance or decisions changed. */
  changed(): void;
}

/** Condition on a column that holds n, for statements that are prepared once: leaves out what temp.hidden holds. */
export const unhidden = (column: string): string => `${column} NOT IN (SELECT n FROM temp.hidden)`;
/** Likewise for a column that holds ids. */
export const unhiddenId = (column: string): string =>
  `${column} NOT IN (SELECT hr.id FROM temp.hidden hh JOIN main.record hr ON hr.n = hh.n)`;

/** Not content: rules, lists and names that every part of the program needs. */
const openTypes: readonly RecordTypeName[] = ['rulePack', 'codeList', 'bookUser', 'numberRange', 'accessRule'];

const bearing: ReadonlySet<RecordTypeName> = new Set([
  'accessRule',
  ...recordTypeNames.filter((type) => 'secrecy' in recordType(type).fields || ownerFields[type] !== undefined),
]);

export function createAccess(db: Database, userId: string): Access {
  const accounts = openAccounts(db);
  let account = accounts.of(userId);
  let stale = true;
  let isEmpty = true;
  let version = 0;
  db.exec('CREATE TEMP TABLE IF NOT EXISTS hidden (n INTEGER PRIMARY KEY)');
  const nOf = db.prepare<[string], { n: number; type: RecordTypeName }>('SELECT n, type FROM main.record WHERE id = ?');
  const isHidden = db.prepare<[number], number>('SELECT 1 FROM temp.hidden WHERE n = ?').pluck();

  const fresh = (): void => {
    if (!stale) return;
    stale = false;
    const before = isEmpty;
    isEmpty = fillHidden(db, account) === 0;
    if (!isEmpty || !before) version += 1;
  };
  const readsContent = (): boolean => may(account.role, 'read');

  return {
    get account() {
      return account;
    },
    accounts,
    can: (capability) => may(account.role, capability),
    require: (capability) => {
      if (!may(account.role, capability)) throw new AppError('access.denied');
    },
    visible: (column, type) => {
      if (!readsContent()) return type !== undefined && openTypes.includes(type) ? '' : ' AND 0';
      fresh();
      return isEmpty ? '' : ` AND ${column} NOT IN (SELECT n FROM temp.hidden)`;
    },
    refresh: fresh,
    version: () => {
      fresh();
      return version;
    },
    sees: (id) => {
      const row = nOf.get(id);
      if (!row) return true;
      if (!readsContent()) return openTypes.includes(row.type);
      fresh();
      return isEmpty || isHidden.get(row.n) === undefined;
    },
    written: (type) => {
      if (bearing.has(type)) stale = true;
    },
    changed: () => {
      account = accounts.of(userId);
      stale = true;
      version += 1;
    },
  };
}

/** Fills temp.hidden for this person; gives how many rows it has. */
function fillHidden(db: Database, { userId, role, clearance }: Account): number {
  db.exec('DELETE FROM temp.hidden');
  const above = levels.slice(rankOf(clearance) + 1);
  const insert = 'INSERT OR IGNORE INTO temp.hidden SELECT';
  if (above.length > 0)
    // The level of a newer version that this one does not know counts as the highest.
    db.prepare(
      `${insert} n FROM main.record WHERE secrecy IS NOT NULL AND secrecy <> 'THUONG' AND secrecy NOT IN (${levels.map(() => '?').join(', ')})
       UNION SELECT n FROM main.record WHERE secrecy IN (${above.map(() => '?').join(', ')}) AND secrecy <> 'THUONG'`,
    ).run(...levels, ...above);
  if (role !== 'chairman')
    db.prepare(
      `${insert} r.n FROM main.access_rule a JOIN main.record r ON r.id = a.about
       WHERE a.removed = 0 AND a.kind = 'HAN_CHE' AND NOT EXISTS (SELECT 1 FROM json_each(coalesce(a.members, '[]')) WHERE value = ?)`,
    ).run(userId);
  const count = db.prepare<[], number>('SELECT count(*) FROM temp.hidden').pluck();
  if (count.get() === 0) return 0;
  // What belongs to a hidden record is hidden with it; types belong upwards only, so the walk ends.
  for (let before = -1, now = count.get() ?? 0; now !== before; ) {
    for (const [type, fields] of Object.entries(ownerFields))
      for (const field of fields)
        db.prepare(
          `${insert} f.from_n FROM temp.hidden h JOIN main.record o ON o.n = h.n JOIN main.record_ref f ON f.to_id = o.id AND f.field = ?
           JOIN main.record r ON r.n = f.from_n WHERE r.type = ?`,
        ).run(field, type);
    before = now;
    now = count.get() ?? 0;
  }
  return count.get() ?? 0;
}
