import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { CodeListId } from '#shared/rules/code-lists/index';
import { CodeSelect, CodesSelect } from '../../components/record-form/code-select';
import { useLanguage } from '../../i18n/words';
import { DayInput } from '../work/day-input';
import classes from '../work/work.module.css';
import own from './rows-editor.module.css';
import { useRuleWords } from './words';

/** One field of a rule, by its name in the rule. */
export type RowField =
  | {
      readonly key: string;
      readonly kind: 'text' | 'day' | 'label';
      readonly label: string;
      readonly wide?: true;
      readonly required?: true;
    }
  | { readonly key: string; readonly kind: 'code' | 'codes'; readonly label: string; readonly list: CodeListId; readonly required?: true }
  | { readonly key: string; readonly kind: 'flag'; readonly label: string }
  | {
      readonly key: string;
      readonly kind: 'choice';
      readonly label: string;
      readonly choices: readonly { readonly value: string; readonly label: string }[];
    };

type Row = Readonly<Record<string, unknown>>;

/**
 * Rules of a pack as a list whose order counts: each opens in place, moves, goes, and new ones come at the end. What a person changes is no
 * longer marked as unverified: it is theirs now.
 */
export function RowsEditor<T extends object>({
  title,
  rows,
  fields,
  nameOf,
  blank,
  onChange,
}: {
  title: string;
  rows: readonly T[];
  fields: readonly RowField[];
  nameOf: (row: T) => string;
  blank: NoInfer<T>;
  onChange: (rows: readonly T[]) => void;
}) {
  const say = useRuleWords();
  const set = (at: number, part: Row) =>
    onChange(
      rows.map((row, index) => {
        if (index !== at) return row;
        const { unverified: _checked, ...kept } = row as Row;
        const next = Object.entries({ ...kept, ...part }).filter(([, value]) => value !== undefined);
        return Object.fromEntries(next) as T;
      }),
    );
  const move = (at: number, by: -1 | 1) => {
    const next = [...rows];
    const [row] = next.splice(at, 1);
    if (row) next.splice(at + by, 0, row);
    onChange(next);
  };
  return (
    <details>
      <summary>
        <b>{title}</b> ({rows.length})
      </summary>
      <div className={own.inside}>
        <ol>
          {rows.map((row, at) => {
            const name = nameOf(row) || say('newRow');
            return (
              // oxlint-disable-next-line react/no-array-index-key -- rules have no names of their own, and their order is what counts
              <li key={at}>
                <details open={nameOf(row) === ''}>
                  <summary>{name}</summary>
                  <div className={classes.form}>
                    {fields.map((field) => (
                      <Field
                        key={field.key}
                        field={field}
                        value={(row as Row)[field.key]}
                        of={name}
                        onChange={(value) => set(at, { [field.key]: value })}
                      />
                    ))}
                  </div>
                  <div className={own.acts}>
                    <Button
                      variant="default"
                      size="compact-sm"
                      disabled={at === 0}
                      aria-label={say('moveUp', { name })}
                      leftSection={<IconArrowUp size={14} aria-hidden />}
                      onClick={() => move(at, -1)}
                    >
                      {say('up')}
                    </Button>
                    <Button
                      variant="default"
                      size="compact-sm"
                      disabled={at === rows.length - 1}
                      aria-label={say('moveDown', { name })}
                      leftSection={<IconArrowDown size={14} aria-hidden />}
                      onClick={() => move(at, 1)}
                    >
                      {say('down')}
                    </Button>
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={say('dropRow', { name })}
                      leftSection={<IconTrash size={14} aria-hidden />}
                      onClick={() => onChange(rows.filter((_, index) => index !== at))}
                    >
                      {say('act')}
                    </Button>
                  </div>
                </details>
              </li>
            );
          })}
        </ol>
        <Button variant="default" size="compact-sm" onClick={() => onChange([...rows, blank])}>
          {say('addRow', { title })}
        </Button>
      </div>
    </details>
  );
}

function Field({ field, value, of, onChange }: { field: RowField; value: unknown; of: string; onChange: (value: unknown) => void }) {
  const label = field.label;
  const say = useRuleWords();
  const english = useLanguage() === 'en';
  switch (field.kind) {
    case 'day':
      return <DayInput label={label} value={typeof value === 'string' ? value : null} onChange={(day) => onChange(day ?? undefined)} />;
    case 'text':
      return (
        <TextInput
          {...(field.wide ? { className: classes.wide ?? '' } : {})}
          label={label}
          value={String(value ?? '')}
          maxLength={1000}
          required={field.required === true}
          onChange={({ currentTarget }) => onChange(currentTarget.value === '' && !field.required ? undefined : currentTarget.value)}
        />
      );
    case 'label': {
      const { vi = '', en = '' } = (value ?? {}) as { vi?: string; en?: string };
      const text = (language: 'vi' | 'en', name: string) => (
        <TextInput
          className={classes.wide ?? ''}
          label={name}
          value={language === 'vi' ? vi : en}
          maxLength={500}
          required={language === 'vi'}
          onChange={({ currentTarget }) => onChange({ vi, en, [language]: currentTarget.value })}
        />
      );
      return (
        <>
          {text('vi', english ? say('inVietnamese', { label }) : label)}
          {english && text('en', say('inEnglish', { label }))}
        </>
      );
    }
    case 'code':
      return (
        <CodeSelect
          label={label}
          list={field.list}
          value={typeof value === 'string' ? value : null}
          onChange={(code) => onChange(code ?? undefined)}
          required={field.required === true}
          error={undefined}
        />
      );
    case 'codes':
      return (
        <CodesSelect
          label={label}
          list={field.list}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={(codes) => onChange(codes.length === 0 && !field.required ? undefined : codes)}
          required={false}
          error={undefined}
        />
      );
    case 'flag':
      return (
        <Checkbox
          label={label}
          aria-label={`${label}: ${of}`}
          checked={value === true}
          onChange={({ currentTarget }) => onChange(currentTarget.checked ? true : undefined)}
        />
      );
    case 'choice':
      return (
        <Select
          label={label}
          data={[...field.choices]}
          value={typeof value === 'string' ? value : null}
          allowDeselect={false}
          onChange={(chosen) => onChange(chosen ?? undefined)}
        />
      );
  }
}
