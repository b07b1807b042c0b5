import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Field } from '#shared/records/field';
import { problemText } from '#shared/records/problem';
import { today } from '../../components/day';
import { type Entry, entryOf, type ItemEntry, problemsOf, valueOf } from '../../components/record-form/entry';
import { FieldEditor } from '../../components/record-form/field-editor';
import { FieldFrame } from '../../components/record-form/field-frame';
import { ListEditor } from '../../components/record-form/list-editor';
import { useLanguage } from '../../i18n/words';
import classes from './versions.module.css';
import { useReviewWords } from './words';

/** A third value for a field, with the editor that its kind has everywhere; it begins with the version in use. */
export function TypedValue({
  name,
  field,
  start,
  titles,
  onUse,
  onCancel,
}: {
  name: string;
  field: Field;
  start: unknown;
  titles: Readonly<Record<string, string>>;
  onUse: (value: unknown) => void;
  onCancel: () => void;
}) {
  const say = useReviewWords();
  const language = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const [entry, setEntry] = useState<Entry>(() => entryOf(field, field.kind === 'sealed' ? null : start));
  const [left, setLeft] = useState(false);
  const problems = left ? problemsOf(name, field, entry, today()) : [];
  const text = (own: typeof problems) => (own[0] ? problemText(own[0], language) : undefined);
  useEffect(() => form.current?.querySelector<HTMLElement>(':is(input, textarea, button)')?.focus(), []);
  const use = () => {
    setLeft(true);
    if (problemsOf(name, field, entry, today()).length === 0) onUse(valueOf(field, entry, today()));
  };
  return (
    <form
      ref={form}
      className={classes.typed}
      noValidate
      aria-label={say('typeTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        use();
      }}
    >
      {field.kind === 'list' ? (
        <FieldFrame name={name} field={field} onLeave={() => setLeft(true)}>
          <ListEditor
            field={field}
            items={Array.isArray(entry) ? (entry as readonly ItemEntry[]) : []}
            onItems={setEntry}
            titles={titles}
            error={text(problems.filter(({ itemId }) => itemId === undefined))}
            itemError={(itemId, sub) => text(problems.filter((one) => one.itemId === itemId && one.subField === sub))}
          />
        </FieldFrame>
      ) : (
        <FieldEditor
          name={name}
          field={field}
          entry={entry}
          onEntry={setEntry}
          onLeave={() => setLeft(true)}
          error={text(problems)}
          titles={titles}
        />
      )}
      <div className={classes.typedActs}>
        <Button variant="default" onClick={onCancel}>
          {say('cancel')}
        </Button>
        <Button type="submit">{say('saveTyped')}</Button>
      </div>
    </form>
  );
}
