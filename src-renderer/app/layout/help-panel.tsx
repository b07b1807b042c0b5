import { IconX } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useRoute } from '../navigation';
import { useShortcut } from '../shortcuts';
import { useViewState } from '../view-state';
import frame from './frame.module.css';
import classes from './help-panel.module.css';
import side from './side.module.css';
import { useFrameWords } from './words';

const ChapterHelp = lazy(() => import('../../features/guide/chapter-help').then((module) => ({ default: module.ChapterHelp })));

interface FieldHelp {
  readonly title: string;
  readonly text: string;
}

/** The help that the focused control carries: `data-help-title` and `data-help` on it or around it. */
function helpOf(element: Element | null): FieldHelp | undefined {
  const source = element?.closest<HTMLElement>('[data-help]');
  return source ? { title: source.dataset['helpTitle'] ?? '', text: source.dataset['help'] ?? '' } : undefined;
}

/** Everything that the page explains, in its order; once where a title stands twice. */
function allHelp(): FieldHelp[] {
  const found = [...document.querySelectorAll<HTMLElement>('#work [data-help]')].flatMap((one) => {
    const { helpTitle: title = '', help: text = '' } = one.dataset;
    return text === '' ? [] : [{ title, text }];
  });
  return [...new Map(found.map((one) => [one.title, one])).values()];
}

/** F1: what the field in work is for and how it is typed; it follows the cursor. Below it the guide to the screen and the keys of the window. */
export function HelpPanel() {
  const say = useFrameWords();
  const close = useViewState((state) => state.setHelp);
  const route = useRoute();
  const [field, setField] = useState(() => helpOf(document.activeElement));
  const [all, setAll] = useState(allHelp);
  useShortcut('escape', () => close(false));
  // What was explained belonged to the screen that was left.
  const [at, setAt] = useState(route.screen);
  if (at !== route.screen) {
    setAt(route.screen);
    setField(undefined);
    setAll([]);
  }
  useEffect(() => {
    const follow = (event: FocusEvent) => {
      const next = helpOf(event.target as Element);
      if (next) setField(next);
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, []);
  const keys = [
    ['Tab, Enter', say('keyNext')],
    ['Ctrl S', say('keySave')],
    ['Ctrl N', say('keyNew')],
    ['Ctrl K', say('keySearch')],
    ['F1', say('keyHelp')],
    ['Esc', say('keyEscape')],
    ['Alt ← →', say('keyBack')],
    ['Ctrl Z', say('keyUndo')],
    ['↑ ↓ Home End', say('keyMove')],
    [say('keySpace'), say('keyMark')],
    ['Shift ↑ ↓', say('keyMarkMore')],
    ['Ctrl A', say('keyMarkAll')],
  ] as const;
  return (
    <aside className={`${side.side} ${classes.help}`} aria-label={say('help')}>
      <header>
        <h2>{field?.title ?? say('help')}</h2>
        <button type="button" className="square" aria-label={say('helpClose')} onClick={() => close(false)}>
          <IconX size="1rem" aria-hidden />
        </button>
      </header>
      <p role="status">{field?.text ?? say('helpIntro')}</p>
      {field === undefined && all.length > 0 && (
        <>
          <h3>{say('helpFields')}</h3>
          {all.map(({ title, text }) => (
            <details key={title} className={classes.helpField}>
              <summary>{title}</summary>
              <p>{text}</p>
            </details>
          ))}
        </>
      )}
      {route.screen !== 'guide' && (
        <Suspense>
          <ChapterHelp route={route} />
        </Suspense>
      )}
      <h3>{say('helpKeys')}</h3>
      <dl>
        {keys.map(([key, text]) => (
          <div key={key}>
            <dt>{text}</dt>
            <dd>
              <kbd className={frame.key}>{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
