import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ServiceEvent } from '#shared/contract/window/events';
import { callError, type CallError } from './app-error';
import { client, type ServiceClient } from './connection';
import { onServiceEvent } from './live';

export { useSave, useRemove } from './use-save';

/** The typed calls of the service. Failures are ORPC errors; {@link callError} makes of them what people are told. */
export const service = (): ServiceClient => client;

export interface QueryOptions {
  readonly enabled?: boolean /** Shows the old answer while the one to a new key is on its way. */;
  readonly keep?: boolean;
}

/** One cached question to the service; asked again when an event made the answer old. The key begins with the area (see queries.ts). */
export const useQueryOf = <T>(key: readonly unknown[], ask: () => Promise<T>, options: QueryOptions = {}): UseQueryResult<T, CallError> =>
  useQuery<T, CallError>({
    queryKey: key,
    queryFn: async () => {
      try {
        return await ask();
      } catch (error) {
        throw callError(error);
      }
    },
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData as never } : {}),
  });

/** Calls `listener` for each event of the service while the component is shown. */
export function useLive(listener: (event: ServiceEvent) => void): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => onServiceEvent((event) => latest.current(event)), []);
}
