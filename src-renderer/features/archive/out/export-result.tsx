import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheckFilled } from '@tabler/icons-react';
import type { ExportException } from '#shared/contract/window/out';
import { Problem } from '../../../components/problem';
import { useLanguage } from '../../../i18n/words';
import { bytesText, numberText } from '../../format';
import classes from './out.module.css';
import { useOutWords } from './out-words';
import type { ExportRun } from './use-export';

/** How an export goes on, and what it gave: counts, where it lies, and what is not in it. */
export function ExportResult({ run, onStop, onAgain }: { run: ExportRun; onStop(): void; onAgain(): void }) {
  const say = useOutWords();
  const language = useLanguage();
  const end = (
    <Button variant="default" onClick={onAgain}>
      {say('again')}
    </Button>
  );
  switch (run.state) {
    case 'running': {
      const { step } = run;
      return (
        <div className={classes.result}>
          <p role="status">{step ? say('running', { done: step.done, of: step.of }) : say('runningPlain')}</p>
          <progress className={classes.bar} {...(step && { value: step.done, max: step.of })} aria-label={say('exportTitle')} />
          {step && <p className={classes.quiet}>{step.title}</p>}
          <Button variant="default" onClick={onStop}>
            {say('stop')}
          </Button>
        </div>
      );
    }
    case 'done': {
      const { files, documents, pages, bytes, path, exceptions } = run.done;
      return (
        <div className={classes.result}>
          <h3 className={classes.good} role="status">
            <IconCircleCheckFilled size={18} aria-hidden /> {say('done')}
          </h3>
          <p>
            {say('doneCounts', {
              files: numberText(files, language),
              documents: numberText(documents, language),
              pages: numberText(pages, language),
              bytes: bytesText(bytes, language),
            })}
          </p>
          <p className={classes.path}>{say('donePath', { path })}</p>
          <Exceptions exceptions={exceptions} />
          {end}
        </div>
      );
    }
    case 'failed':
      return (
        <div className={classes.result}>
          <Problem error={run.error} />
          {end}
        </div>
      );
    default:
      return (
        <div className={classes.result}>
          <p role="status">{say('stopped')}</p>
          {end}
        </div>
      );
  }
}

function Exceptions({ exceptions }: { exceptions: readonly ExportException[] }) {
  const say = useOutWords();
  if (exceptions.length === 0) return null;
  return (
    <div className={classes.missing}>
      <h4>
        <IconAlertTriangle size={16} aria-hidden /> {say('exceptions', { count: exceptions.length })}
      </h4>
      <ul>
        {exceptions.map(({ id, title, why, detail }) => (
          <li key={`${id} ${why} ${detail}`}>
            {say(why)}: {title} {detail && why !== 'withheld' ? `(${detail})` : ''}
          </li>
        ))}
      </ul>
    </div>
  );
}
