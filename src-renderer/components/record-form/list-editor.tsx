import { Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ListField } from '#shared/records/field';
import { useLanguage } from '../../i18n/words';
import { entriesOf, type ItemEntry } from './entry';
import { FieldEditor } from './field-editor';
import classes from './record-form.module.css';
import { useFormWords } from './words';

/** A small table inside a record: one block of fields for each item, in the order in which they were added. */
export function ListEditor({
  field,
  items,
  onItems,
  titles,
  itemError,
  error,
}: {
  field: ListField;
  items: readonly ItemEntry[];
  onItems: (items: readonly ItemEntry[]) => void;
  titles: Readonly<Record<string, string>>;
  itemError: (itemId: string, subField: string) => string | undefined;
  error: string | undefined;
}) {
  const say = useFormWords();
  const language = useLanguage();
  const label = field.label[language];
  const add = () => onItems([...items, { ...entriesOf(field.item, {}), id: crypto.randomUUID() }]);
  return (
    <fieldset className={classes.list}>
      <legend>{label}</legend>
      {items.map((item, index) => (
        <div key={item.id} className={classes.item} role="group" aria-label={say('item', { list: label, number: index + 1 })}>
          <span className={classes.itemNumber}>{index + 1}</span>
          <div className={classes.itemFields}>
            {Object.entries(field.item).map(([name, sub]) => (
              <FieldEditor
                key={name}
                name={`${item.id}.${name}`}
                field={sub}
                entry={item[name] ?? null}
                titles={titles}
                error={itemError(item.id, name)}
                onLeave={() => {}}
                onEntry={(entry) => onItems(items.map((other) => (other.id === item.id ? { ...other, [name]: entry } : other)))}
              />
            ))}
          </div>
          <button
            type="button"
            className={`square ${classes.removeItem}`}
            aria-label={say('removeItem', { number: index + 1 })}
            onClick={() => onItems(items.filter((other) => other.id !== item.id))}
          >
            <IconX size="1rem" aria-hidden />
          </button>
        </div>
      ))}
      {error && <p className={classes.listError}>{error}</p>}
      <Button variant="default" size="compact-sm" leftSection={<IconPlus size="0.875rem" aria-hidden />} onClick={add}>
        {say('add')}
      </Button>
    </fieldset>
  );
}
