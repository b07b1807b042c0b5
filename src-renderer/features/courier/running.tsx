import { Button } from '@mantine/core';
import type { CourierProgress } from '#shared/contract/window/courier';
import { noticeOfFailure } from '../../app/notices';
import { useLanguage } from '../../i18n/words';
import { service } from '../../service/use-service';
import { bytesText, duration } from '../format';
import tone from '../../components/tone.module.css';
import classes from './courier.module.css';
import { useCourierWords } from './words';

/** The work under way: what is done now, how far it is, how long it still takes; stopping loses nothing. */
export function Running({ progress }: { progress: CourierProgress | null }) {
  const say = useCourierWords();
  const language = useLanguage();
  const done = progress?.bytesDone ?? 0;
  const total = progress?.bytesTotal ?? 0;
  const bytes = (n: number) => bytesText(n, language);
  const phase = progress?.phase ?? 'gathering';
  return (
    <div className={classes.running} role="status">
      <p>
        <b>{phase === 'gathering' ? say('gathering') : say(phase, { part: progress?.part ?? 1 })}</b>
        {total > 0 && <span>{say('amount', { done: bytes(Math.min(done, total)), total: bytes(total) })}</span>}
        {progress?.secondsLeft != null && <span>{say('left', { left: duration(progress.secondsLeft, language) })}</span>}
      </p>
      <progress aria-label={say('progress')} {...(total > 0 ? { value: Math.min(done, total), max: total } : {})} />
      <p className={tone.quiet}>{say('pull')}</p>
      <Button variant="default" onClick={() => void service().courier.cancel().catch(noticeOfFailure)}>
        {say('cancel')}
      </Button>
    </div>
  );
}
