import { Button, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Filter } from '#shared/contract/window/common';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { foldedFilter } from '../folded-filter';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { today } from '../day';
import { type Entry, valueOf } from '../record-form/entry';
import { FieldEditor } from '../record-form/field-editor';
import { askedField, criterionText, needsValue, type Op, opsOf } from './criteria';
import type { ListState } from './list-state';
import classes from './list.module.css';
import { useListWords } from './words';

/** Conditions as people read them, for any list of this type. */
export function useCriterionTexts(type: RecordTypeName, where: readonly Filter[]): string[] {
  const say = useListWords();
  const language = useLanguage();
  const { fields } = recordType(type);
  const named = where.flatMap(({ field, value }) => {
    const of = fields[field];
    return typeof value === 'string' && (of?.kind === 'ref' || of?.kind === 'refs') ? [{ types: of.to, id: value }] : [];
  });
  const titles = useQueryOf(
    ['records', 'any', 'titles', named],
    async () =>
      Object.fromEntries(
        await Promise.all(
          named.map(async ({ types, id }) => {
            for (const one of types) {
              const found = await service()
                .records.get({ type: one, id })
                .catch(() => undefined);
              if (found) return [id, found.record.title] as const;
            }
            return [id, '…'] as const;
          }),
        ),
      ),
    { enabled: named.length > 0 },
  );
  const words = Object.fromEntries(
    (['eq', 'in', 'contains', 'from', 'to', 'empty', 'notEmpty', 'has'] as const).map((op) => [op, say(`op_${op}`)]),
  ) as Record<Op, string>;
  return where.flatMap((filter) => {
    const field = fields[filter.field];
    return field ? [criterionText(field, filter, words, language, titles.data ?? {})] : [];
  });
}

/** The conditions that hold, each to be dropped, and a line to add one. */
export function CriteriaPanel({ type, state, onClose }: { type: RecordTypeName; state: ListState; onClose: () => void }) {
  const say = useListWords();
  const language = useLanguage();
  const { fields } = recordType(type);
  const texts = useCriterionTexts(type, state.where);
  const [name, setName] = useState<string | null>(null);
  const [op, setOp] = useState<Op | null>(null);
  const [entry, setEntry] = useState<Entry>(null);
  const [titles] = useState<Record<string, string>>({});
  const field = name === null ? undefined : fields[name];
  const ops = field ? opsOf(field) : [];
  const asked = field && op && needsValue(op) ? askedField(field) : undefined;
  const value = asked ? valueOf(asked, asked.kind === 'boolean' ? entry === true : entry, today()) : null;
  const ready = op !== null && (!needsValue(op) || (value !== null && typeof value !== 'symbol'));
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (name === null || op === null || !ready) return;
    state.setWhere([...state.where, { field: name, op, ...(needsValue(op) ? { value: value as string | number | boolean } : {}) }]);
    setName(null);
    setOp(null);
    setEntry(null);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes what was opened
    <form
      className={classes.criteria}
      aria-label={say('criteria')}
      onSubmit={add}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      {texts.length > 0 && (
        <ul className={classes.chips}>
          {texts.map((text, index) => (
            <li key={`${index} ${text}`}>
              <span>{text}</span>
              <button
                type="button"
                aria-label={say('dropCriterion', { text })}
                onClick={() => state.setWhere(state.where.filter((_, at) => at !== index))}
              >
                <IconX size="0.875rem" aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.criterion}>
        <Select
          label={say('field')}
          searchable
          filter={foldedFilter}
          autoFocus
          value={name}
          data={Object.entries(fields)
            .filter(([, one]) => opsOf(one).length > 0)
            .map(([key, one]) => ({ value: key, label: one.label[language] }))}
          onChange={(next) => {
            const chosen = next === null ? undefined : fields[next];
            setName(next);
            setOp(chosen ? (opsOf(chosen)[0] ?? null) : null);
            setEntry(null);
          }}
        />
        {field && op && (
          <Select
            label={say('how')}
            allowDeselect={false}
            value={op}
            data={ops.map((one) => ({ value: one, label: say(`op_${one}`) }))}
            onChange={(next) => setOp((next as Op | null) ?? op)}
          />
        )}
        {asked && name && asked.kind !== 'list' && (
          <FieldEditor
            key={name}
            name={name}
            field={asked}
            entry={entry}
            onEntry={setEntry}
            onLeave={() => undefined}
            error={undefined}
            titles={titles}
          />
        )}
      </div>
      <div className={classes.criteriaActs}>
        {state.narrowed && (
          <button type="button" className="link" onClick={state.clear}>
            {say('clear')}
          </button>
        )}
        <Button type="submit" variant="default" disabled={!ready}>
          {say('addCriterion')}
        </Button>
      </div>
    </form>
  );
}
