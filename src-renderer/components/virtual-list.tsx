import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { defineWords } from '../i18n/words';
import classes from './virtual-list.module.css';

const useWords = defineWords('virtual-list', { vi: { loading: 'Đang tải…' }, en: { loading: 'Loading…' } });

export interface VirtualListProps<R> {
  /** What the list is, for screen readers. */
  readonly label: string;
  readonly total: number;
  /** Least height of a row in rem (39 px at 100 % = 2.4375); a row with more lines is higher. */
  readonly rowHeight: number;
  /** Key under which the pages of this list are cached; begins with the area (see service/queries). */
  readonly listKey: readonly unknown[];
  /** Rows `offset` to `offset + limit - 1`. */
  readonly loadRange: (offset: number, limit: number) => Promise<readonly R[]>;
  readonly rowId: (row: R) => string;
  readonly renderRow: (row: R, index: number) => ReactNode;
  readonly selected?: string | undefined;
  /** A click or Enter opens; `moving`: the arrow keys pass over the row. */
  readonly onOpen: (row: R, how: { moving: boolean }) => void;
  /** Ids of the rows that are chosen for an act over several. */
  readonly marked?: ReadonlySet<string> | undefined;
  /** Space and Ctrl with a click: one more or less; Shift: as far as this row; Ctrl+A: all. `from`: the row in work before. */
  readonly onMark?: ((how: 'toggle' | 'extend' | 'all', row: R, index: number, from: number) => void) | undefined;
}

export const pageSize = 100;

/** Under which the rows of a page are cached; a list that already has some may put them there. */
export const rangeKey = (listKey: readonly unknown[], page: number): readonly unknown[] => [...listKey, 'page', page];

/** A list of any length of which only the rows in sight exist, and of whose data only the pages in sight are loaded. Arrow keys, Home, End and Enter. */
export function VirtualList<R>({
  label,
  total,
  rowHeight,
  listKey,
  loadRange,
  rowId,
  renderRow,
  selected,
  onOpen,
  marked,
  onMark,
}: VirtualListProps<R>) {
  const say = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const height = Math.round(rowHeight * rem);
  const virtualizer = useVirtualizer({ count: total, getScrollElement: () => scroller.current, estimateSize: () => height, overscan: 8 });
  useEffect(() => virtualizer.measure(), [virtualizer, height]);
  const items = virtualizer.getVirtualItems();
  const firstPage = Math.floor((items[0]?.index ?? 0) / pageSize);
  const lastPage = Math.floor((items.at(-1)?.index ?? 0) / pageSize);
  const pages = Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index);
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: rangeKey(listKey, page),
      queryFn: () => loadRange(page * pageSize, pageSize),
      placeholderData: (old: readonly R[] | undefined) => old,
    })),
  });
  const rowAt = (index: number): R | undefined => answers[Math.floor(index / pageSize) - firstPage]?.data?.[index % pageSize];

  const selectedIndex = items.find(({ index }) => {
    const row = rowAt(index);
    return row !== undefined && rowId(row) === selected;
  })?.index;
  const [active, setActive] = useState(0);
  useEffect(() => {
    if (selectedIndex !== undefined) setActive(selectedIndex);
  }, [selectedIndex]);

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 10,
      PageUp: active - 10,
      Home: 0,
      End: total - 1,
    };
    const target = steps[event.key];
    if (target !== undefined) {
      event.preventDefault();
      const next = Math.min(total - 1, Math.max(0, target));
      setActive(next);
      virtualizer.scrollToIndex(next);
      const row = rowAt(next);
      if (row === undefined) return;
      if (event.shiftKey && onMark) onMark('extend', row, next, active);
      else onOpen(row, { moving: true });
    } else if (onMark && (event.key === ' ' || (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)))) {
      event.preventDefault();
      const row = rowAt(active);
      if (row !== undefined) onMark(event.key === ' ' ? 'toggle' : 'all', row, active, active);
    } else if (event.key === 'Enter') {
      const row = rowAt(active);
      if (row !== undefined) onOpen(row, { moving: false });
    }
  };
  const optionId = (index: number) => `${listKey.join('-').replace(/\W+/g, '-')}-${index}`;
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      onKeyDown={onKeyDown}
      aria-activedescendant={items.some(({ index }) => index === active) ? optionId(active) : undefined}
    >
      <div role="presentation" className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rowAt(index);
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events jsx-a11y/interactive-supports-focus -- the list itself has the focus and answers the keys
            <div
              key={index}
              id={optionId(index)}
              role="option"
              aria-selected={row !== undefined && rowId(row) === selected}
              aria-setsize={total}
              aria-posinset={index + 1}
              className={classes.row}
              data-active={index === active || undefined}
              data-index={index}
              ref={virtualizer.measureElement}
              style={{ minHeight: height, transform: `translateY(${start}px)` }}
              aria-checked={onMark && row !== undefined ? (marked?.has(rowId(row)) ?? false) : undefined}
              onClick={(event) => {
                setActive(index);
                if (row === undefined) return;
                const onBox = event.target instanceof Element && event.target.closest('[data-mark]') !== null;
                if (onMark && event.shiftKey) onMark('extend', row, index, active);
                else if (onMark && (onBox || event.ctrlKey || event.metaKey)) onMark('toggle', row, index, active);
                else onOpen(row, { moving: false });
              }}
            >
              {onMark && <span className={classes.mark} data-mark aria-hidden />}
              {row === undefined ? <span className={classes.loading}>{say('loading')}</span> : renderRow(row, index)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
