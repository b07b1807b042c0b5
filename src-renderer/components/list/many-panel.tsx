import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ManyAct } from '#shared/contract/window/lists';
import { holdsSeveral, manyFields } from '#shared/records/many';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { useShortcut } from '../../app/shortcuts';
import { foldedFilter } from '../folded-filter';
import { useLanguage } from '../../i18n/words';
import { markOwnSave } from '../../service/queries';
import { callError, type CallError } from '../../service/app-error';
import { service, useQueryOf } from '../../service/use-service';
import { today } from '../day';
import { Problem } from '../problem';
import { type Entry, valueOf } from '../record-form/entry';
import { FieldEditor } from '../record-form/field-editor';
import { SaveKey } from '../save-key';
import { valueText } from '../value-text';
import classes from './list.module.css';
import { useListWords } from './words';

interface Choice {
  readonly key: string;
  readonly label: string;
}

/** One act over the chosen rows: what, then what it will change, then it is saved as one step. */
export function ManyPanel({
  type,
  ids,
  onDone,
  onCancel,
}: {
  type: RecordTypeName;
  ids: readonly string[];
  onDone: () => void;
  onCancel: () => void;
}) {
  const say = useListWords();
  const language = useLanguage();
  const { fields } = recordType(type);
  const [key, setKey] = useState<string | null>(null);
  const [entry, setEntry] = useState<Entry>(null);
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<CallError>();
  const [saving, setSaving] = useState(false);
  const choices: Choice[] = [
    ...manyFields(type).flatMap((name): Choice[] => {
      const field = fields[name]?.label[language] ?? name;
      return holdsSeveral(type, name)
        ? (['add', 'take'] as const).map((kind) => ({ key: `${kind} ${name}`, label: say(kind, { field }) }))
        : [{ key: `set ${name}`, label: say('set', { field }) }];
    }),
    { key: 'aside', label: say('aside') },
  ];
  const [kind, name = ''] = (key ?? '').split(' ');
  const field = fields[name];
  const act = actOf(kind, name, field && valueOf(field, entry, today()), reason);
  const preview = useQueryOf(
    ['records', type, 'many', act, ids],
    () => service().lists.preview({ type, ids: [...ids], act: act as ManyAct }),
    {
      enabled: act !== undefined,
    },
  );
  const ready = act !== undefined && (preview.data?.changing ?? 0) > 0;
  const apply = () => {
    if (!ready || saving) return;
    setSaving(true);
    service()
      .lists.apply({ type, ids: [...ids], act })
      .then(() => {
        markOwnSave();
        onDone();
      })
      .catch((error: unknown) => setFailure(callError(error)))
      .finally(() => setSaving(false));
  };
  useShortcut('save', apply);
  useShortcut('escape', onCancel);
  return (
    <form
      className={classes.many}
      aria-label={say('manyTitle', { count: ids.length })}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        apply();
      }}
    >
      <Select
        label={say('manyWhat')}
        searchable
        filter={foldedFilter}
        autoFocus
        value={key}
        data={choices.map((one) => ({ value: one.key, label: one.label }))}
        onChange={(next) => {
          setKey(next);
          setEntry(null);
          setFailure(undefined);
        }}
      />
      {field && field.kind !== 'list' && (
        <>
          <FieldEditor
            key={key}
            name={name}
            field={kind === 'set' ? { ...field, required: false } : field}
            entry={entry}
            onEntry={setEntry}
            onLeave={() => undefined}
            error={undefined}
            titles={{}}
          />
          {kind === 'set' && !field.required && <p className={classes.quiet}>{say('emptyClears')}</p>}
        </>
      )}
      {kind === 'aside' && (
        <TextInput
          label={say('reason')}
          required
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {failure && <Problem error={failure} />}
      {preview.isError && <Problem error={preview.error} />}
      {act !== undefined && preview.data && (
        <div className={classes.preview} role="status">
          <p>
            {preview.data.changing > 0 ? say('preview', { count: preview.data.changing }) : say('previewNone')}
            {preview.data.same > 0 && `; ${say('previewSame', { count: preview.data.same })}`}
          </p>
          {field && preview.data.sample.length > 0 && (
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('record')}</th>
                  <th scope="col">{say('before')}</th>
                  <th scope="col">{say('after')}</th>
                </tr>
              </thead>
              <tbody>
                {preview.data.sample.slice(0, shownRows).map((row) => (
                  <tr key={row.id}>
                    <td>{row.title}</td>
                    <td>{valueText(field, row.before, language, preview.data?.titles) || say('blank')}</td>
                    <td>{valueText(field, row.after, language, preview.data?.titles) || say('blank')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {field && preview.data.changing > shownRows && <p>{say('previewMore', { count: preview.data.changing - shownRows })}</p>}
        </div>
      )}
      <div className={classes.manyActs}>
        <Button variant="default" onClick={onCancel}>
          {say('cancel')}
        </Button>
        <Button type="submit" disabled={!ready} loading={saving} rightSection={<SaveKey />}>
          {say('apply', { count: preview.data?.changing ?? 0 })}
        </Button>
      </div>
    </form>
  );
}

const shownRows = 4;

/** Undefined while something is missing. */
function actOf(kind: string | undefined, field: string, value: unknown, reason: string): ManyAct | undefined {
  if (kind === 'aside') return reason.trim() === '' ? undefined : { kind, reason: reason.trim() };
  if (typeof value === 'symbol' || field === '') return undefined;
  if (kind === 'set') return { kind, field, value: value ?? null };
  return (kind === 'add' || kind === 'take') && Array.isArray(value) && value.length > 0
    ? { kind, field, value: value as string[] }
    : undefined;
}
