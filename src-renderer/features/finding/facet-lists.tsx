import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ChosenFacets, Facet, FacetName } from '#shared/contract/window/finding';
import { useLanguage } from '../../i18n/words';
import { numberText } from '../format';
import { facetLabel } from './chosen-facets';
import lists from '../../components/facets.module.css';
import { useFindingWords } from './words';

/** Facets with their counts; what is chosen stays in sight even when nothing is left of it. */
export function FacetLists({
  facets,
  chosen,
  onChange,
}: {
  facets: readonly Facet[];
  chosen: ChosenFacets;
  onChange(name: FacetName, values: string[]): void;
}) {
  return facets.map((facet) => (
    <FacetList key={facet.name} facet={facet} chosen={chosen[facet.name] ?? []} onChange={(values) => onChange(facet.name, values)} />
  ));
}

const atFirst = 5;

function FacetList({ facet, chosen, onChange }: { facet: Facet; chosen: readonly string[]; onChange(values: string[]): void }) {
  const say = useFindingWords();
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const gone = chosen.filter((value) => !facet.values.some((one) => one.value === value)).map((value) => ({ value, count: 0 }));
  const values = [...facet.values, ...gone];
  const shown = all ? values : values.filter(({ value }, index) => index < atFirst || chosen.includes(value));
  return (
    <fieldset className={lists.facet}>
      <legend>{say(facet.name)}</legend>
      {shown.map(({ value, count }) => (
        <div key={value}>
          <Checkbox
            size="xs"
            label={facetLabel(facet.name, value, language)}
            checked={chosen.includes(value)}
            onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value))}
          />
          <span>{numberText(count, language)}</span>
        </div>
      ))}
      {values.length > atFirst && (
        <button type="button" className="link" onClick={() => setAll(!all)}>
          {all ? say('showLess') : say('showMore', { count: values.length - shown.length })}
        </button>
      )}
    </fieldset>
  );
}
