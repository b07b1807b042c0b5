import { hkdfSync, randomBytes } from 'node:crypto';
import type { BookKeys } from '../book/book';
import { Secret } from './secret';

export const newMasterKey = (): Secret => new Secret(randomBytes(32));

/** One independent key for each purpose: what leaks through one use opens nothing else. */
export function deriveBookKeys(master: Secret): BookKeys {
  const key = (purpose: string): Secret => new Secret(new Uint8Array(hkdfSync('sha256', master.reveal(), 'kiem-tra-so', purpose, 32)));
  return {
    database: key('database'),
    pages: key('pages'),
    sealed: key('sealed'),
    drafts: key('drafts'),
    device: key('device'),
    vault: key('vault'),
    backup: key('backup'),
    formerSealed: [],
  };
}

export const forgetKeys = ({ formerSealed, ...keys }: BookKeys): void =>
  [...formerSealed, ...Object.values(keys)].forEach((key: Secret) => key.forget());
