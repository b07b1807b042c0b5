import { useState } from 'react';
import { Problem } from '../../components/problem';
import { callError, type CallError } from '../../service/app-error';
import { service } from '../../service/use-service';
import classes from './unlock.module.css';
import { useUnlockWords } from './words';

/** Throws the training committee away after one question, also when its passphrase was changed and forgotten. */
export function DiscardTraining({ onDone }: { onDone: () => Promise<void> }) {
  const say = useUnlockWords();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<CallError>();
  const discard = () => {
    service()
      .session.discardSample()
      .then(onDone)
      .catch((failure: unknown) => setError(callError(failure)));
  };
  if (error) return <Problem error={error} />;
  return (
    <p className={classes.discard} role={asking ? 'alert' : undefined}>
      {asking ? (
        <>
          {say('discardSure')}
          <button type="button" className="link" onClick={discard}>
            {say('discardYes')}
          </button>
          <button type="button" className="link" onClick={() => setAsking(false)}>
            {say('discardNo')}
          </button>
        </>
      ) : (
        <button type="button" className="link" onClick={() => setAsking(true)}>
          {say('discard')}
        </button>
      )}
    </p>
  );
}
