import { navigate, type Route } from '../../app/navigation';
import classes from './work.module.css';

/** Views of one screen, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly { text: string; to: Route; current: boolean }[] }) {
  return (
    <nav className={classes.tabs} aria-label={label} data-screen>
      {tabs.map(({ text, to, current }) => (
        <button key={text} type="button" className={classes.tab} aria-current={current ? 'page' : undefined} onClick={() => navigate(to)}>
          {text}
        </button>
      ))}
    </nav>
  );
}
