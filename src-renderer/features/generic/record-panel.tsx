import { Button, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { noticeOfFailure } from '../../app/notices';
import { useUserNames } from '../../app/session';
import { useShortcut } from '../../app/shortcuts';
import { BackToList } from '../../components/back-to-list';
import { Chip } from '../../components/chip';
import { momentText } from '../../components/day';
import { Due } from '../../components/due';
import { PrintButton } from '../../components/print';
import { Problem } from '../../components/problem';
import { History } from '../../components/history/history';
import { RecordForm } from '../../components/record-form/index';
import { RecordView } from '../../components/record-view';
import { SyncMark } from '../../components/sync-mark';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf, useRemove } from '../../service/use-service';
import type { EditRequest } from '../edit-field';
import { PapersOf } from '../finding/papers-of';
import { ConflictBar } from '../review/conflict-bar';
import { stateText } from './columns';
import classes from './generic.module.css';
import { sheets } from './sheets';
import { useGenericWords } from './words';

/** One record: read it, change it in the same place, move it aside with a reason, see who did what. */
export function RecordPanel({
  type,
  id,
  edit,
  onEdited,
  onClose,
}: {
  type: RecordTypeName;
  id: string;
  /** A field that the address asks to edit at once. */
  edit: EditRequest | undefined;
  onEdited: () => void;
  onClose: () => void;
}) {
  const say = useGenericWords();
  const language = useLanguage();
  const nameOf = useUserNames();
  const [mode, setMode] = useState<'read' | 'edit' | 'remove'>(edit ? 'edit' : 'read');
  const sheet = useRef<HTMLDivElement>(null);
  const found = useQueryOf(['records', type, id], () => service().records.get({ type, id }));
  useShortcut('escape', () => (mode === 'remove' ? setMode('read') : onClose()), mode !== 'edit');
  if (found.isError)
    return (
      <div className={classes.sheet}>
        <Problem error={found.error} retry={() => void found.refetch()} />
      </div>
    );
  if (!found.data) return <div aria-busy="true" />;
  const { record, titles } = found.data;
  const definition = recordType(type);
  const Sheet = sheets[type];
  const state = stateText(record, language);
  const closed = definition.closed?.(record.values as never) ?? false;
  const due = definition.dueField ? record.values[definition.dueField] : undefined;
  const savedBy = nameOf(record.updatedBy);
  const close = () => {
    setMode('read');
    if (edit) onEdited();
  };
  const restore = () => {
    service()
      .records.restore({ type, id, reason: say('restoreReason') })
      .catch(noticeOfFailure);
  };
  return (
    <>
      <header className={classes.recordHead}>
        <BackToList onBack={onClose} />
        <div className={classes.recordTitle}>
          <h2>{record.title || definition.label[language]}</h2>
          <p>
            {state && <Chip tone={closed ? 'good' : 'neutral'}>{state}</Chip>}
            <span>
              {savedBy
                ? say('saved', { at: momentText(record.updatedAt), by: savedBy })
                : say('savedAt', { at: momentText(record.updatedAt) })}
            </span>
            <SyncMark state={record.sync} />
          </p>
        </div>
        {typeof due === 'string' && <Due date={due} closed={closed} showDate />}
      </header>
      <div className={classes.sheet} ref={sheet} data-record={record.id}>
        {record.removedAt && (
          <p className={classes.removed}>
            {say('removedNote', { reason: record.removedReason ?? '' })}{' '}
            <button type="button" className="link" onClick={restore}>
              {say('restore')}
            </button>
          </p>
        )}
        {mode === 'edit' ? (
          <RecordForm type={type} id={id} {...edit} onSaved={close} onCancel={close} />
        ) : (
          <>
            <ConflictBar recordId={id} />
            {Sheet && (
              <div className={classes.sheetTop}>
                <Sheet record={record} titles={titles} />
              </div>
            )}
            <RecordView record={record} titles={titles} />
            {(type === 'partyMember' || type === 'organisation') && <PapersOf type={type} id={id} />}
            <History key={id} id={id} type={type} />
          </>
        )}
        {mode === 'remove' && <Removal type={type} id={id} onDone={onClose} onCancel={() => setMode('read')} />}
      </div>
      {mode === 'read' && !record.removedAt && definition.author === undefined && (
        <footer className={classes.footer}>
          <PrintButton part={sheet} what={record.title} />
          <button type="button" className="link" onClick={() => setMode('remove')}>
            {say('remove')}
          </button>
          <Button leftSection={<IconPencil size="1rem" aria-hidden />} onClick={() => setMode('edit')}>
            {say('edit')}
          </Button>
        </footer>
      )}
    </>
  );
}

function Removal({ type, id, onDone, onCancel }: { type: RecordTypeName; id: string; onDone: () => void; onCancel: () => void }) {
  const say = useGenericWords();
  const { remove, removing } = useRemove();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>();
  return (
    <form
      className={classes.removal}
      onSubmit={(event) => {
        event.preventDefault();
        remove({ type, id, reason: reason.trim() }).then(onDone, setError);
      }}
    >
      <TextInput
        label={say('removeReason')}
        description={say('removeHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
        autoFocus
        required
      />
      {error !== undefined && <Problem error={error} />}
      <div className={classes.acts}>
        <Button variant="default" onClick={onCancel}>
          {say('cancel')}
        </Button>
        <Button variant="default" type="submit" loading={removing} disabled={reason.trim() === ''}>
          {say('remove')}
        </Button>
      </div>
    </form>
  );
}
