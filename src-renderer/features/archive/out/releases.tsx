import { codeLabel } from '#shared/rules/code-lists/index';
import type { Release } from '#shared/contract/window/out';
import { Chip } from '../../../components/chip';
import { SecondPerson } from '../../../components/second-person';
import { useLanguage } from '../../../i18n/words';
import classes from './out.module.css';
import { useOutWords } from './out-words';

/** Papers above the level that leaves freely: each with its level, and the way to the second person for the first that still needs one. */
export function Releases({ releases }: { releases: readonly Release[] }) {
  const say = useOutWords();
  const language = useLanguage();
  const next = releases.find(({ ready }) => !ready);
  return (
    <>
      <p className={classes.quiet}>{say('releaseHint')}</p>
      <ul className={classes.releases}>
        {releases.map(({ id, title, secrecy, ready }) => (
          <li key={id}>
            <span>{title}</span>
            <Chip tone={ready ? 'good' : 'warn'}>
              {codeLabel('secrecy', secrecy, language)}, {say(ready ? 'releaseReady' : 'releaseWaits')}
            </Chip>
          </li>
        ))}
      </ul>
      {next && (
        <>
          <p>{next.title}</p>
          <SecondPerson key={next.id} action="release" recordId={next.id} />
        </>
      )}
    </>
  );
}
