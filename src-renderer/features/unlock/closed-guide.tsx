import { Suspense } from 'react';
import { navigate } from '../../app/navigation';
import { screenPart } from '../../app/screens';
import { useGuideWords } from '../guide/words';
import classes from './unlock.module.css';

const Guide = screenPart('guide');

/** The guide while every book is closed: who cannot get in finds here what to do. */
export function ClosedGuide() {
  const say = useGuideWords();
  return (
    <main className={classes.guide}>
      <p>
        <button type="button" className="link" onClick={() => navigate({ screen: 'overview' })}>
          ← {say('back')}
        </button>
      </p>
      <Suspense fallback={<div aria-busy="true" />}>
        <Guide />
      </Suspense>
    </main>
  );
}
