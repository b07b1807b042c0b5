import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Committee } from '#shared/contract/window/session';
import { Problem } from '../../components/problem';
import { callError, type CallError } from '../../service/app-error';
import { service } from '../../service/use-service';
import classes from './unlock.module.css';
import { useUnlockWords } from './words';

type Field = 'partyCommittee' | 'province' | 'term' | 'name' | 'jobTitle' | 'passphrase' | 'repeat';
const needed: readonly Field[] = ['partyCommittee', 'province', 'term', 'name', 'passphrase', 'repeat'];

/** Four questions, and the book stands. `onTyped` lets the cover show what it will say. */
export function CreateCommittee({
  onTyped,
  onOpened,
  onBack,
}: {
  onTyped: (committee: Pick<Committee, 'partyCommittee' | 'province' | 'term'>) => void;
  onOpened: () => Promise<void>;
  onBack: () => void;
}) {
  const say = useUnlockWords();
  const [typed, setTyped] = useState<Record<Field, string>>({
    partyCommittee: '',
    province: '',
    term: say('firstYears'),
    name: '',
    jobTitle: '',
    passphrase: '',
    repeat: '',
  });
  const [profile, setProfile] = useState<Committee['profile']>('connected');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const problemOf = (field: Field): string | undefined => {
    if (field === 'repeat' && typed.repeat !== '' && typed.repeat !== typed.passphrase) return say('repeatWrong');
    return needed.includes(field) && typed[field].trim() === '' ? say('needed') : undefined;
  };
  const bind = (field: Field) => ({
    label: say(field),
    value: typed[field],
    error: tried ? problemOf(field) : undefined,
    required: needed.includes(field),
    onChange: (event: { currentTarget: { value: string } }) => {
      const next = { ...typed, [field]: event.currentTarget.value };
      setTyped(next);
      onTyped(next);
    },
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (needed.some(problemOf)) return;
    setBusy(true);
    setError(undefined);
    const partyCommittee = typed.partyCommittee.trim();
    const committee: Committee = {
      name: say('nameOf', { party: partyCommittee }),
      partyCommittee,
      province: typed.province.trim(),
      symbol: 'UBKTĐU',
      term: typed.term.trim(),
      profile,
    };
    try {
      await service().session.createCommittee({
        committee,
        userName: typed.name.trim(),
        userTitle: typed.jobTitle.trim(),
        passphrase: typed.passphrase,
      });
      await onOpened();
    } catch (failure) {
      setError(callError(failure));
      setBusy(false);
    }
  };
  const secret = { autoComplete: 'off', maxLength: 200, visibilityToggleButtonProps: { 'aria-label': say('show') } };
  return (
    <form onSubmit={(event) => void submit(event)} className={classes.create} noValidate>
      <h1>{say('createTitle')}</h1>
      <p className={classes.lead}>{say('createLead')}</p>
      <fieldset>
        <legend>{say('q1')}</legend>
        <TextInput {...bind('partyCommittee')} placeholder={say('partyCommitteeHint')} autoFocus maxLength={200} />
        <div className={classes.pair}>
          <TextInput {...bind('province')} placeholder={say('provinceHint')} maxLength={100} />
          <TextInput {...bind('term')} maxLength={20} />
        </div>
      </fieldset>
      <fieldset>
        <legend>{say('q2')}</legend>
        <div className={classes.pair}>
          <TextInput {...bind('name')} maxLength={120} />
          <TextInput {...bind('jobTitle')} maxLength={120} />
        </div>
      </fieldset>
      <fieldset>
        <legend>{say('q3')}</legend>
        <div className={classes.pair}>
          <PasswordInput {...bind('passphrase')} {...secret} />
          <PasswordInput {...bind('repeat')} {...secret} />
        </div>
        <p className={classes.note}>{say('passphraseHint')}</p>
      </fieldset>
      <fieldset>
        <legend>{say('q4')}</legend>
        <div className={classes.pair}>
          {(['connected', 'standalone'] as const).map((one) => (
            <label key={one} className={classes.choice} data-chosen={profile === one || undefined}>
              <input
                type="radio"
                name="profile"
                aria-label={`${say(one)}. ${say(`${one}Hint`)}`}
                checked={profile === one}
                onChange={() => setProfile(one)}
              />
              <span>
                <strong>{say(one)}</strong>
                <span>{say(`${one}Hint`)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {error && <Problem error={error} />}
      <div className={classes.acts}>
        <Button variant="default" onClick={onBack} disabled={busy}>
          {say('back')}
        </Button>
        <Button type="submit" loading={busy}>
          {say('createAct')}
        </Button>
      </div>
    </form>
  );
}
