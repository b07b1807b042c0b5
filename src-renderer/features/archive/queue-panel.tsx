import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { AppError, isErrorCode } from '#shared/errors/app-error';
import { noticeOfFailure } from '../../app/notices';
import { navigate } from '../../app/navigation';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { queries } from '../../service/queries';
import { service, useQueryOf } from '../../service/use-service';
import { duration } from '../format';
import tone from '../../components/tone.module.css';
import classes from './queue.module.css';
import treeClasses from './tree.module.css';
import { useArchiveWords } from './words';

/** The reading of scans: how far, which page now, what failed; pause and try again. */
export function QueuePanel() {
  const say = useArchiveWords();
  const language = useLanguage();
  const queue = useQueryOf(['archive', 'queue'], () => service().archive.queue(), { keep: true });
  const failed = useQueryOf(
    ['archive', 'failed'],
    () => service().records.list({ type: 'page', filters: [{ field: 'state', op: 'eq', value: 'LOI' }], limit: 100 }),
    { enabled: (queue.data?.failed ?? 0) > 0 },
  );
  if (!queue.data) return null;
  const { paused, waiting, reading, done, failed: failures, current, secondsLeft, low, problem } = queue.data;
  const left = waiting + reading;
  const all = left + done + failures;
  const act = (call: Promise<unknown>) => call.then(() => queries.invalidateQueries({ queryKey: ['archive'] })).catch(noticeOfFailure);
  return (
    <section className={classes.queue} aria-label={say('queue')}>
      <header>
        <h2>{say('queue')}</h2>
        {(left > 0 || paused) && (
          <Button
            variant="default"
            leftSection={paused ? <IconPlayerPlay size={16} /> : <IconPlayerPause size={16} />}
            onClick={() => void act(service().archive.pauseQueue({ paused: !paused }))}
          >
            {paused ? say('resume') : say('pause')}
          </Button>
        )}
      </header>
      <p role="status">
        {left === 0
          ? say('queueIdle')
          : [
              say('queueText', { done: all - left, all }),
              !paused && secondsLeft !== null ? say('queueLeft', { left: duration(secondsLeft, language) }) : '',
            ]
              .filter(Boolean)
              .join(', ')}
      </p>
      {left > 0 && (
        <div className={treeClasses.nodeBar}>
          <span style={{ width: `${((all - left) / all) * 100}%` }} />
        </div>
      )}
      {problem && isErrorCode(problem.code) && <Problem error={new AppError(problem.code, problem.details)} />}
      {paused && left > 0 && <p className={tone.quiet}>{say('paused')}</p>}
      {!paused && low !== null && <p className={tone.quiet}>{say(low === 'battery' ? 'lowBattery' : 'lowMemory')}</p>}
      {current.map((page) => (
        <div key={page.pageId} className={classes.reading}>
          <button type="button" className="link" onClick={() => navigate({ screen: 'pages', id: page.pageId })}>
            {page.title}
          </button>
          <span className={tone.quiet}>{say('percent', { percent: Math.round(page.fraction * 100) })}</span>
        </div>
      ))}
      {failures > 0 && (
        <div className={classes.failures}>
          <h3>{say('failures', { count: failures })}</h3>
          <ul>
            {(failed.data?.rows ?? []).map((page) => (
              <li key={page.id}>
                <button type="button" className="link" onClick={() => navigate({ screen: 'pages', id: page.id })}>
                  {page.title}
                </button>
                <button
                  type="button"
                  className="link"
                  aria-label={`${say('again')}: ${page.title}`}
                  onClick={() => void act(service().archive.readAgain({ pageIds: [page.id] }))}
                >
                  {say('again')}
                </button>
              </li>
            ))}
          </ul>
          {(failed.data?.rows.length ?? 0) > 1 && (
            <Button
              variant="default"
              onClick={() => void act(service().archive.readAgain({ pageIds: (failed.data?.rows ?? []).map((page) => page.id) }))}
            >
              {say('againAll')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
