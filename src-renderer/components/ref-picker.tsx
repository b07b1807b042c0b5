import { MultiSelect, Select, type ComboboxItem } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { defineWords } from '../i18n/words';
import { service, useQueryOf } from '../service/use-service';

const useWords = defineWords('ref-picker', {
  vi: { none: 'Không thấy. Gõ tên hoặc số, không cần dấu.', placeholder: 'Gõ để tìm', clear: 'Xóa lựa chọn' },
  en: {
    none: 'Nothing found. Type a name or number, without diacritics if you like.',
    placeholder: 'Type to find',
    clear: 'Clear the choice',
  },
});

interface Common {
  readonly types: readonly RecordTypeName[];
  readonly label: string;
  readonly required?: boolean;
  readonly error?: string | undefined;
  /** Titles of what is chosen already, by id. */
  readonly titles?: Readonly<Record<string, string>>;
  readonly onBlur?: () => void;
  readonly id?: string;
}

/** Chooses one record of the given types by typing a part of its title, without diacritics. */
export function RefPicker({
  value,
  onChange,
  types,
  titles = {},
  ...rest
}: Common & { value: string | null; onChange: (id: string | null, title?: string) => void }) {
  const say = useWords();
  const lookup = useLookup(types, titles, value ? [value] : []);
  return (
    <Select
      {...rest}
      value={value}
      data={lookup.options}
      filter={asFound}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': say('clear') }}
      selectFirstOptionOnChange
      searchValue={lookup.text}
      onSearchChange={lookup.setText}
      nothingFoundMessage={say('none')}
      placeholder={say('placeholder')}
      onChange={(id, option) => {
        if (id) lookup.remember([id]);
        onChange(id, option?.label);
      }}
      comboboxProps={{ shadow: 'md' }}
      maxDropdownHeight={280}
    />
  );
}

/** The same for several records. */
export function RefsPicker({
  value,
  onChange,
  types,
  titles = {},
  ...rest
}: Common & { value: readonly string[]; onChange: (ids: string[]) => void }) {
  const say = useWords();
  const lookup = useLookup(types, titles, value);
  return (
    <MultiSelect
      {...rest}
      value={[...value]}
      data={lookup.options}
      filter={asFound}
      searchable
      hidePickedOptions
      selectFirstOptionOnChange
      searchValue={lookup.text}
      onSearchChange={lookup.setText}
      nothingFoundMessage={say('none')}
      placeholder={value.length === 0 ? say('placeholder') : ''}
      onChange={(ids) => {
        lookup.remember(ids);
        onChange(ids);
      }}
      comboboxProps={{ shadow: 'md' }}
      maxDropdownHeight={280}
    />
  );
}

const asFound = <T,>({ options }: { options: T }): T => options;

function useLookup(types: readonly RecordTypeName[], titles: Readonly<Record<string, string>>, chosen: readonly string[]) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 120);
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({});
  const chosenTitles = chosen.map((id) => ({ value: id, label: titles[id] ?? picked[id] ?? '…' }));
  // The box shows the title of what is chosen; that is no question.
  const query = chosenTitles.some(({ label }) => label === asked) ? '' : asked;
  const found = useQueryOf(
    ['records', 'any', 'lookup', types, query],
    () => service().records.lookup({ types: [...types], text: query.slice(0, 200), limit: 20 }),
    { keep: true },
  );
  const hits: ComboboxItem[] = (found.data?.hits ?? []).map(({ id, title }) => ({ value: id, label: title || id }));
  return {
    text,
    setText,
    options: [...hits, ...chosenTitles.filter(({ value }) => !hits.some((hit) => hit.value === value))],
    /** Keeps the titles of what was chosen, for when other hits take their place. */
    remember: (ids: readonly string[]) =>
      setPicked((all) => ({
        ...all,
        ...Object.fromEntries(hits.filter(({ value }) => ids.includes(value)).map(({ value, label }) => [value, label])),
      })),
  };
}
