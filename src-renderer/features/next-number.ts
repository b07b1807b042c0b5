import { useState } from 'react';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { CallError } from '../service/app-error';
import { service, useQueryOf } from '../service/use-service';

/**
 * The number that a new record of a register begins with, asked for when its form is opened: an answer from before the last save
 * would be taken already. `field` undefined: the register has none. What is typed then is not changed by a later answer.
 */
export function useNextNumber(
  type: RecordTypeName,
  field: string | undefined,
  day: string,
): { number: number | undefined; error: CallError | null; again: () => void } {
  const next = useQueryOf(['records', type, 'nextNumber', day], () => service().records.nextNumber({ type, field: field ?? '', day }), {
    enabled: field !== undefined,
  });
  const [number, setNumber] = useState<number>();
  if (number === undefined && next.data && (next.isFetchedAfterMount || !next.isStale)) setNumber(next.data.number);
  return { number, error: next.error, again: () => void next.refetch() };
}
