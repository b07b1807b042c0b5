import { IconCheck, IconCloudUp, IconLock, IconScan, IconUser, IconWorld, IconWorldOff } from '@tabler/icons-react';
import type { QueueState } from '#shared/contract/window/archive';
import type { SyncStatus } from '#shared/contract/window/sync';
import { momentText } from '../../components/day';
import { service, useQueryOf } from '../../service/use-service';
import { navigate } from '../navigation';
import { noticeOfFailure } from '../notices';
import { sessionChanged, useSession } from '../session';
import { useViewState } from '../view-state';
import classes from './bottom-bar.module.css';
import { useFrameWords } from './words';

type Say = ReturnType<typeof useFrameWords>;

/** The truth about the book, always in sight; each part opens its page. */
export function BottomBar() {
  const say = useFrameWords();
  const session = useSession();
  const savedAt = useViewState((state) => state.savedAt);
  const sync = useQueryOf(['sync', 'status'], () => service().sync.status());
  const queue = useQueryOf(['archive', 'queue'], () => service().archive.queue());
  if (!session) return null;
  const { committee, user, book } = session;
  const standalone = committee.profile === 'standalone';
  const lock = () => {
    service().session.lock().then(sessionChanged).catch(noticeOfFailure);
  };
  return (
    <footer className={classes.bottom}>
      <div>
        <button
          type="button"
          className={classes.state}
          title={[user.name, user.title].filter(Boolean).join(', ')}
          onClick={() => navigate({ screen: 'settings' })}
        >
          <IconUser aria-hidden />
          {user.name}
        </button>
        {book === 'office' && (
          <button type="button" className={`${classes.state} ${classes.rare}`} onClick={() => navigate({ screen: 'settings' })}>
            {standalone ? <IconWorldOff aria-hidden /> : <IconWorld aria-hidden />}
            {say(standalone ? 'standalone' : 'connected')}
          </button>
        )}
        <span className={`${classes.saved} ${savedAt ? classes.good : ''}`} role="status">
          {savedAt ? (
            <>
              <IconCheck aria-hidden />
              {say('saved', { time: momentText(savedAt) })}
            </>
          ) : (
            say('savedNone')
          )}
        </span>
        <button type="button" className={`${classes.state} ${classes.rare}`} onClick={lock}>
          <IconLock aria-hidden />
          {say('lock')}
        </button>
      </div>
      <div>
        {book === 'sample' ? (
          <span className={classes.state}>{say('trainingLine')}</span>
        ) : (
          sync.data && <SyncLine sync={sync.data} say={say} />
        )}
        {queue.data && <QueueLine queue={queue.data} say={say} />}
      </div>
    </footer>
  );
}

function SyncLine({ sync, say }: { sync: SyncStatus; say: Say }) {
  const waiting = sync.waiting.records + sync.waiting.pages;
  const words: Partial<Record<SyncStatus['line'], string>> = {
    standalone: say('syncStandalone'),
    notEnrolled: say('syncNotEnrolled'),
    paused: say('syncPaused'),
    unreachable: say('syncUnreachable'),
  };
  const line = words[sync.line] ?? (sync.lastConfirmedAt ? say('syncSent', { time: momentText(sync.lastConfirmedAt) }) : say('syncNever'));
  const rest =
    sync.refused > 0
      ? { text: say('syncRefused', { count: sync.refused }), tone: classes.bad }
      : waiting > 0
        ? { text: say('syncWaiting', { count: waiting.toLocaleString('vi-VN') }), tone: classes.warn }
        : sync.conflicts + sync.numberClashes > 0
          ? { text: say('syncChoose', { count: sync.conflicts + sync.numberClashes }), tone: classes.warn }
          : sync.lastConfirmedAt && sync.sent.records + sync.sent.pages === 0
            ? { text: say('syncAll'), tone: classes.good }
            : undefined;
  return (
    <button type="button" className={classes.state} onClick={() => navigate({ screen: 'sync' })}>
      <IconCloudUp aria-hidden />
      <span>
        {line}
        {rest && ', '}
        {rest && <span className={rest.tone}>{rest.text}</span>}
      </span>
    </button>
  );
}

function QueueLine({ queue, say }: { queue: QueueState; say: Say }) {
  const left = queue.waiting + queue.reading;
  const text =
    left > 0
      ? queue.problem !== null
        ? say('readingStopped', { count: left })
        : queue.paused
          ? say('readingPaused', { count: left })
          : say('reading', { done: queue.done + queue.failed, total: queue.done + queue.failed + left })
      : queue.failed > 0
        ? say('readingFailed', { count: queue.failed })
        : say('readingNone');
  return (
    <button
      type="button"
      className={`${classes.state} ${left > 0 ? (queue.problem ? classes.bad : '') : queue.failed > 0 ? classes.bad : classes.rare}`}
      onClick={() => navigate({ screen: 'archive' })}
    >
      <IconScan aria-hidden />
      {text}
    </button>
  );
}
