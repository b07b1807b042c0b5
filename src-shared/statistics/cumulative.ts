/**
 * A longer period that begins on the same day counts at least what was sent of the shorter one (domain 7.2: 6 tháng ≥ Quý I). Where it does
 * not, records were changed since; the check names those that count no more and changes nothing.
 */
import type { CheckResult } from './checks';
import type { FormResult } from './evaluate';
import { differencesOf, type KeptFigures } from './snapshot';

/** @param period what was sent, as reports write it. Undefined for forms of who is in office on a day, which may be fewer. */
export function cumulativeCheck(kept: KeptFigures, period: string, result: FormResult): CheckResult | undefined {
  if (result.form.source === 'staff') return undefined;
  const shrinks = new Set(result.rows.filter(({ where }) => where?.some((one) => 'none' in one)).map(({ key }) => key));
  const less = differencesOf(kept, result).filter(
    ({ row, sent, now }) => typeof sent === 'number' && typeof now === 'number' && now < sent && !shrinks.has(row),
  );
  const gone = new Map(less.flatMap((cell) => [...cell.gone, ...cell.changed]).map((ref) => [ref.key, ref]));
  return {
    state: less.length > 0 ? 'wrong' : 'ok',
    kind: 'cumulative',
    what: period,
    row: 'total',
    whole: less.length,
    parts: [],
    missing: [],
    several: [...gone.values()].map(({ key, type, id }) => ({
      record: { type, id },
      ...(key === id ? {} : { part: key.slice(id.length + 1) }),
      about: {},
      day: '',
      codes: {},
    })),
  };
}
