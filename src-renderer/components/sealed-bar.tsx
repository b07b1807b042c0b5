import { Button, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import { recordType } from '#shared/records/registry';
import { useShortcut } from '../app/shortcuts';
import { defineWords, useLanguage } from '../i18n/words';
import { callError, type CallError } from '../service/app-error';
import { client } from '../service/connection';
import { Problem } from './problem';
import classes from './sealed-bar.module.css';

const useWords = defineWords('sealed', {
  vi: {
    open: 'Mở niêm phong',
    close: 'Đóng lại',
    sealed: 'Đã niêm phong',
    reason: 'Lý do mở',
    reasonHint: 'Lý do được ghi vào nhật ký cùng tên đồng chí và giờ mở.',
    cancel: 'Thôi',
    confirm: 'Mở và ghi nhật ký',
  },
  en: {
    open: 'Open the seal',
    close: 'Close again',
    sealed: 'Sealed',
    reason: 'Reason for opening',
    reasonHint: 'The reason is recorded in the log with your name and the time.',
    cancel: 'Cancel',
    confirm: 'Open and record it',
  },
});

/**
 * What is sealed, as a bar of fixed pattern (its length hints at nothing). Opening asks for a reason, which is audited; the
 * text is kept only while it is shown. Nothing when the record holds nothing sealed.
 */
export function SealedBar({
  record,
  title,
  onOpened,
}: {
  record: RecordView;
  title?: string;
  onOpened?: (values: Readonly<Record<string, string>>) => void;
}) {
  const say = useWords();
  const language = useLanguage();
  const [state, setState] = useState<{ id: string; asking?: boolean; values?: Readonly<Record<string, string>> }>({ id: record.id });
  const [reason, setReason] = useState('');
  const [error, setError] = useState<CallError>();
  const mine = state.id === record.id ? state : { id: record.id };
  const close = () => {
    setState({ id: record.id });
    setReason('');
    setError(undefined);
  };
  useShortcut('escape', close, mine.asking === true || mine.values !== undefined);
  if (record.sealed.length === 0) return null;

  const definition = recordType(record.type);
  const [first] = record.sealed;
  const group = first === undefined ? undefined : definition.fields[first]?.group;
  const name = title ?? (group === undefined ? undefined : definition.groups[group]?.[language]) ?? say('sealed');
  const open = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { values } = await client.records.unseal({ type: record.type, id: record.id, reason });
      setState({ id: record.id, values });
      setError(undefined);
      onOpened?.(values);
    } catch (failure) {
      setError(callError(failure));
    }
  };
  return (
    <section className={classes.sealed} aria-label={name}>
      <div className={classes.bar}>
        <IconLock size="1.0625rem" aria-hidden />
        <strong>{name}</strong>
        <span className={classes.pattern} aria-hidden>
          <i />
          <i />
          <i />
        </span>
        <span className="visually-hidden">{say('sealed')}</span>
        {mine.values ? (
          <button type="button" className={classes.button} onClick={close}>
            {say('close')}
          </button>
        ) : (
          !mine.asking && (
            <button type="button" className={classes.button} onClick={() => setState({ id: record.id, asking: true })}>
              {say('open')}
            </button>
          )
        )}
      </div>
      {mine.asking && (
        <form className={classes.reason} onSubmit={(event) => void open(event)}>
          <TextInput
            label={say('reason')}
            description={say('reasonHint')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={500}
            required
            data-autofocus
            autoFocus
          />
          {error && <Problem error={error} />}
          <div className={classes.acts}>
            <Button variant="default" onClick={close}>
              {say('cancel')}
            </Button>
            <Button variant="default" type="submit" disabled={reason.trim() === ''}>
              {say('confirm')}
            </Button>
          </div>
        </form>
      )}
      {mine.values && (
        <dl className={classes.values} data-sealed>
          {Object.entries(mine.values).map(([field, value]) => (
            <div key={field}>
              <dt>{definition.fields[field]?.label[language] ?? field}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
