import { IconClockExclamation, IconCloudDownload, IconLock, IconRotate } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { SyncStatus } from '#shared/contract/window/sync';
import { momentText } from '../../components/day';
import { useLanguage } from '../../i18n/words';
import { numberText } from '../format';
import classes from './sync.module.css';
import { useSyncWords } from './words';

/** Minutes by which a clock may differ before people are told. */
const skewTold = 5;
/** Days for which a restore is still told. */
const restoreTold = 14;

const isRecent = (at: string | null): at is string => at !== null && Date.now() - Date.parse(at) < restoreTold * 86_400_000;

/** What people should know of the line beside the figures, in plain words: what happened and whether something is to be done. */
export function Truths({ status }: { status: SyncStatus }) {
  const say = useSyncWords();
  const language = useLanguage();
  const { clockSkewSeconds, hubRestoredAt, stationRestoredAt, divergedAt, keptHere, fetching } = status;
  const skew = Math.round(Math.abs(clockSkewSeconds ?? 0) / 60);
  const truths: { key: string; icon: ReactNode; warn?: boolean; text: string }[] = [];
  if (skew >= skewTold)
    truths.push({
      key: 'skew',
      icon: <IconClockExclamation size={18} aria-hidden />,
      warn: true,
      text: say((clockSkewSeconds ?? 0) > 0 ? 'clockAhead' : 'clockBehind', { by: lengthOf(skew, say) }),
    });
  if (divergedAt !== null)
    truths.push({
      key: 'diverged',
      icon: <IconRotate size={18} aria-hidden />,
      warn: true,
      text: say('diverged', { at: momentText(divergedAt) }),
    });
  if (isRecent(hubRestoredAt))
    truths.push({ key: 'hub', icon: <IconRotate size={18} aria-hidden />, text: say('hubRestored', { at: momentText(hubRestoredAt) }) });
  if (isRecent(stationRestoredAt))
    truths.push({
      key: 'station',
      icon: <IconRotate size={18} aria-hidden />,
      text: say('stationRestored', { at: momentText(stationRestoredAt) }),
    });
  if (fetching > 0)
    truths.push({
      key: 'fetching',
      icon: <IconCloudDownload size={18} aria-hidden />,
      text: say('fetching', { count: numberText(fetching, language) }),
    });
  if (keptHere > 0)
    truths.push({
      key: 'kept',
      icon: <IconLock size={18} aria-hidden />,
      text: say('keptHere', { count: numberText(keptHere, language) }),
    });
  if (truths.length === 0) return null;
  return (
    <ul className={classes.truths}>
      {truths.map(({ key, icon, warn, text }) => (
        <li key={key} data-warn={warn}>
          {icon}
          {text}
        </li>
      ))}
    </ul>
  );
}

function lengthOf(minutes: number, say: ReturnType<typeof useSyncWords>): string {
  if (minutes < 90) return say('minutes', { count: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 48 ? say('hours', { count: hours }) : say('days', { count: Math.round(hours / 24) });
}
