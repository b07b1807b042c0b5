/**
 * What the procedure itself knows of a record that somebody saves: days that follow from a state, the end of a decision's effect, posts of a
 * member at the time. Only empty fields are filled; what a person wrote stays, and what was filled here follows when its ground changes.
 */
import type { RecordTypeName } from '../../records/record-type-name';
import { type Day, dayOf, dayNumber } from '../day';
import { packFor } from '../packs/index';
import { petitionDeadline } from '../petitions/deadline';

type Values = Readonly<Record<string, unknown>>;

export interface FillingWorld {
  readonly today: Day;
  /** Values of a record that is named; undefined where there is none. */
  readonly read: (type: RecordTypeName, id: string) => Values | undefined;
}

/** @param before what the record holds; empty for a new one. @param change what is being saved. Returns only what is added. */
export function fillIn(type: RecordTypeName, before: Values, change: Values, world: FillingWorld): Values {
  const whole = { ...before, ...change };
  const added: Record<string, unknown> = {};
  const empty = (field: string): boolean => (whole[field] ?? null) === null && !(field in change);
  const fill = (field: string, value: unknown): void => {
    if (value !== undefined && value !== null && empty(field)) added[field] = value;
  };
  const done = doneDays[type];
  if (done && change['state'] !== undefined && done.states.includes(String(whole['state']))) fill(done.field, world.today);
  if (type === 'disciplinaryDecision') fillDecision(before, whole, change, world, fill, added);
  if (type === 'petition') fillPetition(before, whole, change, world, fill, added);
  return added;
}

/** The day on which something was done, by the state that says so. */
const doneDays: Partial<Record<RecordTypeName, { readonly states: readonly string[]; readonly field: string }>> = {
  duty: { states: ['HOAN_THANH'], field: 'doneOn' },
  task: { states: ['HOAN_THANH'], field: 'doneOn' },
  petition: { states: ['DA_XONG'], field: 'closedOn' },
  case: { states: ['LUU_HO_SO', 'DINH_CHI', 'CHUYEN_THAM_QUYEN'], field: 'closedOn' },
};

/** A duplicate shares the case of the petition that it repeats; the time limit follows kind, facts and day of receipt. */
function fillPetition(
  before: Values,
  whole: Values,
  change: Values,
  { read, today }: FillingWorld,
  fill: (field: string, value: unknown) => void,
  added: Record<string, unknown>,
): void {
  const first = text(change['duplicateOf']);
  if (first !== undefined) fill('case', read('petition', first)?.['case']);
  if (whole['state'] === 'DA_XONG') return;
  const dueOf = (values: Values): Day | undefined => petitionDeadline(values, packFor(text(values['receivedOn']) ?? today), today)?.dueOn;
  const due = dueOf(whole);
  fill('dueOn', due);
  const followed = before['dueOn'] !== undefined && before['dueOn'] === dueOf(before);
  if (followed && !('dueOn' in change) && due !== before['dueOn']) added['dueOn'] = due ?? null;
}

/** Forms after which there is nothing left that could end. */
const lasting = new Set(['KHAI_TRU', 'GIAI_TAN']);

function fillDecision(
  before: Values,
  whole: Values,
  change: Values,
  { read }: FillingWorld,
  fill: (field: string, value: unknown) => void,
  added: Record<string, unknown>,
): void {
  const signedOn = text(whole['signedOn']);
  // From the day of signing (21-QĐ/TW, Điều 15 as quoted in practice); a committee that announces later writes its own day.
  fill('effectiveOn', signedOn);
  const effect = (values: Values): Day | undefined => text(values['effectiveOn']) ?? text(values['signedOn']);
  const now = expiryOf(effect({ ...whole, ...added }), text(whole['form']));
  fill('expiresOn', now);
  const followed = before['expiresOn'] !== undefined && before['expiresOn'] === expiryOf(effect(before), text(before['form']));
  if (followed && !('expiresOn' in change) && now !== before['expiresOn']) added['expiresOn'] = now ?? null;
  const member = text(change['member']);
  const person = member === undefined ? undefined : read('partyMember', member);
  if (person) {
    fill('managedBy', person['managedBy']);
    fill('postAtDecision', [person['partyPost'], person['governmentPost']].filter(Boolean).join(', ').slice(0, 200) || undefined);
  }
}

/** The day on which a decision ends by itself, by the pack of the day on which it took effect; undefined where the pack names no period. */
export function expiryOf(effectiveOn: Day | undefined, form: string | undefined): Day | undefined {
  if (effectiveOn === undefined || form === undefined || lasting.has(form)) return undefined;
  const months = packFor(effectiveOn).discipline?.endsAfterMonths;
  return months ? addMonths(effectiveOn, months) : undefined;
}

/** The same day so many months later; the last of the month where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = `${String(year + Math.floor((month - 1 + months) / 12)).padStart(4, '0')}-${String(((month - 1 + months) % 12) + 1).padStart(2, '0')}-01`;
  const next = new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 1)).toISOString().slice(0, 10);
  return dayOf(Math.min(dayNumber(first) + date - 1, dayNumber(next) - 1));
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
