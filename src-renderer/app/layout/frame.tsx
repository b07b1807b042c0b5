import { Suspense, useEffect } from 'react';
import { useLive } from '../../service/use-service';
import { goBack, goForward, useRoute } from '../navigation';
import { undoLast } from '../notices';
import { loadOtherScreens, screenPart } from '../screens';
import { useShortcut } from '../shortcuts';
import { useViewState } from '../view-state';
import { BottomBar } from './bottom-bar';
import classes from './frame.module.css';
import { HelpPanel } from './help-panel';
import { Rail } from './rail';
import { TitleBar } from './title-bar';
import { ScreenGuard } from './screen-guard';

/** Milliseconds after which the first screen is surely there, and the others may be loaded. */
const quietTime = 3000;

/** The window while a book is open: title bar, rail, the screen of the address, bottom bar. */
export function Frame() {
  const { screen } = useRoute();
  const { setSavedAt, setHelp, help, full } = useViewState();
  useLive((event) => {
    if (event.kind === 'records') setSavedAt(event.savedAt);
  });
  useShortcut('back', goBack);
  useShortcut('forward', goForward);
  useShortcut('undo', undoLast);
  useShortcut('help', () => setHelp(true));
  useEffect(() => {
    document.title = 'Kiểm tra số';
    const later = setTimeout(loadOtherScreens, quietTime);
    return () => clearTimeout(later);
  }, []);
  const Screen = screenPart(screen);
  return (
    <div className={classes.frame} data-full={full || undefined}>
      <TitleBar />
      {!full && <Rail />}
      <main className={classes.work} id="work" tabIndex={-1}>
        <ScreenGuard key={screen}>
          <Suspense fallback={<div aria-busy="true" />}>
            {/* oxlint-disable-next-line react/static-components -- the same screen has the same component each time */}
            <Screen />
          </Suspense>
        </ScreenGuard>
      </main>
      {help && <HelpPanel />}
      <BottomBar />
    </div>
  );
}
