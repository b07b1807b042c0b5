import { IconCloudUp, IconDatabase, IconScan } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { QueueState } from '#shared/contract/window/archive';
import type { SyncStatus } from '#shared/contract/window/sync';
import type { Overview } from '#shared/contract/window/work';
import { momentText } from '../../components/day';
import { Chip } from '../../components/chip';
import { Panel } from '../../components/panel';
import { navigate } from '../../app/navigation';
import { service, useQueryOf } from '../../service/use-service';
import { bytesText, duration } from '../format';
import { useLanguage } from '../../i18n/words';
import classes from './safety.module.css';
import { useOverviewWords } from './words';

type Tone = 'neutral' | 'good' | 'warn' | 'bad';
interface Line {
  text: string;
  state: string;
  tone: Tone;
}

/** "Dữ liệu có an toàn không?": the line to the province, the reading of scans and the disk, each in one line. */
export function Safety({ disk }: { disk: Overview['disk'] }) {
  const say = useOverviewWords();
  const language = useLanguage();
  const sync = useQueryOf(['sync', 'status'], () => service().sync.status());
  const queue = useQueryOf(['archive', 'queue'], () => service().archive.queue());
  const low = disk.freeBytes < 2 * 1024 ** 3;
  const diskLine: Line = {
    text: say('diskText', { used: bytesText(disk.usedBytes, language), free: bytesText(disk.freeBytes, language) }),
    state: low ? say('diskLow') : say('diskGood'),
    tone: low ? 'bad' : 'good',
  };
  return (
    <Panel flush title={say('safety')}>
      <ul className={classes.safety}>
        {sync.data && (
          <Row
            icon={<IconCloudUp size={20} />}
            title={say('sending')}
            line={syncLine(sync.data, say)}
            open={() => navigate({ screen: 'sync' })}
          />
        )}
        {queue.data && (
          <Row
            icon={<IconScan size={20} />}
            title={say('reading')}
            line={queueLine(queue.data, say, language)}
            open={() => navigate({ screen: 'archive' })}
          />
        )}
        <Row icon={<IconDatabase size={20} />} title={say('disk')} line={diskLine} />
      </ul>
    </Panel>
  );
}

function Row({ icon, title, line, open }: { icon: ReactNode; title: string; line: Line; open?: () => void }) {
  const body = (
    <>
      {icon}
      <span className={classes.safetyText}>
        <strong>{title}</strong>
        <span>{line.text}</span>
      </span>
      <Chip tone={line.tone}>{line.state}</Chip>
    </>
  );
  return (
    <li>
      {open ? (
        <button type="button" className={classes.safetyRow} onClick={open}>
          {body}
        </button>
      ) : (
        <div className={classes.safetyRow}>{body}</div>
      )}
    </li>
  );
}

type SayOverview = ReturnType<typeof useOverviewWords>;

function syncLine(status: SyncStatus, say: SayOverview): Line {
  if (status.line === 'standalone') return { text: say('standalone'), state: say('safeHere'), tone: 'good' };
  if (status.line === 'notEnrolled') return { text: say('notEnrolled'), state: say('safeHere'), tone: 'neutral' };
  const text = status.lastConfirmedAt ? say('lastConfirmed', { at: momentText(status.lastConfirmedAt) }) : say('neverConfirmed');
  if (status.refused > 0) return { text, state: say('refused', { count: status.refused }), tone: 'bad' };
  const choices = status.conflicts + status.numberClashes;
  const waiting = status.waiting.records + status.waiting.pages + status.sent.records + status.sent.pages;
  if (waiting === 0 && choices > 0) return { text, state: say('choose', { count: choices }), tone: 'warn' };
  return waiting > 0 ? { text, state: say('waiting', { count: waiting }), tone: 'warn' } : { text, state: say('allSent'), tone: 'good' };
}

function queueLine(queue: QueueState, say: SayOverview, language: 'vi' | 'en'): Line {
  const left = queue.waiting + queue.reading;
  const all = queue.done + queue.failed + left;
  const text =
    left === 0
      ? say('queueIdle')
      : queue.secondsLeft === null
        ? say('queueText', { done: queue.done, all })
        : say('queueLeft', { done: queue.done, all, left: duration(queue.secondsLeft, language) });
  if (queue.problem !== null) return { text, state: say('readingStopped'), tone: 'bad' };
  if (queue.failed > 0) return { text, state: say('failed', { count: queue.failed }), tone: 'warn' };
  if (left === 0) return { text, state: say('done'), tone: 'good' };
  return { text, state: queue.paused ? say('paused') : say('running'), tone: 'neutral' };
}
