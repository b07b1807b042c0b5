import { Button, Checkbox, Kbd } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Hit } from '#shared/contract/window/search';
import type { ChosenFacets } from '#shared/contract/window/finding';
import { isRecordTypeName, recordTypes } from '#shared/records/registry';
import { Empty } from '../../components/empty';
import { Problem } from '../../components/problem';
import { navigate, useRoute } from '../../app/navigation';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { Browse } from '../finding/browse';
import { facetsOfQuery, isAnyChosen, queryOfFacets } from '../finding/chosen-facets';
import { FacetLists } from '../finding/facet-lists';
import { numberText } from '../format';
import { openRecord } from '../open-record';
import { groupsOf } from './groups';
import { HitRow } from './hit-row';
import lists from '../../components/facets.module.css';
import classes from './search.module.css';
import { useSearchWords } from './words';

const listOf = (text: string | undefined): string[] => (text ? text.split(',').filter(Boolean) : []);

/** Tìm kiếm: the answer to the one box in the title bar, by kind, with facets; arrow keys move, Enter opens. */
export function SearchScreen() {
  const say = useSearchWords();
  const query = useRoute().query ?? {};
  const text = (query.q ?? '').trim();
  if (text === '') return <Browse query={query} ask={say('ask')} hint={say('askHint')} />;
  return (
    <Answer
      key={text}
      text={text}
      kinds={listOf(query.kinds)}
      years={listOf(query.years).map(Number)}
      fileId={query.file}
      facets={facetsOfQuery(query)}
    />
  );
}

const step = 30;
/** The best of each kind that are shown before a kind is chosen. */
const perKind = 3;

function Answer({
  text,
  kinds,
  years,
  fileId,
  facets: chosen,
}: {
  text: string;
  kinds: string[];
  years: number[];
  fileId: string | undefined;
  facets: ChosenFacets;
}) {
  const say = useSearchWords();
  const language = useLanguage();
  const [limit, setLimit] = useState(step);
  const asked = { text: text.slice(0, 200), years, facets: chosen, ...(fileId && { fileId }) };
  const known = kinds.filter(isRecordTypeName);
  const filtered = known.length > 0 || years.length > 0 || isAnyChosen(chosen);
  const answer = useQueryOf(
    ['search', asked, kinds, limit],
    () => service().search.query({ ...asked, kinds: known, ...(known.length === 1 ? { limit } : { limit: 1, perKind }) }),
    { keep: true },
  );
  const unfiltered = useQueryOf(
    ['search', text, fileId, 'facets'],
    () => service().search.query({ text: asked.text, ...(fileId && { fileId }), limit: 1 }),
    { keep: true, enabled: filtered },
  );
  // Counted beside the answer, which does not wait for it.
  const counted = useQueryOf(['search', 'facets', asked, kinds], () => service().finding.facets({ ...asked, kinds: known }), {
    keep: true,
    enabled: answer.data !== undefined,
  });
  const show = (next: { kinds?: string[]; years?: number[]; facets?: ChosenFacets }) =>
    navigate(
      {
        screen: 'search',
        query: {
          q: text,
          kinds: (next.kinds ?? kinds).join(','),
          years: (next.years ?? years).join(','),
          ...(fileId && { file: fileId }),
          ...queryOfFacets(next.facets ?? chosen),
        },
      },
      { replace: true },
    );
  const list = useRef<HTMLDivElement>(null);
  const data = answer.data;
  const one = known.length === 1;
  const groups = data ? groupsOf(data, known) : [];
  useEffect(() => {
    list.current?.scrollTo(0, 0);
  }, [text]);
  // What could be chosen is counted without what is chosen.
  const offered = filtered ? (unfiltered.data ?? data) : data;
  const facets = { kinds: offered?.kinds ?? [], years: offered?.years ?? [] };
  return (
    <div className={classes.screen}>
      <aside className={lists.facets} aria-label={say('kinds')}>
        <FacetList
          title={say('kinds')}
          items={facets.kinds.map(({ kind, count }) => ({ key: kind, label: recordTypes[kind].label[language], count }))}
          chosen={kinds}
          onChange={(next) => show({ kinds: next })}
        />
        <FacetList
          title={say('years')}
          items={facets.years.map(({ year, count }) => ({ key: String(year), label: String(year), count }))}
          chosen={years.map(String)}
          onChange={(next) => show({ years: next.map(Number) })}
        />
        <FacetLists
          facets={counted.data?.facets ?? []}
          chosen={chosen}
          onChange={(name, values) => show({ facets: { ...chosen, [name]: values } })}
        />
        <p className={classes.sealed}>
          <IconLock size={14} aria-hidden="true" /> {say('sealed')}
        </p>
      </aside>
      <h1 className="visually-hidden">{say('label')}</h1>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys pass from one result to the next, which are buttons */}
      <div
        ref={list}
        className={classes.results}
        onKeyDown={moveInResults}
        role="region"
        aria-label={say('label')}
        aria-busy={answer.isPlaceholderData}
      >
        {answer.error && <Problem error={answer.error} retry={() => void answer.refetch()} />}
        {data && data.total > 0 && (
          <p className={classes.summary} role="status">
            <span>
              <b>{say(data.more ? 'moreThan' : 'results', { count: numberText(data.total, language) })}</b> {say('for', { text })}
            </span>
            <span className={classes.keys}>
              <Kbd>↑</Kbd>
              <Kbd>↓</Kbd> {say('choose')} <Kbd>Enter</Kbd> {say('open')} <Kbd>Ctrl K</Kbd> {say('again')}
            </span>
          </p>
        )}
        {data && data.total === 0 && (
          <Empty
            title={say('none', { text })}
            hint={say('noneHint')}
            action={
              filtered && (
                <Button variant="default" onClick={() => show({ kinds: [], years: [], facets: {} })}>
                  {say('clear')}
                </Button>
              )
            }
          />
        )}
        {groups.map((group) => (
          <section key={group.kind} aria-label={recordTypes[group.kind].label[language]}>
            <header className={classes.groupHead}>
              <h2>{recordTypes[group.kind].label[language]}</h2>
              <span>{say('inKind', { shown: group.hits.length, all: group.total })}</span>
              {!one && group.total > group.hits.length && (
                <button type="button" className="link" onClick={() => show({ kinds: [group.kind] })}>
                  {say('seeAll', { count: group.total })}
                </button>
              )}
              {one && (
                <button type="button" className="link" onClick={() => show({ kinds: [] })}>
                  {say('seeFewer')}
                </button>
              )}
            </header>
            <ul className={classes.hits}>
              {group.hits.map((hit) => (
                <li key={hit.id}>
                  <HitRow hit={hit} onOpen={() => void openHit(hit, text)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {one && data && data.hits.length === limit && limit < 100 && data.total > limit && (
          <Button variant="default" onClick={() => setLimit((now) => Math.min(100, now + step))}>
            {say('more', { count: Math.min(step, data.total - limit) })}
          </Button>
        )}
      </div>
    </div>
  );
}

function openHit(hit: Hit, text: string): void | Promise<void> {
  if (hit.page) return navigate({ screen: 'pages', id: hit.id, query: { find: text } });
  return openRecord(hit.type, hit.id);
}

function moveInResults(event: React.KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-hit]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  rows[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  event.preventDefault();
}

function FacetList({
  title,
  items,
  chosen,
  onChange,
}: {
  title: string;
  items: readonly { key: string; label: string; count: number }[];
  chosen: readonly string[];
  onChange(next: string[]): void;
}) {
  if (items.length === 0) return null;
  return (
    <fieldset className={lists.facet}>
      <legend>{title}</legend>
      {items.map((item) => (
        <div key={item.key}>
          <Checkbox
            size="xs"
            label={item.label}
            checked={chosen.includes(item.key)}
            onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, item.key] : chosen.filter((key) => key !== item.key))}
          />
          <span>{item.count}</span>
        </div>
      ))}
    </fieldset>
  );
}
