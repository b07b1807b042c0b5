import { MultiSelect, Select, type ComboboxItem, type OptionsFilter } from '@mantine/core';
import { codeList, type CodeListId } from '#shared/rules/code-lists/index';
import { useLanguage } from '../../i18n/words';
import { today } from '../day';
import { matchingOptions } from './match-codes';
import { useFormWords } from './words';

interface CodeCommon {
  readonly label: string;
  readonly error: string | undefined;
  readonly required: boolean;
  readonly list: CodeListId;
}

/** Values in force, and those which older records still hold. */
function useCodeOptions(list: CodeListId, chosen: readonly string[]): ComboboxItem[] {
  const language = useLanguage();
  const day = today();
  return codeList(list)
    .items.filter((item) => item.validTo === undefined || item.validTo >= day || chosen.includes(item.code))
    .map((item) => ({ value: item.code, label: item.label[language] }));
}

const byFirstLetters: OptionsFilter = ({ options, search }) => matchingOptions(options as ComboboxItem[], search);

/** One value of a code list, chosen by its first letters without diacritics. */
export function CodeSelect({
  list,
  value,
  onChange,
  ...rest
}: CodeCommon & { value: string | null; onChange: (code: string | null) => void }) {
  const say = useFormWords();
  const options = useCodeOptions(list, value ? [value] : []);
  const filter: OptionsFilter = (input) =>
    options.some(({ value: code, label }) => code === value && label === input.search) ? options : byFirstLetters(input);
  return (
    <Select
      {...rest}
      data={options}
      value={value}
      onChange={onChange}
      filter={filter}
      searchable
      selectFirstOptionOnChange
      autoSelectOnBlur
      allowDeselect={false}
      clearable={!rest.required}
      clearButtonProps={{ 'aria-label': say('clear') }}
      nothingFoundMessage={say('none')}
      placeholder={say('choose')}
      maxDropdownHeight={280}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}

/** Several values of a code list. */
export function CodesSelect({
  list,
  value,
  onChange,
  ...rest
}: CodeCommon & { value: readonly string[]; onChange: (codes: string[]) => void }) {
  const say = useFormWords();
  const options = useCodeOptions(list, value);
  return (
    <MultiSelect
      {...rest}
      data={options}
      value={[...value]}
      onChange={onChange}
      filter={byFirstLetters}
      searchable
      hidePickedOptions
      selectFirstOptionOnChange
      nothingFoundMessage={say('none')}
      placeholder={value.length === 0 ? say('choose') : ''}
      maxDropdownHeight={280}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
