import { type ChosenFacets, type FacetName, facetNames } from '#shared/contract/window/finding';
import { issuerLevelLabels, issuerLevels } from '#shared/finding/level';
import { codeLabel } from '#shared/rules/code-lists/index';
import type { Language } from '../../i18n/words';

/** Between the chosen values of one facet in an address; stands in no value. */
const between = '\u001f';

type Query = Readonly<Record<string, string>>;

export const facetsOfQuery = (query: Query): ChosenFacets =>
  Object.fromEntries(
    facetNames.flatMap((name) => {
      const chosen = (query[`f-${name}`] ?? '').split(between).filter(Boolean);
      return chosen.length > 0 ? [[name, chosen]] : [];
    }),
  );

export const queryOfFacets = (facets: ChosenFacets): Record<string, string> =>
  Object.fromEntries(facetNames.map((name) => [`f-${name}`, (facets[name] ?? []).join(between)]));

export const isAnyChosen = (facets: ChosenFacets): boolean => Object.values(facets).some((values) => (values ?? []).length > 0);

/** What people read for a value of a facet. */
export function facetLabel(name: FacetName, value: string, language: Language): string {
  if (name === 'type') return codeLabel('documentType', value, language);
  if (name === 'secrecy') return codeLabel('secrecy', value, language);
  const level = name === 'level' ? issuerLevels.find((one) => one === value) : undefined;
  return level ? issuerLevelLabels[level][language] : value;
}
