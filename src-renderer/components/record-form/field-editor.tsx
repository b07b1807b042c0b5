import { Checkbox, MultiSelect, Select, TagsInput, Textarea, TextInput, type ComboboxItem, type OptionsFilter } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { Field, ListField } from '#shared/records/field';
import { codeList, type CodeListId } from '#shared/rules/code-lists/index';
import { useLanguage } from '../../i18n/words';
import { today } from '../day';
import { RefPicker, RefsPicker } from '../ref-picker';
import { entryOf, valueOf, type Entry, type ItemEntry } from './entry';
import { fieldHelp } from './field-help';
import { ListEditor } from './list-editor';
import { matchingOptions } from './match-codes';
import classes from './record-form.module.css';
import { useFormWords } from './words';

export interface FieldEditorProps {
  readonly name: string;
  readonly field: Field;
  readonly entry: Entry;
  readonly onEntry: (entry: Entry) => void;
  readonly onLeave: () => void;
  readonly error: string | undefined;
  readonly titles: Readonly<Record<string, string>>;
  /** A sealed field that holds something already. */
  readonly held?: boolean;
  readonly itemError?: (itemId: string, subField: string) => string | undefined;
}

const wide = new Set<Field['kind']>(['longText', 'codes', 'refs', 'tags', 'list']);

/** The control for one field of a record, chosen by its kind; F1 help travels in data attributes. */
export function FieldEditor(props: FieldEditorProps) {
  const say = useFormWords();
  const language = useLanguage();
  const { field, name } = props;
  const isWide = wide.has(field.kind) || (field.kind === 'text' && field.max >= 300);
  return (
    <div
      className={isWide ? classes.wide : classes.field}
      data-field={name}
      data-help-title={field.label[language]}
      data-help={fieldHelp(field, say, language)}
      onBlur={props.onLeave}
    >
      <Control {...props} />
    </div>
  );
}

function Control({ field, entry, onEntry, error, titles, held, itemError }: FieldEditorProps) {
  const say = useFormWords();
  const language = useLanguage();
  const common = { label: field.label[language], error, required: field.required ?? false };
  const text = typeof entry === 'string' ? entry : '';
  const typed = { ...common, value: text, onChange: (event: { currentTarget: { value: string } }) => onEntry(event.currentTarget.value) };
  switch (field.kind) {
    case 'text':
      return <TextInput {...typed} />;
    case 'longText':
      return <Textarea {...typed} autosize minRows={2} maxRows={12} />;
    case 'date':
    case 'partialDate':
    case 'dateTime':
    case 'money':
      return (
        <TextInput
          {...typed}
          inputMode="numeric"
          placeholder={field.kind === 'money' ? undefined : '1/3/26'}
          rightSectionWidth={field.kind === 'money' ? 48 : undefined}
          rightSection={field.kind === 'money' ? <span className={classes.unit}>{say('dong')}</span> : undefined}
          onBlur={() => {
            const value = valueOf(field, text, today());
            if (typeof value === 'string' || typeof value === 'number') onEntry(entryOf(field, value));
          }}
        />
      );
    case 'integer':
      return <TextInput {...typed} inputMode="numeric" />;
    case 'sealed':
      return (
        <TextInput
          {...typed}
          leftSection={<IconLock size="0.9375rem" aria-hidden />}
          placeholder={held ? say('sealedHeld') : undefined}
          autoComplete="off"
          className={classes.sealed}
        />
      );
    case 'boolean':
      return (
        <Checkbox
          className={classes.check}
          label={common.label}
          error={error}
          checked={entry === true}
          onChange={(event) => onEntry(event.currentTarget.checked)}
        />
      );
    case 'code':
      return <CodeSelect {...common} list={field.list} value={typeof entry === 'string' ? entry : null} onChange={onEntry} />;
    case 'codes':
      return <CodesSelect {...common} list={field.list} value={strings(entry)} onChange={onEntry} />;
    case 'ref':
      return (
        <RefPicker
          {...common}
          types={field.to}
          titles={titles}
          value={typeof entry === 'string' ? entry : null}
          onChange={(id) => onEntry(id)}
        />
      );
    case 'refs':
      return <RefsPicker {...common} types={field.to} titles={titles} value={strings(entry)} onChange={onEntry} />;
    case 'tags':
      return <TagsInput {...common} value={[...strings(entry)]} onChange={onEntry} />;
    case 'list':
      return (
        <ListEditor
          field={field as ListField}
          items={Array.isArray(entry) ? (entry as readonly ItemEntry[]) : []}
          onItems={onEntry}
          titles={titles}
          itemError={itemError ?? (() => undefined)}
          error={error}
        />
      );
  }
}

const strings = (entry: Entry): readonly string[] => (Array.isArray(entry) ? (entry as readonly string[]) : []);

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

function CodeSelect({ list, value, onChange, ...rest }: CodeCommon & { value: string | null; onChange: (code: string | null) => void }) {
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

function CodesSelect({ list, value, onChange, ...rest }: CodeCommon & { value: readonly string[]; onChange: (codes: string[]) => void }) {
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
