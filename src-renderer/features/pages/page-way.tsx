import { IconCloudCheck, IconCloudDown, IconCloudUp, IconLock } from '@tabler/icons-react';
import type { PageLine } from '#shared/contract/window/sync';
import { noticeOfFailure } from '../../app/notices';
import { queries } from '../../service/queries';
import { service, useQueryOf } from '../../service/use-service';
import classes from './pages.module.css';
import { usePageWords } from './words';

/** Where the image of a page is on its way between this machine and the province. */
export const usePageLine = (image: string) => useQueryOf(['sync', 'pageLine', image], () => service().sync.pageLine({ image }));

/** Says it in a few words; a page that waits can be put before the others, one that is elsewhere asked for. */
export function PageWay({ image }: { image: string }) {
  const say = usePageWords();
  const { data } = usePageLine(image);
  if (!data || data.state === 'none') return null;
  const first = () =>
    service()
      .sync.pageFirst({ image })
      .then((line) => queries.setQueryData<PageLine>(['sync', 'pageLine', image], line), noticeOfFailure);
  const act = (text: string) => (
    <button type="button" className="link" onClick={() => void first()}>
      {text}
    </button>
  );
  return (
    <span className={classes.way} role="status">
      {data.state === 'kept' && (
        <>
          <IconLock size="1rem" aria-hidden /> {say('wayKept')}
        </>
      )}
      {data.state === 'waiting' && (
        <>
          <IconCloudUp size="1rem" aria-hidden /> {say('wayWaiting')} {act(say('wayFirst'))}
        </>
      )}
      {data.state === 'first' && (
        <>
          <IconCloudUp size="1rem" aria-hidden /> {say('wayIsFirst')}
        </>
      )}
      {data.state === 'wanted' && (
        <>
          <IconCloudDown size="1rem" aria-hidden /> {say('wayWanted')}
        </>
      )}
      {data.state === 'confirmed' &&
        (data.here ? (
          <>
            <IconCloudCheck size="1rem" aria-hidden /> {say('wayConfirmed')}
          </>
        ) : (
          <>
            <IconCloudDown size="1rem" aria-hidden /> {say('wayElsewhere')} {act(say('wayFetch'))}
          </>
        ))}
    </span>
  );
}
