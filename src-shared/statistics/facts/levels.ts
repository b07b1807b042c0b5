import type { Day } from '../../rules/day';

/** First day of the communes of two levels; before it a commune's committee was a grassroots one. */
const newCommunes = '2025-07-01';

const now: Readonly<Record<string, string>> = { UBKT: 'UBKT_XA', BTV: 'XA', DU: 'XA', CQ_THAM_MUU: 'TM_XA' };
const before: Readonly<Record<string, string>> = { UBKT: 'UBKT_CO_SO', BTV: 'CO_SO', DU: 'CO_SO', CQ_THAM_MUU: 'CO_SO' };
const always: Readonly<Record<string, string>> = { DU_CO_SO: 'CO_SO', DU_BO_PHAN: 'BO_PHAN' };

/** Column of the level for an inspecting body: what the book's own committee did counts by what it was on that day (domain-2, 1.2). */
export const levelOfBody = (body: string, day: Day): string => always[body] ?? (day < newCommunes ? before : now)[body] ?? body;
