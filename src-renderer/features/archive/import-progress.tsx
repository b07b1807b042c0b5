import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy, IconQrcode } from '@tabler/icons-react';
import { isErrorCode, messageOf } from '#shared/errors/app-error';
import { Problem } from '../../components/problem';
import { navigate } from '../../app/navigation';
import { useLanguage } from '../../i18n/words';
import classes from './import-progress.module.css';
import { useImportWords } from './import-words';
import type { FileProgress, ImportRun, Refusal } from './use-import';

/** How an import goes on, file by file, and what was refused or known already, each in plain words. */
export function ImportProgress({ run, onStop, onClose }: { run: ImportRun; onStop(): void; onClose(): void }) {
  const say = useImportWords();
  const ended = run.files.filter((file) => file.state !== 'running').length;
  const taken = run.files.filter((file) => file.state !== 'refused').length;
  return (
    <section className={classes.box} aria-label={say('title')}>
      <header className={classes.head}>
        <div role="status">
          <h2>
            {run.running
              ? say('running', { done: ended, all: Math.max(run.asked, run.files.length), pages: run.pages })
              : say('finished', { pages: run.pages, files: taken })}
          </h2>
          <p>{say('safe')}</p>
        </div>
        {run.running ? (
          <Button variant="default" onClick={onStop}>
            {say('stop')}
          </Button>
        ) : (
          <Button variant="default" onClick={onClose}>
            {say('close')}
          </Button>
        )}
      </header>
      {run.error !== null && <Problem error={run.error} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling pane must be reachable by keyboard */}
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={say('each')}>
        <ul className={classes.files}>
          {run.files.map((file, index) => (
            <FileRow key={`${index} ${file.file}`} file={file} />
          ))}
        </ul>
        {run.refusals.length > 0 && (
          <>
            <h3 className={classes.bad}>
              <IconAlertTriangle size={16} /> {say('refusals', { count: run.refusals.length })}
            </h3>
            <ul className={classes.notes}>
              {run.refusals.map((one, index) => (
                <RefusalRow key={`${index} ${one.file}`} refusal={one} />
              ))}
            </ul>
          </>
        )}
        {run.separators.length > 0 && (
          <>
            <h3>
              <IconQrcode size={16} /> {say('separators', { count: run.separators.length })}
            </h3>
            <ul className={classes.notes}>
              {run.separators.map((title, index) => (
                <li key={`${index} ${title}`}>{title || say('separatorLoose')}</li>
              ))}
            </ul>
          </>
        )}
        {run.duplicates.length > 0 && (
          <>
            <h3>
              <IconCopy size={16} /> {say('duplicates', { count: run.duplicates.length })}
            </h3>
            <ul className={classes.notes}>
              {run.duplicates.map((one) => (
                <li key={`${one.file} ${one.index}`}>
                  {say('duplicate', { file: one.file, page: one.index + 1, title: one.title })}{' '}
                  <button type="button" className={classes.link} onClick={() => navigate({ screen: 'pages', id: one.pageId })}>
                    {say('openDuplicate')}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}

function FileRow({ file }: { file: FileProgress }) {
  const say = useImportWords();
  return (
    <li className={classes.file}>
      <span className={classes.name} title={file.file}>
        {file.file}
      </span>
      <span className={classes.bar} aria-hidden="true">
        <span style={{ width: `${file.of === 0 ? 0 : (file.pages / file.of) * 100}%` }} data-state={file.state} />
      </span>
      <span className={classes.state} data-state={file.state}>
        {file.state === 'running' && say('pages', { done: file.pages, of: file.of })}
        {file.state === 'done' && (
          <>
            <IconCheck size={14} /> {say('fileDone', { count: file.pages })}
          </>
        )}
        {file.state === 'refused' && (
          <>
            <IconAlertTriangle size={14} /> {say('fileRefused')}
          </>
        )}
      </span>
    </li>
  );
}

function RefusalRow({ refusal }: { refusal: Refusal }) {
  const language = useLanguage();
  return <li>{isErrorCode(refusal.code) ? messageOf(refusal.code, refusal.details, language) : refusal.file}</li>;
}
