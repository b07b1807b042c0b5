import type { SyncStatus } from '#shared/contract/window/sync';
import { useRoute } from '../../app/navigation';
import { useSession } from '../../app/session';
import { Empty } from '../../components/empty';
import { Problem } from '../../components/problem';
import { service, useQueryOf } from '../../service/use-service';
import { CourierAside } from '../courier/courier-aside';
import { CourierScreen } from '../courier/courier-screen';
import { RangesAside } from '../ranges/ranges-aside';
import { RangesScreen } from '../ranges/ranges-screen';
import { ClashPanel } from '../review/clash-panel';
import { ConflictPanel } from '../review/conflict-panel';
import { ReviewScreen } from '../review/review-screen';
import { EnrolForm } from './enrol-form';
import { Figures, Progress } from './figures';
import { SyncHead } from './head';
import { RefusedList } from './refused-list';
import classes from './sync.module.css';
import { Truths } from './truths';
import { useSyncWords } from './words';

/** Đồng bộ: the line in plain words, what is where, and the few things that need a person; the review and the way by stick. */
export function SyncScreen() {
  const { query } = useRoute();
  if (query?.['view'] === 'review') return <ReviewScreen />;
  if (query?.['view'] === 'usb') return <CourierScreen />;
  if (query?.['view'] === 'ranges') return <RangesScreen />;
  return <Line />;
}

function Line() {
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
  const training = useSession()?.book === 'sample';
  const { line } = status;
  const enrolled = line !== 'standalone' && line !== 'notEnrolled';
  return (
    <div className={classes.screen}>
      <SyncHead status={status} enrolled={enrolled} />
      <Figures status={status} />
      <div className={classes.work}>
        <div className={classes.column}>
          <Truths status={status} />
          {line === 'notEnrolled' &&
            (training ? <Empty title={say('training')} hint={say('trainingHint')} /> : <EnrolForm status={status} />)}
          {line !== 'notEnrolled' && <Progress status={status} />}
          {status.refused > 0 && <RefusedList />}
          {status.conflicts > 0 && <ConflictPanel />}
          {status.numberClashes > 0 && <ClashPanel />}
        </div>
        <aside className={classes.column}>
          <CourierAside />
          <RangesAside device={status.device.id} />
        </aside>
      </div>
    </div>
  );
}
