import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { RecordView } from '#shared/contract/window/common';
import { recordTypes } from '#shared/records/registry';
import { codeLabel, codeList } from '#shared/rules/code-lists/index';
import { today as dayNow } from '../../components/day';
import { Due } from '../../components/due';
import { Empty } from '../../components/empty';
import { ListBar } from '../../components/list/list-bar';
import { listQuery, useListState } from '../../components/list/list-state';
import { SyncMark } from '../../components/sync-mark';
import { RecordList } from '../../components/record-list';
import { navigate, useRoute } from '../../app/navigation';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { dayText } from '../format';
import list from '../../components/register-head.module.css';
import classes from './register.module.css';
import { caseFilters, caseQuery, isCaseFilter } from './filters';
import { useCaseWords } from './words';

type SortField = 'code' | 'openedOn' | 'dueOn';

/** The register of cases with filters by state and type. */
export function CaseRegister({ onCreate }: { onCreate(): void }) {
  const say = useCaseWords();
  const language = useLanguage();
  const { query: asking } = useRoute();
  const { filter: asked, type = '' } = asking ?? {};
  const filter = isCaseFilter(asked) ? asked : 'open';
  const today = dayNow();
  const state = useListState(caseQuery(filter, today, type), { field: 'openedOn', direction: 'desc' });
  const { sort, turn } = state;
  const show = (next: { filter?: string; type?: string }) =>
    navigate({ screen: 'cases', query: { ...listQuery(asking), filter, type, ...next } });
  const counts = useQueryOf(
    ['records', 'counts', 'case', today, type],
    () => service().records.counts({ queries: caseFilters.map((one) => caseQuery(one, today, type)) }),
    { keep: true },
  );
  const heads: [SortField | null, string][] = [
    ['code', say('columnCode')],
    [null, say('columnName')],
    [null, say('columnType')],
    [null, say('columnLeader')],
    ['openedOn', say('columnOpened')],
    ['dueOn', say('columnDue')],
  ];
  return (
    <div className={classes.registerPage}>
      <header className={classes.registerHead}>
        <h1>{say('register')}</h1>
        <div className={list.filters}>
          {caseFilters.map((one, index) => (
            <button
              key={one}
              type="button"
              className={list.filter}
              aria-pressed={one === filter}
              data-bad={one === 'overdue' && (counts.data?.counts[index] ?? 0) > 0}
              onClick={() => show({ filter: one })}
            >
              {say(one)} <b>{counts.data?.counts[index] ?? ''}</b>
            </button>
          ))}
        </div>
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={onCreate}>
          {say('openCase')}
        </Button>
        <div className={classes.narrowing}>
          <Select
            aria-label={say('typeFilter')}
            w={176}
            clearable
            placeholder={say('anyType')}
            value={type || null}
            data={codeList('caseType').items.map((item) => ({ value: item.code, label: item.label[language] }))}
            onChange={(value) => show({ type: value ?? '' })}
          />
          <div className={classes.bar}>
            <ListBar
              state={state}
              said={[filter === 'all' ? '' : say(filter), type === '' ? '' : codeLabel('caseType', type, language)]
                .filter(Boolean)
                .join(', ')}
            />
          </div>
        </div>
      </header>
      <div className={classes.table}>
        <div className={classes.columns}>
          {heads.map(([field, name]) =>
            field === null ? (
              <span key={name}>{name}</span>
            ) : (
              <button key={name} type="button" className={list.sort} aria-pressed={sort.field === field} onClick={() => turn(field)}>
                {name}
                {sort.field === field && (sort.direction === 'desc' ? ' ↓' : ' ↑')}
              </button>
            ),
          )}
        </div>
        <RecordList
          query={state.query}
          rowHeight={3.1875}
          label={say('register')}
          onOpen={(record, { moving }) => {
            if (!moving) navigate({ screen: 'cases', id: record.id });
          }}
          renderRow={(record) => <Row record={record} />}
          empty={
            counts.data?.counts[0] === 0 && type === '' ? (
              <Empty title={say('empty')} hint={say('emptyHint')} action={<Button onClick={onCreate}>{say('openCase')}</Button>} />
            ) : (
              <Empty
                title={say('noneFound')}
                hint={say('noneFoundHint')}
                action={
                  <Button
                    variant="default"
                    onClick={() => {
                      state.clear();
                      navigate({ screen: 'cases', query: { filter: 'all' } });
                    }}
                  >
                    {say('showAll')}
                  </Button>
                }
              />
            )
          }
        />
      </div>
    </div>
  );
}

function Row({ record }: { record: RecordView }) {
  const language = useLanguage();
  const { code, name, type, state, leader, openedOn, dueOn } = record.values;
  const closed = recordTypes.case.closed?.(record.values) ?? false;
  return (
    <div className={classes.row}>
      <b>{String(code ?? '')}</b>
      <span className={classes.two}>
        <span className={classes.strong} title={String(name ?? '')}>
          {String(name ?? '')}
        </span>
        <span>{record.subtitle}</span>
      </span>
      <span className={classes.cell}>{codeLabel('caseType', String(type), language)}</span>
      <span className={classes.cell}>{String(leader ?? '')}</span>
      <span>{dayText(openedOn)}</span>
      <span className={classes.two}>
        {typeof dueOn === 'string' && !closed && <Due date={dueOn} />}
        <span className={classes.state}>
          <span>{codeLabel('caseState', String(state), language)}</span> <SyncMark state={record.sync} wordless />
        </span>
      </span>
    </div>
  );
}
