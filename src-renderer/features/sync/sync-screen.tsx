import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconSend } from '@tabler/icons-react';
import type { SyncStatus } from '#shared/contract/window/sync';
import { isErrorCode, messageOf } from '#shared/errors/app-error';
import { momentText } from '../../components/day';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { act } from './act';
import { Conflicts } from './conflicts';
import { EnrolForm } from './enrol-form';
import { Figures, Progress } from './figures';
import { RefusedList } from './refused-list';
import classes from './sync.module.css';
import { useSyncWords } from './words';

/** Đồng bộ: the line in plain words, what is where, and the few things that need a person. */
export function SyncScreen() {
  const status = useQueryOf(['sync', 'status'], () => service().sync.status(), { keep: true });
  if (status.error)
    return (
      <div className={classes.screen}>
        <Problem error={status.error} retry={() => void status.refetch()} />
      </div>
    );
  return status.data ? <Loaded status={status.data} /> : <div aria-busy="true" />;
}

function Loaded({ status }: { status: SyncStatus }) {
  const say = useSyncWords();
  const { line } = status;
  const enrolled = line !== 'standalone' && line !== 'notEnrolled';
  const skew = Math.round(Math.abs(status.clockSkewSeconds ?? 0) / 60);
  return (
    <div className={classes.screen}>
      <Head status={status} enrolled={enrolled} />
      {line !== 'standalone' && <Figures status={status} />}
      {line === 'notEnrolled' && <EnrolForm status={status} />}
      {enrolled && <Progress status={status} />}
      {skew >= 5 && <p className={classes.warning}>{say('clockSkew', { minutes: skew })}</p>}
      {status.keptHere > 0 && <p className={classes.quiet}>{say('keptHere', { count: status.keptHere })}</p>}
      {status.refused > 0 && <RefusedList />}
      {status.conflicts > 0 && <Conflicts />}
    </div>
  );
}

function Head({ status, enrolled }: { status: SyncStatus; enrolled: boolean }) {
  const say = useSyncWords();
  const language = useLanguage();
  const { line, problem } = status;
  const waiting = status.waiting.records + status.waiting.pages;
  const titles = {
    standalone: say('standalone'),
    notEnrolled: say('notEnrolled'),
    paused: say('paused'),
    idle: waiting > 0 ? say('idleWaiting') : say('idle'),
    sending: say('sending'),
    receiving: say('receiving'),
    unreachable: say('unreachable'),
    refused: say('refusedLine'),
  };
  const hints = {
    standalone: say('standaloneHint'),
    notEnrolled: say('notEnrolledHint'),
    paused: say('pausedHint'),
    idle: say('idleHint'),
    sending: say('sendingHint'),
    receiving: say('sendingHint'),
    unreachable: say('unreachableHint', { count: waiting }),
    refused: problem !== null && isErrorCode(problem.code) ? messageOf(problem.code, problem.details, language) : say('pausedHint'),
  };
  const facts = [
    status.hub && say('hub', { name: status.hub.name, url: status.hub.url }),
    status.lastConfirmedAt ? say('lastConfirmed', { at: momentText(status.lastConfirmedAt) }) : say('never'),
    status.lastTriedAt && status.lastTriedAt !== status.lastConfirmedAt && say('lastTried', { at: momentText(status.lastTriedAt) }),
  ].filter(Boolean);
  return (
    <header className={classes.head}>
      <div role="status">
        <h1>{titles[line]}</h1>
        <p>{hints[line]}</p>
        {enrolled && <p className={classes.quiet}>{facts.join(' · ')}</p>}
      </div>
      {enrolled && (
        <div className={classes.acts}>
          {line !== 'paused' && line !== 'sending' && line !== 'receiving' && (
            <Button variant="default" leftSection={<IconSend size={16} />} onClick={() => void act(service().sync.runNow())}>
              {say('runNow')}
            </Button>
          )}
          {line === 'paused' ? (
            <Button leftSection={<IconPlayerPlay size={16} />} onClick={() => void act(service().sync.pause({ paused: false }))}>
              {say('resume')}
            </Button>
          ) : (
            <Button
              variant="default"
              leftSection={<IconPlayerPause size={16} />}
              onClick={() => void act(service().sync.pause({ paused: true }))}
            >
              {say('pause')}
            </Button>
          )}
        </div>
      )}
    </header>
  );
}
