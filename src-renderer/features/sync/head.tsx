import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconSend } from '@tabler/icons-react';
import type { SyncStatus } from '#shared/contract/window/sync';
import { isErrorCode, messageOf } from '#shared/errors/app-error';
import { momentText } from '../../components/day';
import { useLanguage } from '../../i18n/words';
import { service } from '../../service/use-service';
import { duration, numberText } from '../format';
import { act } from './act';
import tone from '../../components/tone.module.css';
import classes from './sync.module.css';
import { type SaySync, useSyncWords } from './words';

/** Slower than this, bytes each second, the line is called weak. */
const weakLine = 24 * 1024;

/** The line in one sentence, what is safe, and when the province last confirmed. */
export function SyncHead({ status, enrolled }: { status: SyncStatus; enrolled: boolean }) {
  const say = useSyncWords();
  const language = useLanguage();
  const { line, problem } = status;
  const waiting = numberText(status.waiting.records + status.waiting.pages, language);
  const hints: Record<SyncStatus['line'], string> = {
    standalone: say('standaloneHint'),
    notEnrolled: say('notEnrolledHint'),
    paused: say('pausedHint', { count: waiting }),
    idle: idleHint(status, say),
    sending: say('sendingHint'),
    receiving: say('sendingHint'),
    unreachable: say('unreachableHint', { count: waiting }),
    refused: problem !== null && isErrorCode(problem.code) ? messageOf(problem.code, problem.details, language) : say('safeHere'),
  };
  const facts = [
    status.hub && say('hub', { name: status.hub.name, url: status.hub.url }),
    status.lastConfirmedAt ? say('lastConfirmed', { at: momentText(status.lastConfirmedAt) }) : say('never'),
    status.lastTriedAt && status.lastTriedAt !== status.lastConfirmedAt && say('lastTried', { at: momentText(status.lastTriedAt) }),
    line !== 'sending' && status.secondsLeft !== null && say('leftAtSpeed', { left: duration(status.secondsLeft, language) }),
  ].filter(Boolean);
  return (
    <header className={classes.head}>
      <div role="status">
        <h1>{titleOf(status, say)}</h1>
        <p>{hints[line]}</p>
        {enrolled && <p className={tone.quiet}>{facts.join(' · ')}</p>}
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

/** Says that everything is with the province only when nothing waits, is under way, or was refused. */
function titleOf(status: SyncStatus, say: SaySync): string {
  const { line, waiting, sent, confirmed, refused, bytesPerSecond } = status;
  if (line === 'sending' && bytesPerSecond !== null && bytesPerSecond < weakLine) return say('sendingWeak');
  if (line === 'refused') return say('refusedLine');
  if (line !== 'idle') return say(line);
  if (waiting.records + waiting.pages > 0) return say('idleWaiting');
  if (sent.records + sent.pages > 0) return say('idleSent');
  if (refused > 0) return say('idleRefused', { count: refused });
  return confirmed.records + confirmed.pages > 0 ? say('idle') : say('idleNothing');
}

function idleHint({ waiting, sent, refused, conflicts, numberClashes }: SyncStatus, say: SaySync): string {
  if (waiting.records + waiting.pages > 0) return say('sendingHint');
  if (sent.records + sent.pages > 0) return say('idleSentHint');
  if (refused > 0) return say('idleRefusedHint');
  return conflicts + numberClashes > 0 ? say('idleChoose') : say('idleHint');
}
