import { IconAlertTriangle } from '@tabler/icons-react';
import { navigate } from '../../app/navigation';
import { useConflictsOf } from './conflict-data';
import classes from './review.module.css';
import { useReviewWords } from './words';

/** On a record of which fields stand in two versions: says so and leads to the review. Nothing otherwise. */
export function ConflictBar({ recordId }: { recordId: string }) {
  const say = useReviewWords();
  const count = useConflictsOf(recordId);
  if (count === 0) return null;
  return (
    <p className={classes.bar} role="status">
      <IconAlertTriangle size="1rem" aria-hidden />
      <span>{count === 1 ? say('barOne') : say('bar', { count })}</span>
      <button type="button" className="link" onClick={() => navigate({ screen: 'sync', query: { view: 'review', record: recordId } })}>
        {say('barAct')}
      </button>
    </p>
  );
}
