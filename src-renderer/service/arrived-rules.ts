import { useEffect } from 'react';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { takeArrivedRules } from '#shared/rules/arrived';
import { service, useLive } from './use-service';

const ruleTypes: readonly RecordTypeName[] = ['codeList', 'rulePack', 'committeePack', 'workingCalendar'];

/** Code lists, rule packs and the working calendar of the open book hold in this window as long as the book is open. */
export function useArrivedRules(): void {
  useEffect(() => {
    void take();
    return () => takeArrivedRules({ packs: [], lists: [] });
  }, []);
  useLive((event) => {
    if (event.kind === 'records' && event.types.some((type) => ruleTypes.includes(type))) void take();
  });
}

const mostRecords = 500;

async function take(): Promise<void> {
  try {
    const [lists, hub, own, calendars] = await Promise.all(ruleTypes.map(valuesOf));
    takeArrivedRules({ lists: lists ?? [], packs: [...(hub ?? []), ...(own ?? [])], calendars: calendars ?? [] });
  } catch {
    // Codes that this window cannot name are shown as they are.
  }
}

async function valuesOf(type: RecordTypeName) {
  const { rows } = await service().records.list({ type, limit: mostRecords });
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ values }) => values);
}
