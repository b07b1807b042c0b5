import { navigate, useRoute } from '../../app/navigation';
import { PageList } from '../pages/page-list';
import { BoxList } from './box-list';
import { BulkPanel } from './bulk-panel';
import { QualityPanel } from './quality-panel';
import classes from './verification.module.css';
import { WorkScreen } from './work-screen';
import { useVerificationWords } from './words';

const views = ['boxes', 'words', 'quality', 'bulk'] as const;
type View = (typeof views)[number];

/** Kiểm tra trang: what waits, quality rounds, bulk correction; `view=work` is the check itself, in the whole window. */
export function VerifyScreen() {
  const say = useVerificationWords();
  const { query = {} } = useRoute();
  if (query.view === 'work') return <WorkScreen />;
  const view: View = views.find((one) => one === query.view) ?? 'boxes';
  return (
    <div className={classes.screen}>
      <header className={classes.screenHead}>
        <h1>{say('title')}</h1>
        <nav aria-label={say('tabs')}>
          {views.map((one) => (
            <button
              key={one}
              type="button"
              aria-current={one === view ? 'page' : undefined}
              onClick={() => navigate({ screen: 'pages', query: { view: one } })}
            >
              {say(one)}
            </button>
          ))}
        </nav>
      </header>
      <div className={classes.screenBody}>
        {view === 'boxes' && <BoxList />}
        {view === 'words' && <PageList />}
        {view === 'quality' && <QualityPanel />}
        {view === 'bulk' && <BulkPanel />}
      </div>
    </div>
  );
}
