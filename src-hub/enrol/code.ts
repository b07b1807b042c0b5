import { randomInt, scrypt } from 'node:crypto';
import { codeHours, codeLength, codeTries, crockford, keyBytes, saltOf, scryptCost, selectorOf } from '#shared/sync/enrolment';
import type { Sql } from '../database/database';

/** Key that both sides derive from the code; about 60 ms and 32 MB, off the main thread. */
export const keyOf = (code: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(code, saltOf(selectorOf(code)), keyBytes, { ...scryptCost, maxmem: 64 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** Longest life of a code: requests that come by stick may be weeks on their way. */
const mostHours = 24 * 60;

/**
 * A new one-time code for a workstation of this commune. It is shown once; the hub keeps only what proves it.
 * @throws RangeError for what is no commune or no number of hours from 1 to 1,440
 */
export async function newCode(sql: Sql, commune: string, now = new Date(), hours: number = codeHours): Promise<string> {
  if (!Number.isInteger(hours) || hours < 1 || hours > mostHours) throw new RangeError(`hours: 1 to ${mostHours}`);
  if (!/^[0-9A-Za-z._-]{1,64}$/.test(commune)) throw new RangeError('commune: letters, digits, dot, hyphen and underscore, at most 64');
  const code = Array.from({ length: codeLength }, () => crockford[randomInt(crockford.length)]).join('');
  const expires = new Date(now.getTime() + hours * 3_600_000);
  await sql.query(
    'INSERT INTO enrolment_code (commune, selector, key, tries_left, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [commune, selectorOf(code), await keyOf(code), codeTries, now, expires],
  );
  return code;
}
