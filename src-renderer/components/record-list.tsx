import type { ReactNode } from 'react';
import type { ListQuery, RecordView } from '#shared/contract/window/common';
import { callError } from '../service/app-error';
import { queries } from '../service/queries';
import { service, useQueryOf } from '../service/use-service';
import { useSelection } from './list/selection';
import { SelectionBar } from './list/selection-bar';
import { Problem } from './problem';
import { pageSize, rangeKey, VirtualList } from './virtual-list';

export type Titles = Readonly<Record<string, string>>;
type Page = { rows: readonly RecordView[]; titles: Titles; total: number };
interface Row {
  readonly record: RecordView;
  readonly titles: Titles;
}

const rowsOf = ({ rows, titles }: Page): Row[] => rows.map((record) => ({ record, titles }));

/**
 * The records that a query finds, filtered and sorted in the store, loaded page by page. `header` says the columns or the
 * number found; `empty` is shown instead of no rows. Several rows are chosen with Space and Shift, for acts over all of them.
 */
export function RecordList({
  query,
  label,
  rowHeight,
  renderRow,
  selected,
  onOpen,
  acts,
  header,
  empty,
}: {
  query: Omit<ListQuery, 'offset' | 'limit'>;
  label: string;
  rowHeight: number;
  renderRow: (record: RecordView, titles: Titles) => ReactNode;
  selected?: string | undefined;
  onOpen: (record: RecordView, how: { moving: boolean }) => void;
  /** What this list offers beside the common acts over the chosen rows. */
  acts?: (ids: ReadonlySet<string>) => ReactNode;
  header?: ReactNode | ((total: number) => ReactNode);
  empty: ReactNode;
}) {
  const selection = useSelection(query);
  const key = ['records', query.type, 'list', query] as const;
  const ask = (offset: number, limit: number): Promise<Page> => service().records.list({ ...query, offset, limit });
  const listKey = [...key, pageSize] as const;
  // One answer gives the total and the rows that are seen first.
  const first = useQueryOf(
    [...key, 'first'],
    async () => {
      const page = await ask(0, pageSize);
      queries.setQueryData(rangeKey(listKey, 0), rowsOf(page));
      return page;
    },
    { keep: true },
  );
  if (first.isError) return <Problem error={callError(first.error)} retry={() => void first.refetch()} />;
  const total = first.data?.total ?? 0;
  return (
    <>
      {typeof header === 'function' ? header(total) : header}
      {selection.ids.size > 0 && (
        <SelectionBar query={query} selection={selection}>
          {acts?.(selection.ids)}
        </SelectionBar>
      )}
      {first.data && total === 0 ? (
        empty
      ) : (
        <div style={{ flex: 1, minHeight: 0 }}>
          {total > 0 && (
            <VirtualList<Row>
              label={label}
              total={total}
              rowHeight={rowHeight}
              listKey={listKey}
              loadRange={async (offset, limit) => rowsOf(await ask(offset, limit))}
              rowId={(row) => row.record.id}
              renderRow={(row) => renderRow(row.record, row.titles)}
              selected={selected}
              onOpen={(row, how) => onOpen(row.record, how)}
              marked={selection.ids}
              onMark={(how, row, index, from) => selection.mark(how, row.record.id, index, from)}
            />
          )}
        </div>
      )}
    </>
  );
}
