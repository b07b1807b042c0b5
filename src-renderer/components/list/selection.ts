import { useEffect, useState } from 'react';
import type { ListQuery } from '#shared/contract/window/common';
import { mostChosen } from '#shared/contract/window/lists';
import { notice, noticeOfFailure } from '../../app/notices';
import { useShortcut } from '../../app/shortcuts';
import { service } from '../../service/use-service';
import { useListWords } from './words';

export type Mark = 'toggle' | 'extend' | 'all';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** `from`: the row that was in work before, for the first extension. */
  readonly mark: (how: Mark, id: string, index: number, from: number) => void;
  readonly clear: () => void;
}

/** The list that is shown answers the menu of its head. */
let shown: (() => void) | undefined;
export const chooseAll = (): void => shown?.();

/** Which rows of a list are chosen: Space and Ctrl with a click one more or less, Shift as far as here, Ctrl+A all. Another query chooses anew. */
export function useSelection(query: Omit<ListQuery, 'offset' | 'limit'>): Selection {
  const { sort: _sort, ...rest } = query;
  const key = JSON.stringify(rest);
  const [chosen, setChosen] = useState<{ key: string; ids: ReadonlySet<string>; anchor: number }>({ key, ids: new Set(), anchor: 0 });
  const now = chosen.key === key ? chosen : { key, ids: new Set<string>(), anchor: 0 };
  const put = (ids: ReadonlySet<string>, anchor: number) => setChosen({ key, ids, anchor });
  const clear = () => put(new Set(), 0);
  const several = async (from: number, to: number) => {
    const { ids, total } = await service().lists.ids(query);
    if (Math.min(to, total - 1) >= mostChosen) notice(useListWords.say('chosenMost', { count: mostChosen }));
    return ids.slice(from, to + 1);
  };
  const all = () => void several(0, Number.MAX_SAFE_INTEGER).then((ids) => put(new Set(ids), 0), noticeOfFailure);
  useEffect(() => {
    shown = all;
    return () => {
      if (shown === all) shown = undefined;
    };
  });
  useShortcut('escape', clear, now.ids.size > 0);
  return {
    ids: now.ids,
    clear,
    mark: (how, id, index, from) => {
      if (how === 'all') return all();
      if (how === 'toggle') {
        const ids = new Set(now.ids);
        if (!ids.delete(id)) ids.add(id);
        return put(ids, index);
      }
      const anchor = now.ids.size === 0 ? from : now.anchor;
      void several(Math.min(anchor, index), Math.max(anchor, index)).then((ids) => put(new Set(ids), anchor), noticeOfFailure);
    },
  };
}
