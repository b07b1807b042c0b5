import { Button } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import type { Field } from '#shared/records/field';
import { problemText } from '#shared/records/problem';
import { helpOf } from '#shared/records/help/index';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { useDraftName } from '../../app/session';
import { useShortcut } from '../../app/shortcuts';
import type { Draft } from '../../drafts/draft-store';
import { useDraft } from '../../drafts/use-draft';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { DraftFound, draftDropped } from '../draft-found';
import { Problem } from '../problem';
import { SaveKey } from '../save-key';
import { SealedBar } from '../sealed-bar';
import type { ItemEntry } from './entry';
import { FieldEditor } from './field-editor';
import { FieldFrame } from './field-frame';
import { ListEditor } from './list-editor';
import classes from './record-form.module.css';
import { type Proposal, useRecordForm } from './use-record-form';
import { useFormWords } from './words';

export interface RecordFormProps {
  readonly type: RecordTypeName;
  /** Absent: a new record. */
  readonly id?: string | undefined;
  /** Values with which a new record begins. */
  readonly initial?: Readonly<Record<string, unknown>>;
  readonly proposal?: Proposal | undefined;
  /** Field that has the focus at first; the first one otherwise. */
  readonly focus?: string | undefined;
  /** Values that stand in the form as if they had been typed. */
  readonly typed?: Readonly<Record<string, unknown>> | undefined;
  /** Only these sections of the definition. */
  readonly groups?: readonly string[];
  /** Fields that are not typed here; what `initial` says of them is saved. */
  readonly without?: readonly string[];
  readonly onSaved: (record: RecordView) => void;
  readonly onCancel?: () => void;
  /** What stands in the form, at first and after each change. */
  readonly onValues?: (values: Readonly<Record<string, unknown>>) => void;
}

type Titles = Readonly<Record<string, string>>;

/**
 * The form of any record type, built from its definition: checked as one types, filled with Tab and Enter, saved with Ctrl+S.
 * What is typed is kept as an encrypted draft until it is saved or dropped.
 */
export function RecordForm(props: RecordFormProps) {
  const { type, id, groups } = props;
  const name = useDraftName(type, id ?? 'new', groups?.join('+') ?? '');
  const draft = useDraft(name);
  const found = useQueryOf(['records', type, id ?? 'new'], () => service().records.get({ type, id: id ?? '' }), {
    enabled: id !== undefined,
  });
  if (found.isError) return <Problem error={found.error} retry={() => void found.refetch()} />;
  if (draft.loaded === undefined || (id !== undefined && !found.data)) return <div aria-busy="true" />;
  return (
    <Fields
      {...props}
      key={name}
      name={name}
      record={found.data?.record ?? null}
      titles={found.data?.titles ?? {}}
      draft={draft.loaded}
      onKeep={draft.keep}
      onDrop={draft.drop}
    />
  );
}

function Fields({
  type,
  record,
  initial = {},
  proposal,
  focus,
  typed,
  groups,
  without = [],
  titles,
  name,
  draft,
  onKeep,
  onDrop,
  onSaved,
  onCancel,
  onValues,
}: RecordFormProps & {
  name: string;
  record: RecordView | null;
  titles: Titles;
  draft: Draft | null;
  onKeep: (content: unknown) => void;
  onDrop: () => void;
}) {
  const say = useFormWords();
  const language = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const state = useRecordForm({ type, record, initial, draft, proposal, typed }, onKeep);
  const definition = recordType(type);
  const sections = sectionsOf(definition.fields, definition.groups, groups, without);

  const focusField = (field: string) =>
    form.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"] ${controls}`)?.focus();
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>(`[data-field${focus ? `="${CSS.escape(focus)}"` : ''}] ${controls}`);
    first?.focus();
    if (focus && first instanceof HTMLInputElement) first.select();
  }, [focus]);
  const { values } = state;
  useEffect(() => {
    onValues?.(values);
  }, [values, onValues]);
  const here = () => form.current !== null;
  const submit = async () => {
    if (state.saving) return;
    const saved = await state.submit(focusField, here);
    if (!saved) return;
    onDrop();
    // Whoever went on while it was being saved stays where he is.
    if (here()) onSaved(saved);
  };
  useShortcut('save', () => void submit());
  const cancel = () => {
    const content = { entries: state.entries, revision: record?.revision ?? null };
    onDrop();
    if (state.dirty) draftDropped(name, content);
    onCancel?.();
  };
  const text = (problems: ReturnType<typeof state.problems>) => (problems[0] ? problemText(problems[0], language) : undefined);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter leads from field to field
    <form
      ref={form}
      className={classes.form}
      noValidate
      onKeyDown={enterLeadsOn}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {draft && state.dirty && (
        <DraftFound
          at={draft.at}
          onDrop={() => {
            onDrop();
            state.reset();
          }}
        />
      )}
      {state.failure && <Problem error={state.failure} />}
      {sections.map(({ key, label, fields }) => (
        <section key={key} className={classes.section} aria-label={label[language]}>
          {sections.length > 1 && <h2>{label[language]}</h2>}
          {record && fields.some(([field]) => record.sealed.includes(field)) && <SealedBar record={record} title={label[language]} />}
          <div className={classes.grid}>
            {fields.map(([field, spec]) => {
              const problems = state.problems(field);
              const inItem = (itemId: string, sub: string) => problems.filter((one) => one.itemId === itemId && one.subField === sub);
              const common = {
                titles,
                error: text(problems.filter(({ itemId }) => itemId === undefined)),
              };
              const entry = state.entries[field] ?? null;
              if (spec.kind === 'list')
                return (
                  <FieldFrame key={field} name={field} field={spec} help={helpOf(type, field)} onLeave={() => state.leave(field)}>
                    <ListEditor
                      {...common}
                      field={spec}
                      items={Array.isArray(entry) ? (entry as readonly ItemEntry[]) : []}
                      onItems={(items) => state.set(field, items)}
                      itemError={(itemId, sub) => text(inItem(itemId, sub))}
                    />
                  </FieldFrame>
                );
              return (
                <FieldEditor
                  {...common}
                  key={field}
                  name={field}
                  field={spec}
                  help={helpOf(type, field)}
                  entry={entry}
                  held={record?.sealed.includes(field) ?? false}
                  onEntry={(next) => state.set(field, next)}
                  onLeave={() => state.leave(field)}
                />
              );
            })}
          </div>
        </section>
      ))}
      <footer className={classes.footer}>
        <span className={classes.hint}>{state.dirty ? say('draftKept') : record ? say('nothing') : ''}</span>
        {onCancel && (
          <Button variant="default" onClick={cancel}>
            {say('cancel')}
          </Button>
        )}
        <Button type="submit" loading={state.saving} rightSection={<SaveKey />}>
          {say('save')}
        </Button>
      </footer>
    </form>
  );
}

const controls = ':is(input, textarea, button)';

interface Section {
  readonly key: string;
  readonly label: { readonly vi: string; readonly en: string };
  readonly fields: readonly (readonly [string, Field])[];
}

function sectionsOf(
  fields: Readonly<Record<string, Field>>,
  groups: Readonly<Record<string, { vi: string; en: string }>>,
  only: readonly string[] | undefined,
  without: readonly string[],
): Section[] {
  const [first] = Object.keys(groups);
  return Object.entries(groups)
    .filter(([key]) => only === undefined || only.includes(key))
    .map(([key, label]) => ({
      key,
      label,
      fields: Object.entries(fields).filter(
        ([name, field]) => (field.group ?? first) === key && !field.readOnly && !without.includes(name),
      ),
    }))
    .filter((section) => section.fields.length > 0);
}

/** Enter in a one-line field goes to the next one; the last leads to the button that saves. */
function enterLeadsOn(event: KeyboardEvent<HTMLFormElement>) {
  const from = event.target;
  if (event.key !== 'Enter' || event.defaultPrevented || event.ctrlKey || !(from instanceof HTMLInputElement)) return;
  event.preventDefault();
  const stops = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('input:not([type="hidden"]):not(:disabled), textarea, button[type="submit"]'),
  ];
  stops[stops.indexOf(from) + 1]?.focus();
}
