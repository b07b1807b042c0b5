/** By when a petition is to be handled, as far as the rule pack has a limit for it. */
import { workCalendar } from '../calendar/in-force';
import { deadlineOf } from '../deadline-of';
import type { Day } from '../day';
import type { PackDeadline, RulePack } from '../packs/rule-pack';

type Values = Readonly<Record<string, unknown>>;

export interface PetitionDeadline {
  readonly dueOn: Day;
  readonly rule: PackDeadline;
}

/**
 * Counted from the day of receipt: a complaint by the limit of its answer, a matter of the State by that of its first handling, anything else
 * by the limit XU_LY_DON, which no source gives and a committee may have in a pack of its own. Undefined where the pack has none.
 */
export function petitionDeadline({ receivedOn, kind, facts }: Values, pack: RulePack, today: Day): PetitionDeadline | undefined {
  if (typeof receivedOn !== 'string') return undefined;
  const ids = [
    ...(Array.isArray(facts) && facts.includes('VIEC_CUA_NHA_NUOC') ? ['XU_LY_DON_NHA_NUOC'] : []),
    ...(kind === 'KN' ? ['TRA_LOI_KHIEU_NAI'] : []),
    'XU_LY_DON',
  ];
  const rule = ids.flatMap((id) => pack.deadlines.find((deadline) => deadline.id === id) ?? [])[0];
  return rule && { dueOn: deadlineOf(rule, { start: receivedOn, today }, workCalendar()).dueOn, rule };
}
