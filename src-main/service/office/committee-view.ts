import type { Committee } from '#shared/contract/window/session';
import type { Book, BookHead } from '../book/book';

/** What the committee calls itself on papers; kept as settings because a province may fix another symbol (domain 5.4). */
export const symbolSetting = 'committee.symbol';
export const nameSetting = 'committee.name';
export const usualSymbol = 'UBKTĐU';

export const usualName = (partyCommittee: string): string => `Ủy ban Kiểm tra ${partyCommittee}`;

/** The committee as the window shows it; before unlocking only what lies outside the encrypted book is known. */
export function committeeView(head: BookHead['committee'], book?: Book): Committee {
  return {
    name: book?.settings.get<string>(nameSetting) ?? usualName(head.unit),
    partyCommittee: head.unit,
    province: head.province,
    symbol: book?.settings.get<string>(symbolSetting) ?? usualSymbol,
    term: head.term,
    profile: head.profile,
  };
}
