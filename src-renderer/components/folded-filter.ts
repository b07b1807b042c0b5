import type { ComboboxItem, OptionsFilter } from '@mantine/core';
import { foldWords } from '#shared/text/fold';

/** Choices found by any of their letters, without diacritics. */
export const foldedFilter: OptionsFilter = ({ options, search }) => {
  const wanted = foldWords(search);
  return (options as ComboboxItem[]).filter(({ label }) => foldWords(label).includes(wanted));
};
