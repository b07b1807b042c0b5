import { Button } from '@mantine/core';
import { IconBook2, IconPlus } from '@tabler/icons-react';
import type { RecordView } from '#shared/contract/window/common';
import { codeLabel } from '#shared/rules/code-lists/index';
import { Due } from '../../components/due';
import { Empty } from '../../components/empty';
import { ListBar } from '../../components/list/list-bar';
import { listQuery, type Sort, useListState } from '../../components/list/list-state';
import { SyncMark } from '../../components/sync-mark';
import { RecordList } from '../../components/record-list';
import { navigate, useRoute } from '../../app/navigation';
import { service, useQueryOf } from '../../service/use-service';
import { shortDay } from '../format';
import { type Language, useLanguage } from '../../i18n/words';
import { type PetitionFilter, petitionFilters, queryOf } from './filters';
import list from '../../components/register-head.module.css';
import classes from './petitions.module.css';
import { usePetitionWords } from './words';

/** The register of receipt: quick filters with their counts, then rows of two lines, newest first. */
export function PetitionRegister({
  filter,
  today,
  selected,
  onSelect,
  onCreate,
}: {
  filter: PetitionFilter;
  today: string;
  selected: string | undefined;
  onSelect(id: string, moving: boolean): void;
  onCreate(): void;
}) {
  const say = usePetitionWords();
  const language = useLanguage();
  const state = useListState(queryOf(filter, today), { field: 'receivedOn', direction: 'desc' });
  const { sort, turn } = state;
  const query =
    sort.field === 'receivedOn' ? { ...state.query, sort: [sort, { field: 'number', direction: sort.direction }] } : state.query;
  const showAll = () => {
    state.clear();
    navigate({ screen: 'petitions', query: { filter: 'all' } });
  };
  return (
    <div className={classes.register}>
      <header className={classes.registerHead}>
        <div className={classes.registerTitle}>
          <h1>{say('register')}</h1>
          <Button
            variant="default"
            leftSection={<IconBook2 size={16} aria-hidden />}
            onClick={() => navigate({ screen: 'petitions', query: { view: 'book' } })}
          >
            {say('print')}
          </Button>
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={onCreate}>
            {say('create')}
          </Button>
        </div>
        <QuickFilters filter={filter} today={today} />
        <div className={classes.views}>
          <button type="button" className="link" onClick={() => navigate({ screen: 'petitions', query: { view: 'awaiting' } })}>
            {say('awaiting')}
          </button>
        </div>
        <ListBar state={{ ...state, query }} said={filter === 'all' ? '' : filterName(filter, say, language)} />
      </header>
      <div className={classes.columns}>
        <SortButton label={say('number')} field="number" sort={sort} onTurn={turn} />
        <SortButton label={say('day')} field="receivedOn" sort={sort} onTurn={turn} />
        <span>{say('content')}</span>
        <SortButton label={say('due')} field="dueOn" sort={sort} onTurn={turn} />
      </div>
      <RecordList
        query={query}
        rowHeight={3.1875}
        label={say('register')}
        selected={selected}
        onOpen={(record, { moving }) => onSelect(record.id, moving)}
        renderRow={(record) => <Row record={record} />}
        empty={
          filter === 'all' && !state.narrowed ? (
            <Empty title={say('empty')} hint={say('emptyHint')} />
          ) : (
            <Empty
              title={say('noneFound')}
              hint={say('noneFoundHint')}
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

function QuickFilters({ filter, today }: { filter: PetitionFilter; today: string }) {
  const say = usePetitionWords();
  const language = useLanguage();
  const counts = useQueryOf(['records', 'counts', 'petition', today], () =>
    service().records.counts({ queries: petitionFilters.map((one) => queryOf(one, today)) }),
  );
  const kept = listQuery(useRoute().query);
  return (
    <div className={list.filters}>
      {petitionFilters.map((one, index) => {
        const count = counts.data?.counts[index];
        return (
          <button
            key={one}
            type="button"
            className={list.filter}
            aria-pressed={one === filter}
            data-bad={one === 'overdue' && (count ?? 0) > 0}
            onClick={() => navigate({ screen: 'petitions', query: { ...kept, filter: one } })}
          >
            {filterName(one, say, language)} <b>{count ?? ''}</b>
          </button>
        );
      })}
    </div>
  );
}

const filterName = (one: PetitionFilter, say: ReturnType<typeof usePetitionWords>, language: Language): string =>
  one === 'all' || one === 'overdue' ? say(one) : codeLabel('petitionState', one, language);

function SortButton({ label, field, sort, onTurn }: { label: string; field: string; sort: Sort; onTurn(field: string): void }) {
  const active = sort.field === field;
  return (
    <button type="button" className={list.sort} aria-pressed={active} onClick={() => onTurn(field)}>
      {label}
      {active && (sort.direction === 'desc' ? ' ↓' : ' ↑')}
    </button>
  );
}

function Row({ record }: { record: RecordView }) {
  const language = useLanguage();
  const { number, receivedOn, summary, kind, dueOn, state } = record.values;
  const closed = state === 'DA_XONG';
  return (
    <div className={classes.row}>
      <b className={classes.rowNumber}>{String(number ?? '')}</b>
      <span className={classes.rowDay}>{shortDay(receivedOn)}</span>
      <span className={classes.rowText}>
        <span className={classes.rowTitle} title={String(summary ?? '')}>
          {String(summary ?? record.title)}
        </span>
        <span className={classes.rowPlace}>
          {[codeLabel('petitionKind', String(kind), language), record.subtitle].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className={classes.rowDue}>
        {typeof dueOn === 'string' && !closed && <Due date={dueOn} />}
        <span className={classes.rowState}>
          {codeLabel('petitionState', String(state), language)} <SyncMark state={record.sync} wordless />
        </span>
      </span>
    </div>
  );
}
