import type { PackEffect } from '#shared/contract/window/rules';
import classes from '../work/work.module.css';
import { useRuleWords } from './words';

/** What saving a pack would mean: what keeps its rules, what differs, and what stands in the way. */
export function Effect({ effect }: { effect: PackEffect }) {
  const say = useRuleWords();
  return (
    <div className={classes.note} data-tone={effect.problems.length > 0 ? 'bad' : 'neutral'}>
      <b>{say('effectTitle')}</b>
      <ul className={classes.lines}>
        {effect.problems.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {effect.keep.map(({ packId, openCases }) => (
          <li key={packId}>{say('effectKeep', { count: openCases, pack: packId })}</li>
        ))}
        {effect.after > 0 && <li>{say('effectAfter', { count: effect.after })}</li>}
        {effect.underThis > 0 && <li>{say('effectUnder', { count: effect.underThis })}</li>}
        {effect.affects.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {effect.changes.length === 0 ? <li>{say('effectNone')}</li> : effect.changes.map((text) => <li key={text}>{text}</li>)}
      </ul>
    </div>
  );
}
