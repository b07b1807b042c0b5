import { navigate, useRoute } from '../../app/navigation';
import { FormsView } from './forms-view';
import { BranchesView } from './branches-view';
import { MonthsView } from './months-view';
import { NarrativeView } from './narrative-view';
import classes from './reports.module.css';
import { useReportWords } from './words';

const views = ['forms', 'narrative', 'branches', 'months'] as const;
const labels = { forms: 'viewForms', narrative: 'viewNarrative', branches: 'viewBranches', months: 'viewMonths' } as const;

/** Báo cáo: the statistics forms on their sheets, reports in words, what branches delivered, and the registers by month. */
export function ReportsScreen() {
  const say = useReportWords();
  const { query } = useRoute();
  const view = views.find((one) => one === query?.['view']) ?? 'forms';
  return (
    <div className={classes.screen}>
      <header className={classes.top}>
        <h1>{say('title')}</h1>
        <nav aria-label={say('views')} className={classes.views}>
          {views.map((one) => (
            <button
              key={one}
              type="button"
              aria-current={one === view ? 'page' : undefined}
              onClick={() => navigate({ screen: 'reports', query: { view: one } })}
            >
              {say(labels[one])}
            </button>
          ))}
        </nav>
      </header>
      {view === 'forms' && <FormsView />}
      {view === 'narrative' && <NarrativeView />}
      {view === 'branches' && <BranchesView />}
      {view === 'months' && <MonthsView />}
    </div>
  );
}
