import { navigate, useRoute } from '../../app/navigation';
import { GenericScreen } from '../generic/generic-screen';
import { Gaps } from './gaps';
import work from '../work/work.module.css';
import classes from './documents.module.css';
import { useDocumentWords } from './words';

/** Văn bản: the registers of papers in and out, of the province's instructions, and whether their numbers run without gap. */
export function DocumentsScreen() {
  const say = useDocumentWords();
  const { query = {} } = useRoute();
  if (query['view'] === 'gaps') return <Gaps />;
  return (
    <div className={classes.screen}>
      <p className={`${classes.bar} ${work.quiet}`}>
        {say('checkHint')}{' '}
        <button type="button" className="link" onClick={() => navigate({ screen: 'documents', query: { view: 'gaps' } })}>
          {say('checkGaps')}
        </button>
      </p>
      <div className={classes.registers}>
        <GenericScreen />
      </div>
    </div>
  );
}
