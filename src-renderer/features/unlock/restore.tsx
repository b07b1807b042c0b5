import { Button, PasswordInput, SegmentedControl, Select, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { FoundSet, RestoredView } from '#shared/contract/window/backup';
import { Problem } from '../../components/problem';
import { callError, type CallError } from '../../service/app-error';
import { shell } from '../../service/connection';
import { service } from '../../service/use-service';
import classes from './unlock.module.css';
import { useUnlockWords } from './words';

/** Guides through restoring: place, backup, person, secret. Secrets are held only until the answer. */
export function Restore({ onDone, onBack }: { onDone: () => Promise<void>; onBack: () => void }) {
  const say = useUnlockWords();
  const [sets, setSets] = useState<FoundSet[]>();
  const [error, setError] = useState<CallError>();
  const [restored, setRestored] = useState<RestoredView>();
  const choose = async () => {
    const [place] = await shell().pickFiles({ purpose: 'stick' });
    if (place === undefined) return;
    setError(undefined);
    try {
      setSets((await service().backup.find({ place })).sets);
    } catch (failure) {
      setError(callError(failure));
    }
  };
  return (
    <div className={classes.unlock}>
      <h1>{say('restore')}</h1>
      <p className={classes.lead}>{say('restoreLead')}</p>
      {restored ? (
        <div role="status">
          <p>{say('restored', { records: restored.records, pages: restored.pages })}</p>
          {restored.missing > 0 && <p>{say('restoredMissing', { count: restored.missing })}</p>}
          {restored.setAside && <p className={classes.note}>{say('setAside', { dir: restored.setAside })}</p>}
          <Button
            fullWidth
            className={classes.act}
            onClick={() => {
              onBack();
              void onDone();
            }}
          >
            {say('toUnlock')}
          </Button>
        </div>
      ) : (
        <>
          <Button variant="default" fullWidth onClick={() => void choose()}>
            {say('choosePlace')}
          </Button>
          {sets?.length === 0 && <p role="status">{say('noSets')}</p>}
          {sets && sets.length > 0 && <SetForm sets={sets} onRestored={setRestored} />}
          {error && <Problem error={error} />}
          <Button variant="subtle" fullWidth onClick={onBack} className={classes.act}>
            {say('restoreBack')}
          </Button>
        </>
      )}
    </div>
  );
}

function SetForm({ sets, onRestored }: { sets: readonly FoundSet[]; onRestored: (restored: RestoredView) => void }) {
  const say = useUnlockWords();
  const [dir, setDir] = useState(sets[0]?.dir ?? '');
  const set = sets.find((one) => one.dir === dir) ?? sets[0];
  const [userId, setUserId] = useState(set?.users[0]?.id ?? '');
  const [by, setBy] = useState<'passphrase' | 'words'>('passphrase');
  const [secret, setSecret] = useState('');
  const [second, setSecond] = useState('');
  const [newPassphrase, setNew] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      const how = by === 'passphrase' ? { passphrase: secret } : { words: [secret, second], newPassphrase };
      onRestored(await service().backup.restore({ dir, userId, ...how }));
    } catch (failure) {
      setError(callError(failure));
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} className={classes.unlock}>
      <Select
        label={say('whichSet')}
        allowDeselect={false}
        value={dir}
        onChange={(value) => {
          setDir(value ?? '');
          setUserId(sets.find((one) => one.dir === value)?.users[0]?.id ?? '');
        }}
        data={sets.map((one) => ({
          value: one.dir,
          label: say('setLine', {
            day: one.madeAt.slice(0, 16).replace('T', ' '),
            committee: one.committee,
            records: one.records,
            pages: one.pages,
          }),
        }))}
      />
      <Select
        label={say('who')}
        allowDeselect={false}
        value={userId}
        onChange={(value) => setUserId(value ?? '')}
        data={(set?.users ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      {set?.hasRecovery && (
        <SegmentedControl
          aria-label={say('restore')}
          value={by}
          onChange={(value) => {
            setBy(value as 'passphrase' | 'words');
            setSecret('');
          }}
          data={[
            { value: 'passphrase', label: say('byPassphrase') },
            { value: 'words', label: say('byWords') },
          ]}
        />
      )}
      {by === 'passphrase' ? (
        <PasswordInput
          label={say('passphrase')}
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
          autoComplete="off"
          maxLength={200}
        />
      ) : (
        <>
          <Textarea
            label={say('words')}
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
            rows={3}
            maxLength={400}
          />
          <Textarea
            label={say('words2')}
            value={second}
            onChange={(event) => setSecond(event.currentTarget.value)}
            rows={3}
            maxLength={400}
          />
          <PasswordInput
            label={say('newPassphrase')}
            value={newPassphrase}
            onChange={(event) => setNew(event.currentTarget.value)}
            autoComplete="off"
            maxLength={200}
          />
        </>
      )}
      {error && <Problem error={error} />}
      <Button type="submit" fullWidth loading={busy} disabled={secret === ''} className={classes.act}>
        {say('doRestore')}
      </Button>
    </form>
  );
}
