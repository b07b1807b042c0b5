import type { Database } from 'better-sqlite3';
import { levels, type Level } from '#shared/secrecy/policy';
import { type Role, roleNames } from '#shared/secrecy/roles';

/** What a person of this machine may do. Kept in the encrypted book; their way in is in vault.json. */
export interface Account {
  readonly userId: string;
  readonly role: Role;
  /** The highest level of secrecy that they may see. */
  readonly clearance: Level;
}

export interface Accounts {
  /** Of somebody without an entry: everything in a book of one person, nothing but reading in one of several. */
  of(userId: string): Account;
  all(): Account[];
  set(account: Account): void;
  remove(userId: string): void;
}

interface Row {
  readonly user_id: string;
  readonly role: string;
  readonly clearance: string;
}

export function openAccounts(db: Database): Accounts {
  const one = db.prepare<[string], Row>('SELECT * FROM account WHERE user_id = ?');
  const all = db.prepare<[], Row>('SELECT * FROM account ORDER BY user_id');
  const put = db.prepare(
    `INSERT INTO account (user_id, role, clearance) VALUES (?, ?, ?)
     ON CONFLICT (user_id) DO UPDATE SET role = excluded.role, clearance = excluded.clearance`,
  );
  const erase = db.prepare('DELETE FROM account WHERE user_id = ?');
  return {
    of: (userId) => {
      const row = one.get(userId);
      if (row) return accountOf(row);
      const isAlone = all.all().length === 0;
      return { userId, role: isAlone ? 'chairman' : 'reader', clearance: isAlone ? 'TUYET_MAT' : 'THUONG' };
    },
    all: () => all.all().map(accountOf),
    set: ({ userId, role, clearance }) => void put.run(userId, role, clearance),
    remove: (userId) => void erase.run(userId),
  };
}

const accountOf = ({ user_id, role, clearance }: Row): Account => ({
  userId: user_id,
  role: roleNames.find((name) => name === role) ?? 'reader',
  clearance: levels.find((level) => level === clearance) ?? 'THUONG',
});
