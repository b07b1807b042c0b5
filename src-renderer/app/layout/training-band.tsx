import { IconSchool } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { service } from '../../service/use-service';
import { noticeOfFailure } from '../notices';
import { sessionChanged } from '../session';
import classes from './training-band.module.css';
import { useFrameWords } from './words';

/** Above all that is shown of the training committee: what this is, and the two ways out of it. */
export function TrainingBand() {
  const say = useFrameWords();
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    document.documentElement.dataset['training'] = say('training');
    return () => {
      delete document.documentElement.dataset['training'];
    };
  }, [say]);
  const end = (work: () => Promise<unknown>) => void work().then(sessionChanged).catch(noticeOfFailure);
  return (
    <section className={classes.band} aria-label={say('training')}>
      <IconSchool size="1.125rem" aria-hidden />
      <strong>{say('training')}</strong>
      {asking ? (
        <>
          <span role="alert">{say('trainingSure')}</span>
          <button type="button" className={classes.act} onClick={() => end(() => service().session.discardSample())}>
            {say('trainingYes')}
          </button>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the question has just been asked for; the safe answer is the nearest */}
          <button type="button" className={classes.act} autoFocus onClick={() => setAsking(false)}>
            {say('trainingNo')}
          </button>
        </>
      ) : (
        <>
          <span className={classes.note}>{say('trainingNote')}</span>
          <button type="button" className={classes.act} onClick={() => end(() => service().session.lock())}>
            {say('trainingLeave')}
          </button>
          <button type="button" className={classes.act} onClick={() => setAsking(true)}>
            {say('trainingDiscard')}
          </button>
        </>
      )}
    </section>
  );
}
