import { Button } from '@mantine/core';
import { useState } from 'react';
import { navigate } from '../../app/navigation';
import { Empty } from '../../components/empty';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { numberText } from '../format';
import { facetsOfQuery, isAnyChosen, queryOfFacets } from './chosen-facets';
import { FacetLists } from './facet-lists';
import lists from '../../components/facets.module.css';
import classes from './finding.module.css';
import { PaperList } from './paper-list';
import { useFindingWords } from './words';

const step = 50;

/** The whole archive by its facets, without a word to search for. `ask` and `hint` are shown while nothing is chosen. */
export function Browse({ query, ask, hint }: { query: Readonly<Record<string, string>>; ask: string; hint: string }) {
  const say = useFindingWords();
  const language = useLanguage();
  const [limit, setLimit] = useState(step);
  const facets = facetsOfQuery(query);
  const any = isAnyChosen(facets);
  const counts = useQueryOf(['search', 'facets', '', facets], () => service().finding.facets({ facets }), { keep: true });
  const found = useQueryOf(['search', 'documents', facets, limit], () => service().finding.documents({ facets, limit }), {
    keep: true,
    enabled: any,
  });
  const error = counts.error ?? found.error;
  return (
    <div className={classes.browse}>
      <aside className={lists.facets} aria-label={say('facetsOf')}>
        <FacetLists
          facets={counts.data?.facets ?? []}
          chosen={facets}
          onChange={(name, values) => {
            setLimit(step);
            navigate({ screen: 'search', query: queryOfFacets({ ...facets, [name]: values }) }, { replace: true });
          }}
        />
      </aside>
      <div className={classes.found}>
        <h1>{say('browse')}</h1>
        {error && <Problem error={error} />}
        {!any && <Empty title={ask} hint={`${hint} ${say('browseHint')}`} />}
        {any && found.data && (
          <>
            <p className={classes.summary} role="status">
              <b>{say('documents', { count: numberText(found.data.total, language) })}</b>
              <button type="button" className="link" onClick={() => navigate({ screen: 'search' }, { replace: true })}>
                {say('clear')}
              </button>
            </p>
            {found.data.total === 0 ? <Empty title={say('noDocuments')} /> : <PaperList papers={found.data.papers} label={say('browse')} />}
            {found.data.total > limit && limit < 200 && (
              <Button variant="default" onClick={() => setLimit(limit + step)}>
                {say('moreDocuments', { count: Math.min(step, found.data.total - limit) })}
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  );
}
