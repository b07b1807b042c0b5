import { Checkbox, TagsInput, Textarea, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { Field, ListField } from '#shared/records/field';
import type { Label } from '#shared/records/label';
import { useLanguage } from '../../i18n/words';
import { today } from '../day';
import { RefPicker, RefsPicker } from '../ref-picker';
import { CodeSelect, CodesSelect } from './code-select';
import { entryOf, valueOf, type Entry } from './entry';
import { FieldFrame } from './field-frame';
import classes from './record-form.module.css';
import { useFormWords } from './words';

export interface FieldEditorProps {
  readonly name: string;
  readonly field: Exclude<Field, ListField>;
  readonly entry: Entry;
  readonly onEntry: (entry: Entry) => void;
  readonly onLeave: () => void;
  readonly error: string | undefined;
  readonly titles: Readonly<Record<string, string>>;
  /** A sealed field that holds something already. */
  readonly held?: boolean;
  readonly help?: Label | undefined;
}

/** The control for one field of a record or of an item, chosen by its kind. A list has an editor of its own. */
export function FieldEditor(props: FieldEditorProps) {
  return (
    <FieldFrame name={props.name} field={props.field} help={props.help} onLeave={props.onLeave}>
      <Control {...props} />
    </FieldFrame>
  );
}

function Control({ field, entry, onEntry, error, titles, held }: FieldEditorProps) {
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
  }
}

const strings = (entry: Entry): readonly string[] => (Array.isArray(entry) ? (entry as readonly string[]) : []);
