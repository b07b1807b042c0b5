import { service } from '../service/use-service';

/** Records that one question names at most. */
const atOnce = 500;

/** Asks the policy of secrecy before what these records hold is printed or copied, and has it logged. @throws what the service refuses with */
export async function askLeave(way: 'print' | 'clipboard', ids: readonly string[], what: string, reason = ''): Promise<void> {
  const unique = [...new Set(ids)];
  for (let from = 0; from < unique.length; from += atOnce)
    await service().security.leave({ way, ids: unique.slice(from, from + atOnce), what: what.slice(0, 200), reason });
}

/** Records whose content stands in a part of the page: its elements say which by `data-record`. */
export const recordsIn = (part: Element): string[] =>
  [part, ...part.querySelectorAll('[data-record]')].flatMap((element) => element.getAttribute('data-record') ?? []);
