import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { Filter, ListQuery, Query } from '#shared/contract/window/common';
import { navigate, useRoute } from '../../app/navigation';
import { readWhere, writeWhere } from './criteria';

export interface Sort {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

export interface ListState {
  readonly query: Omit<ListQuery, 'offset' | 'limit'>;
  /** As it stands in the box. */
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly where: readonly Filter[];
  readonly setWhere: (where: readonly Filter[]) => void;
  readonly sort: Sort;
  /** Sorts by a field; by the same one again the other way round. */
  readonly turn: (field: string) => void;
  /** Whether anything but the quick filter narrows the list. */
  readonly narrowed: boolean;
  readonly clear: () => void;
}

const pauseMilliseconds = 200;

const readSort = (text: string | undefined): Sort | undefined => {
  const [field = '', direction] = (text ?? '').split('.');
  return field !== '' && (direction === 'asc' || direction === 'desc') ? { field, direction } : undefined;
};

/**
 * What a list shows: the quick filter's query, words, further conditions and order. All of it stands in the address, so that it can be
 * saved, led back to, and printed as it is seen.
 */
export function useListState(base: Query, usual: Sort): ListState {
  const route = useRoute();
  const { text: asked = '', sort: order, where: conditions } = route.query ?? {};
  const where = readWhere(base.type, conditions);
  const sort = readSort(order) ?? usual;
  const put = (part: Record<string, string>) => navigate({ ...route, query: { ...route.query, ...part } }, { replace: true });
  const [text, setText] = useState(asked);
  const [words] = useDebouncedValue(text, pauseMilliseconds);
  const told = useRef(asked);
  // What was typed goes into the address after a pause; an address that was led to goes into the box.
  useEffect(() => {
    if (words === told.current) return;
    told.current = words;
    put({ text: words });
    // Only when the pause is over: a box that was emptied otherwise must not be filled again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [words]);
  useEffect(() => {
    if (asked === told.current) return;
    told.current = asked;
    setText(asked);
  }, [asked]);
  return {
    query: {
      ...base,
      filters: [...(base.filters ?? []), ...where],
      ...(asked.trim() === '' ? {} : { text: asked.trim() }),
      sort: [sort],
    },
    text,
    setText,
    where,
    setWhere: (next) => put({ where: writeWhere(next) }),
    sort,
    turn: (field) => put({ sort: `${field}.${sort.field === field && sort.direction === 'desc' ? 'asc' : 'desc'}` }),
    narrowed: asked !== '' || where.length > 0,
    clear: () => {
      told.current = '';
      setText('');
      put({ text: '', where: '' });
    },
  };
}

/** The part of an address that belongs to the list and goes with it from row to row. */
export const listQuery = (query: Readonly<Record<string, string>> | undefined): Record<string, string> =>
  Object.fromEntries(['filter', 'text', 'sort', 'where'].flatMap((name) => (query?.[name] ? [[name, query[name]]] : [])));
