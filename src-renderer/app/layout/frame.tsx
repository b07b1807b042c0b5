import { lazy, Suspense, useEffect, useRef } from 'react';
import { stepBack, tellStep } from '../../service/step-back';
import { useLive } from '../../service/use-service';
import { useSettings, useWidthBeside } from '../appearance';
import { goBack, goForward, useRoute } from '../navigation';
import { noticeOfFailure, undoLast } from '../notices';
import { loadOtherScreens, screenPart } from '../screens';
import { useSession } from '../session';
import { useShortcut } from '../shortcuts';
import { useViewState } from '../view-state';
import { BottomBar } from './bottom-bar';
import classes from './frame.module.css';
import { HelpPanel } from './help-panel';
import { Rail } from './rail';
import { TitleBar } from './title-bar';
import { TrainingBand } from './training-band';
import { ScreenGuard } from './screen-guard';
import { useFrameWords } from './words';

const FirstSteps = lazy(() => import('../../features/first-steps/first-steps').then((module) => ({ default: module.FirstSteps })));

/** Milliseconds after which the first screen is surely there, and the others may be loaded. */
const quietTime = 3000;

/** The window while a book is open: title bar, rail, the screen of the address, bottom bar. */
export function Frame() {
  const say = useFrameWords();
  const { screen } = useRoute();
  const { setSavedAt, setHelp, help, full, steps } = useViewState();
  const training = useSession()?.book === 'sample';
  const offered = useSettings().data?.firstSteps === true && !training;
  const showsSteps = !help && !full && (steps ?? offered);
  const work = useRef<HTMLElement>(null);
  useWidthBeside(work, help || showsSteps);
  useLive((event) => {
    if (event.kind === 'records') setSavedAt(event.savedAt);
    if (event.kind === 'step') void tellStep().catch(noticeOfFailure);
  });
  useShortcut('back', goBack);
  useShortcut('forward', goForward);
  // Without a notice that offers it: step by step, as far as the book was opened.
  useShortcut('undo', () => {
    if (!undoLast()) void stepBack().catch(noticeOfFailure);
  });
  useShortcut('help', () => setHelp(true));
  useEffect(() => {
    const later = setTimeout(loadOtherScreens, quietTime);
    return () => clearTimeout(later);
  }, []);
  useEffect(() => {
    document.title = training ? `${say('training')} · Kiểm tra số` : 'Kiểm tra số';
    return () => {
      document.title = 'Kiểm tra số';
    };
  }, [training, say]);
  const Screen = screenPart(screen);
  return (
    <div className={classes.frame} data-full={full || undefined} data-training={training || undefined}>
      <TitleBar />
      {training && <TrainingBand />}
      {!full && <Rail />}
      <main ref={work} className={classes.work} id="work" tabIndex={-1}>
        <ScreenGuard key={screen}>
          <Suspense fallback={<div aria-busy="true" />}>
            {/* oxlint-disable-next-line react/static-components -- the same screen has the same component each time */}
            <Screen />
          </Suspense>
        </ScreenGuard>
      </main>
      {help && <HelpPanel />}
      {showsSteps && (
        <Suspense>
          <FirstSteps />
        </Suspense>
      )}
      <BottomBar />
    </div>
  );
}
