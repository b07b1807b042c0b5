import type { Overview } from '#shared/contract/window/work';
import type { CodeListId } from '#shared/rules/code-lists/index';
import { codeLabel } from '#shared/rules/code-lists/index';
import { navigate } from '../../app/navigation';
import type { Route } from '../../app/route';
import { PartsBar, partTone } from '../../components/charts/parts-bar';
import { useLanguage } from '../../i18n/words';
import classes from './states.module.css';
import { useOverviewWords } from './words';

type States = Overview['states'][number];
type Counted = 'petition' | 'case' | 'duty' | 'task';

const registers: Readonly<Record<Counted, { readonly list: CodeListId; readonly all: Route; readonly late: Route }>> = {
  petition: {
    list: 'petitionState',
    all: { screen: 'petitions', query: { filter: 'all' } },
    late: { screen: 'petitions', query: { filter: 'overdue' } },
  },
  case: {
    list: 'caseState',
    all: { screen: 'cases', query: { filter: 'open' } },
    late: { screen: 'cases', query: { filter: 'overdue' } },
  },
  duty: { list: 'dutyState', all: { screen: 'follow-up' }, late: { screen: 'follow-up', query: { view: 'notDone' } } },
  task: { list: 'taskState', all: { screen: 'tasks', query: { type: 'task' } }, late: { screen: 'tasks' } },
};
const isCounted = (type: string): type is Counted => Object.hasOwn(registers, type);
/** States that stand under a bar; the rest is one word. */
const named = 3;

/** What is open, by type and state: one line a type, its figure opens the register and what is late opens that alone. */
export function OpenByState({ states }: { states: readonly States[] }) {
  const say = useOverviewWords();
  return (
    <section className={classes.states} aria-label={say('byState')}>
      {states.map((one) => (isCounted(one.type) ? <OneType key={one.type} type={one.type} of={one} /> : null))}
    </section>
  );
}

function OneType({ type, of }: { type: Counted; of: States }) {
  const say = useOverviewWords();
  const language = useLanguage();
  const { list, all, late } = registers[type];
  const parts = of.states.map(({ state, count }) => ({ key: state, label: codeLabel(list, state, language), count }));
  const rest = parts.slice(named).reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={classes.state}>
      <p>
        <button type="button" className={classes.stateName} onClick={() => navigate(all)}>
          <b>{of.open}</b> {say(`${type}Open`)}
        </button>
        {of.late > 0 && (
          <button type="button" className={classes.stateLate} onClick={() => navigate(late)}>
            {say('lateCount', { count: of.late })}
          </button>
        )}
      </p>
      <PartsBar parts={parts} />
      <ul>
        {parts.slice(0, named).map(({ key, label, count }, index) => (
          <li key={key}>
            <i className={partTone(index)} aria-hidden="true" />
            {label} {count}
          </li>
        ))}
        {rest > 0 && <li>{say('otherStates', { count: rest })}</li>}
        {parts.length === 0 && <li>{say('noneOpen')}</li>}
      </ul>
    </div>
  );
}

export const stateListOf = (type: string): CodeListId | undefined => (isCounted(type) ? registers[type].list : undefined);
