import { useEffect } from 'react';
import { takeArrivedLists } from '#shared/rules/code-lists/arrived';
import { service, useLive } from './use-service';

/** Values that the province added to code lists are named and chosen in this window as long as the book is open. */
export function useArrivedLists(): void {
  useEffect(() => {
    void take();
    return () => takeArrivedLists([]);
  }, []);
  useLive((event) => {
    if (event.kind === 'records' && event.types.includes('codeList')) void take();
  });
}

const mostLists = 1000;

async function take(): Promise<void> {
  try {
    const { rows } = await service().records.list({ type: 'codeList', limit: mostLists });
    takeArrivedLists(rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ values }) => values));
  } catch {
    // Codes that this window cannot name are shown as they are.
  }
}
