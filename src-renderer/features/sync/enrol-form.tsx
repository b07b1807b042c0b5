import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SyncStatus } from '#shared/contract/window/sync';
import { Problem } from '../../components/problem';
import { callError } from '../../service/app-error';
import { queries } from '../../service/queries';
import { service } from '../../service/use-service';
import { useLanguage } from '../../i18n/words';
import { numberText } from '../format';
import tone from '../../components/tone.module.css';
import classes from './sync.module.css';
import { useSyncWords } from './words';

const isAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** Address of the hub and the code that works once. */
export function EnrolForm({ status }: { status: SyncStatus }) {
  const say = useSyncWords();
  const language = useLanguage();
  const [url, setUrl] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async () => {
    setTried(true);
    if (!isAddress(url.trim()) || code.trim() === '') return;
    setBusy(true);
    setError(null);
    try {
      queries.setQueryData(['sync', 'status'], await service().sync.enrol({ hubUrl: url.trim(), code: code.trim() }));
    } catch (failure) {
      setError(callError(failure));
      setBusy(false);
    }
  };
  return (
    <form
      className={classes.enrol}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>{say('enrol')}</h2>
      <p>{say('enrolHint')}</p>
      <TextInput
        label={say('url')}
        required
        inputMode="url"
        placeholder="https://"
        maxLength={300}
        value={url}
        error={tried && !isAddress(url.trim()) && say('urlProblem')}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <TextInput
        label={say('code')}
        description={say('codeHint')}
        required
        maxLength={40}
        autoComplete="off"
        value={code}
        error={tried && code.trim() === '' && say('codeProblem')}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      {error !== null && <Problem error={error} />}
      <div>
        <span className={tone.quiet}>
          {say('enrolledHint', {
            records: numberText(status.waiting.records, language),
            pages: numberText(status.waiting.pages, language),
          })}
        </span>
        <Button type="submit" loading={busy}>
          {say('enrolButton')}
        </Button>
      </div>
    </form>
  );
}
