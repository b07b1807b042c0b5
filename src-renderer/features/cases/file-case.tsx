import { Button, TextInput } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import { notice } from '../../app/notices';
import { today as dayNow } from '../../components/day';
import { Problem } from '../../components/problem';
import { CodeSelect } from '../../components/record-form/code-select';
import { RefPicker } from '../../components/ref-picker';
import panel from '../../components/panel.module.css';
import { callError, type CallError } from '../../service/app-error';
import { useLanguage } from '../../i18n/words';
import { markOwnSave } from '../../service/queries';
import { service, useQueryOf } from '../../service/use-service';
import { openRecord } from '../open-record';
import work from '../work/work.module.css';
import { useActWords } from './act-words';

/** The archive file of a case: the link to it, or the form that makes it, with the retention that the rules in force propose. */
export function FileCase({ record }: { record: RecordView }) {
  const say = useActWords();
  const today = dayNow();
  const fileId = record.values['archiveFile'];
  const proposed = useQueryOf(['records', 'case', 'retention', record.id, today], () =>
    service().cases.retention({ id: record.id, today }),
  );
  const fonds = useQueryOf(['records', 'archiveFonds', 'for-case'], () => service().records.list({ type: 'archiveFonds', limit: 2 }));
  const filed = useQueryOf(
    ['records', 'archiveFile', String(fileId)],
    () => service().records.get({ type: 'archiveFile', id: String(fileId) }),
    { enabled: typeof fileId === 'string' },
  );
  return (
    <section className={panel.panel} aria-label={say('filing')} data-screen>
      <header className={panel.head}>
        <h2>{say('filing')}</h2>
        <span className={panel.aside}>{say('filingHint')}</span>
      </header>
      {typeof fileId === 'string' ? (
        <p className={panel.body}>
          {filed.data && (
            <button type="button" className="link" onClick={() => void openRecord('archiveFile', fileId)}>
              {filed.data.record.title}
            </button>
          )}
        </p>
      ) : (
        proposed.data !== undefined &&
        fonds.data && (
          <Form
            key={record.revision}
            record={record}
            today={today}
            proposed={proposed.data}
            onlyFonds={fonds.data.rows.length === 1 ? fonds.data.rows[0] : undefined}
          />
        )
      )}
    </section>
  );
}

type Proposed = Awaited<ReturnType<ReturnType<typeof service>['cases']['retention']>>;

function Form({
  record,
  today,
  proposed,
  onlyFonds,
}: {
  record: RecordView;
  today: string;
  proposed: Proposed;
  onlyFonds: RecordView | undefined;
}) {
  const say = useActWords();
  const language = useLanguage();
  const [fonds, setFonds] = useState<string | null>(onlyFonds?.id ?? null);
  const [code, setCode] = useState(String(record.values['code'] ?? ''));
  const [box, setBox] = useState('');
  const [retention, setRetention] = useState<string | null>(proposed?.retention ?? null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallError>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (fonds === null || retention === null) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const made = await service().cases.file({ id: record.id, revision: record.revision, fonds, code, box, retention, today });
      markOwnSave();
      notice(say('filed', { count: made.documents }));
    } catch (error) {
      setFailure(callError(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={work.form} onSubmit={(event) => void submit(event)} aria-label={say('filing')}>
      {failure && (
        <div className={work.wide}>
          <Problem error={failure} />
        </div>
      )}
      <RefPicker
        label={say('fonds')}
        types={['archiveFonds']}
        value={fonds}
        required
        titles={onlyFonds ? { [onlyFonds.id]: onlyFonds.title } : {}}
        onChange={setFonds}
      />
      <CodeSelect label={say('retention')} list="retention" value={retention} onChange={setRetention} required error={undefined} />
      <TextInput label={say('fileCode')} value={code} maxLength={100} required onChange={(event) => setCode(event.currentTarget.value)} />
      <TextInput label={say('box')} value={box} maxLength={50} onChange={(event) => setBox(event.currentTarget.value)} />
      <p className={`${work.note} ${work.wide}`} data-tone={proposed ? 'neutral' : undefined}>
        {proposed
          ? say(proposed.unverified ? 'retentionUnverified' : 'retentionFrom', {
              what: proposed.what[language] || proposed.what.vi,
              pack: proposed.pack,
              source: proposed.source,
            })
          : say('retentionNone')}
      </p>
      <footer>
        <Button
          type="submit"
          loading={busy}
          disabled={fonds === null || retention === null || code.trim() === ''}
          leftSection={<IconArchive size="1rem" aria-hidden />}
        >
          {say('fileIt')}
        </Button>
      </footer>
    </form>
  );
}
