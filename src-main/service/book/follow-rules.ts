import { takeArrivedRules } from '#shared/rules/arrived';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { EventBus } from '../events';
import type { RecordStore } from '../store/record-store';

const ruleTypes: readonly RecordTypeName[] = ['rulePack', 'codeList', 'committeePack', 'workingCalendar'];
const mostRecords = 1000;
/** The book whose rules hold in this process: the one that was opened last. */
let holder: RecordStore | undefined;

/** Lets rules that came from the province hold as long as the book is open, and new ones from the moment they come. Gives how to stop. */
export function followRules(records: RecordStore, events: EventBus): () => void {
  const valuesOf = (type: RecordTypeName) =>
    records
      .list({ type, limit: mostRecords })
      .rows.sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ values }) => values as never);
  const take = (): void => {
    if (holder === records)
      takeArrivedRules({
        packs: [...valuesOf('rulePack'), ...valuesOf('committeePack')],
        lists: valuesOf('codeList'),
        calendars: valuesOf('workingCalendar'),
      });
  };
  holder = records;
  take();
  const off = events.on((event) => {
    if (event.kind === 'records' && event.types.some((type) => ruleTypes.includes(type))) take();
  });
  return () => {
    off();
    if (holder !== records) return;
    holder = undefined;
    takeArrivedRules({ packs: [], lists: [] });
  };
}
