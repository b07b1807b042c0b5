import { Button, PasswordInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { z } from 'zod';
import type { bookHeadSchema } from '#shared/contract/window/session';
import { Problem } from '../../components/problem';
import { callError, type CallError } from '../../service/app-error';
import { service } from '../../service/use-service';
import classes from './unlock.module.css';
import { useUnlockWords } from './words';

/** Who, and the passphrase. The passphrase is held only until the answer. */
export function Unlock({ head, onOpened }: { head: z.infer<typeof bookHeadSchema>; onOpened: () => Promise<void> }) {
  const say = useUnlockWords();
  const [userId, setUserId] = useState(head.users[0]?.id ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [caps, setCaps] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const box = useRef<HTMLInputElement>(null);
  const open = async (by: () => Promise<unknown>) => {
    setBusy(true);
    setError(undefined);
    try {
      await by();
      await onOpened();
    } catch (failure) {
      setError(callError(failure));
      setBusy(false);
      setPassphrase('');
      box.current?.focus();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void open(() => service().session.unlock({ book: head.book, userId, passphrase }));
  };
  const watchCaps = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'));
  return (
    <form onSubmit={submit} className={classes.unlock}>
      <h1>{say('title')}</h1>
      <p className={classes.lead}>{say('lead')}</p>
      <fieldset className={classes.people}>
        <legend>{say('who')}</legend>
        {head.users.map((user) => (
          <label key={user.id} className={classes.person} data-chosen={user.id === userId || undefined}>
            <input
              type="radio"
              name="user"
              value={user.id}
              checked={user.id === userId}
              onChange={() => {
                setUserId(user.id);
                box.current?.focus();
              }}
            />
            <span className={classes.initials} aria-hidden>
              {initials(user.name)}
            </span>
            <span>
              <strong>{user.name}</strong>
              <span>{user.title}</span>
            </span>
            {user.id === userId && <IconCheck size="1.125rem" aria-hidden />}
          </label>
        ))}
      </fieldset>
      <PasswordInput
        ref={box}
        label={say('passphrase')}
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        onKeyUp={watchCaps}
        autoFocus
        autoComplete="off"
        maxLength={200}
        visibilityToggleButtonProps={{ 'aria-label': say('show') }}
        size="md"
      />
      {error && <Problem error={error} />}
      <Button type="submit" fullWidth loading={busy} disabled={passphrase === ''} className={classes.act}>
        {say('unlock')}
      </Button>
      {head.byMachine.includes(userId) && (
        <Button
          variant="default"
          fullWidth
          disabled={busy}
          onClick={() => void open(() => service().session.unlockByMachine({ book: head.book, userId }))}
        >
          {say('byMachine')}
        </Button>
      )}
      <p className={caps ? classes.caps : classes.note} role="status">
        {say(caps ? 'capsOn' : 'capsOff')}
      </p>
    </form>
  );
}

/** Of the last two words: middle and given name, by which people are told apart. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words.at(-2) ?? '', words.at(-1) ?? '']
    .map((word) => word.slice(0, 1))
    .join('')
    .toLocaleUpperCase('vi');
}
