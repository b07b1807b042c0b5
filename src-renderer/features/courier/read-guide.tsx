import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { CourierLook, CourierRead, CourierStatus } from '#shared/contract/window/courier';
import { isErrorCode, messageOf } from '#shared/errors/app-error';
import { momentText } from '../../components/day';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { bytesText, numberText } from '../format';
import panel from '../../components/panel.module.css';
import tone from '../../components/tone.module.css';
import classes from './courier.module.css';
import { readBundles, useCourierRun } from './courier-run';
import { Running } from './running';
import { Step } from './step';
import { useCourierWords } from './words';

/** Đọc từ USB: what the province wrote for this committee, looked at first and taken over when the person says so. */
export function ReadGuide({ status, look }: { status: CourierStatus; look: CourierLook | undefined }) {
  const say = useCourierWords();
  const language = useLanguage();
  const run = useCourierRun();
  const fresh = look?.incoming.filter(({ done }) => !done) ?? [];
  const known = (look?.incoming.length ?? 0) - fresh.length;
  const running = run.busy === 'read' || status.progress?.work === 'read';
  const size = fresh.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <section className={`${panel.panel} ${panel.stack} ${classes.guide}`} aria-label={say('readTitle')}>
      <header className={panel.head}>
        <IconDownload size={18} aria-hidden />
        <h2>{say('readTitle')}</h2>
        <span className={panel.aside}>{say('readAside')}</span>
      </header>
      <ol>
        <Step n={1} state={look ? 'done' : 'now'} title={say('insert')}>
          <p>{look ? say('insertDone', { dir: look.dir }) : say('insertTodo')}</p>
        </Step>
        <Step n={2} state={run.read ? 'done' : look ? (fresh.length > 0 ? 'done' : 'now') : 'later'} title={say('find')}>
          <p>
            {look === undefined
              ? say('findTodo')
              : fresh.length > 0
                ? say('found', { count: fresh.length, size: bytesText(size, language) })
                : run.read === undefined && say('foundNone')}
          </p>
          {known > 0 && <p>{say('foundRead', { count: known })}</p>}
        </Step>
        <Step n={3} state={run.read ? 'done' : fresh.length > 0 ? 'now' : 'later'} title={say('take')}>
          {run.read ? <Taken read={run.read} /> : <p>{say('takeHint')}</p>}
        </Step>
      </ol>
      {run.failed?.work === 'read' && <Problem error={run.failed.error} />}
      {running ? (
        <Running progress={status.progress} />
      ) : (
        <footer>
          {status.lastReadAt && <p className={tone.quiet}>{say('lastRead', { at: momentText(status.lastReadAt) })}</p>}
          <Button variant="default" fullWidth disabled={fresh.length === 0 || run.busy !== undefined} onClick={() => void readBundles()}>
            {say('read')}
          </Button>
        </footer>
      )}
    </section>
  );

  function Taken({ read }: { read: CourierRead }) {
    const number = (n: number) => numberText(n, language);
    const { confirmed, received, refused, hubRestored, bookRestored, removed, files } = read;
    const bad = files.filter(({ outcome }) => outcome !== 'read');
    const nothing = confirmed.changes + confirmed.pages + received.changes + received.pages === 0;
    return (
      <div role="status">
        <p className={classes.good}>{say('readDone')}</p>
        {confirmed.changes + confirmed.pages > 0 && (
          <p>{say('readConfirmed', { changes: number(confirmed.changes), pages: number(confirmed.pages) })}</p>
        )}
        {received.changes + received.pages > 0 && (
          <p>
            {say('readReceived', {
              changes: number(received.changes),
              pages: number(received.pages),
              size: bytesText(received.bytes, language),
            })}
          </p>
        )}
        {nothing && <p>{say('readNothing')}</p>}
        {refused > 0 && <p className={classes.bad}>{say('readRefused', { count: refused })}</p>}
        {hubRestored && <p className={classes.warn}>{say('readHubRestored')}</p>}
        {bookRestored && <p className={classes.warn}>{say('readBookRestored')}</p>}
        {removed > 0 && <p>{say('readRemoved', { count: removed })}</p>}
        {bad.map(({ file, outcome, problem }) => (
          <p key={file} className={classes.warn}>
            {say(outcome === 'damaged' ? 'fileDamaged' : 'fileRefused', { file })}
            {problem && isErrorCode(problem.code) && `. ${messageOf(problem.code, problem.details, language)}`}
          </p>
        ))}
      </div>
    );
  }
}
