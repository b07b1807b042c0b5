import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react';
import type { RecordView } from '#shared/contract/window/common';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { navigate, type Screen } from '../../app/navigation';
import { today } from '../../components/day';
import { Empty } from '../../components/empty';
import { ListBar } from '../../components/list/list-bar';
import { listQuery, useListState } from '../../components/list/list-state';
import { RecordList } from '../../components/record-list';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { leadingColumn } from './columns';
import { filtersOf, queryOf, usualFilter, type QuickFilter } from './filters';
import classes from './generic.module.css';
import { rowOf } from './rows';
import { useGenericWords } from './words';

/** The list of one register: which register, quick filters with their counts, a filter by text, and how it is sorted. */
export function Register({
  screen,
  types,
  type,
  query,
  selected,
  onOpen,
  onCreate,
}: {
  screen: Screen;
  types: readonly RecordTypeName[];
  type: RecordTypeName;
  query: Readonly<Record<string, string>>;
  selected: string | undefined;
  onOpen: (record: RecordView, how: { moving: boolean }) => void;
  /** Absent: the province alone writes this register. */
  onCreate: (() => void) | undefined;
}) {
  const say = useGenericWords();
  const language = useLanguage();
  const definition = recordType(type);
  const day = today();
  const offered = filtersOf(type);
  const usual = usualFilter(type);
  const filter = offered.find((one) => one === query['filter']) ?? usual;
  const state = useListState(queryOf(type, filter, day), definition.sort);
  const { direction } = state.sort;
  const counts = useQueryOf(
    ['records', type, 'counts', day],
    () => service().records.counts({ queries: offered.map((one) => queryOf(type, one, day)) }),
    { keep: true },
  );
  const choose = (next: QuickFilter) => {
    const { filter: _filter, ...kept } = listQuery(query);
    navigate({ screen, query: { ...kept, type, ...(next === usual ? {} : { filter: next }) } });
  };
  const showAll = () => {
    state.clear();
    navigate({ screen, query: { type, filter: 'all' } });
  };
  const column = leadingColumn(type);
  const Row = rowOf(type);
  return (
    <div className={classes.register}>
      <header className={classes.head}>
        <div className={classes.titleRow}>
          <h1 className={types.length > 1 ? 'visually-hidden' : undefined}>{definition.register[language]}</h1>
          {types.length > 1 && (
            <nav className={classes.tabs} aria-label={say('registers')}>
              {types.map((name) => (
                <button
                  key={name}
                  type="button"
                  className={classes.tab}
                  aria-current={name === type ? 'page' : undefined}
                  onClick={() => navigate({ screen, query: { type: name } })}
                >
                  {(types.length > 2 ? recordType(name).label : recordType(name).register)[language]}
                </button>
              ))}
            </nav>
          )}
          {onCreate && (
            <Button variant="default" leftSection={<IconPlus size="1rem" aria-hidden />} onClick={onCreate}>
              {say('add')}
            </Button>
          )}
        </div>
        {!onCreate && <p className={classes.fromAbove}>{say('fromAbove')}</p>}
        <div className={classes.filters} role="group" aria-label={say('filters')}>
          {offered.map((one, index) => {
            const count = counts.data?.counts[index] ?? 0;
            return (
              <button
                key={one}
                type="button"
                className={classes.pill}
                aria-pressed={one === filter}
                data-bad={(one === 'overdue' && count > 0) || undefined}
                onClick={() => choose(one)}
              >
                {say(one)} <b>{count.toLocaleString('vi-VN')}</b>
              </button>
            );
          })}
        </div>
        <ListBar state={state} said={filter === 'all' ? '' : say(filter)} />
      </header>
      <RecordList
        key={`${type}/${JSON.stringify(state.query)}`}
        query={state.query}
        label={definition.register[language]}
        rowHeight={3.1875}
        selected={selected}
        onOpen={onOpen}
        header={(total) => (
          <div className={classes.columns}>
            {column && <span>{definition.fields[column]?.label[language]}</span>}
            <span>{say('rows', { count: total.toLocaleString('vi-VN') })}</span>
            <button
              type="button"
              onClick={() => state.turn(definition.sort.field)}
              aria-label={`${say('sortBy')} ${definition.fields[definition.sort.field]?.label[language]}, ${say(direction === 'asc' ? 'ascending' : 'descending')}`}
            >
              {definition.fields[definition.sort.field]?.label[language]}
              {direction === 'asc' ? <IconArrowUp size="0.875rem" aria-hidden /> : <IconArrowDown size="0.875rem" aria-hidden />}
            </button>
          </div>
        )}
        renderRow={(record, titles) => <Row record={record} titles={titles} />}
        empty={
          filter === 'all' && !state.narrowed ? (
            <Empty title={say('emptyTitle')} hint={say(onCreate ? 'emptyHint' : 'emptyFromAbove')} />
          ) : (
            <Empty
              title={say('noneTitle')}
              hint={say('noneHint')}
              action={
                <Button variant="default" onClick={showAll}>
                  {say('showAll')}
                </Button>
              }
            />
          )
        }
      />
    </div>
  );
}
