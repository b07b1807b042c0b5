import { IconCheck, IconCircle, IconX } from '@tabler/icons-react';
import { navigate } from '../../app/navigation';
import { formatRoute } from '../../app/route';
import { useViewState } from '../../app/view-state';
import { queries } from '../../service/queries';
import { service } from '../../service/use-service';
import { noticeOfFailure } from '../../app/notices';
import { useFirstSteps } from './use-first-steps';
import side from '../../app/layout/side.module.css';
import classes from './first-steps.module.css';
import { useFirstStepsWords } from './words';

/** Việc giờ đầu tiên: what a new book still lacks. Each point leads to its screen and is ticked by what the book holds. */
export function FirstSteps() {
  const say = useFirstStepsWords();
  const show = useViewState((state) => state.setSteps);
  const steps = useFirstSteps();
  const done = steps.filter((step) => step.done).length;
  const later = () => {
    show(false);
    service()
      .settings.set({ firstSteps: false })
      .then((next) => queries.setQueryData(['settings'], next), noticeOfFailure);
  };
  return (
    <aside className={`${side.side} ${classes.steps}`} aria-label={say('title')}>
      <header>
        <h2>{say('title')}</h2>
        <button type="button" className="square" aria-label={say('close')} onClick={later}>
          <IconX size="1rem" aria-hidden />
        </button>
      </header>
      <p role="status">{done === steps.length ? say('allDone') : say('lead', { done, all: steps.length })}</p>
      <ol>
        {steps.map(({ key, done: ticked, to }) => (
          <li key={key} data-done={ticked || undefined}>
            {ticked ? <IconCheck size="1.125rem" aria-hidden /> : <IconCircle size="1.125rem" aria-hidden />}
            <div>
              <a href={formatRoute(to)}>{say(key)}</a>
              <span className="visually-hidden"> {say(ticked ? 'isDone' : 'isOpen')}</span>
              {!ticked && <p>{say(`${key}Why`)}</p>}
            </div>
          </li>
        ))}
      </ol>
      <div className={classes.acts}>
        <button type="button" className="link" onClick={() => navigate({ screen: 'guide' })}>
          {say('read')}
        </button>
        <button type="button" className="link" onClick={later}>
          {say('later')}
        </button>
      </div>
    </aside>
  );
}
