import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { WatchSettings } from '#shared/contract/window/archive';
import { isErrorCode, messageOf } from '#shared/errors/app-error';
import { noticeOfFailure } from '../../app/notices';
import { useLanguage } from '../../i18n/words';
import { shell } from '../../service/connection';
import { service, useQueryOf } from '../../service/use-service';
import classes from './ways-in.module.css';
import { useWaysInWords } from './ways-in-words';

/** A folder whose new files come in by themselves, into the file that is open or, with separator sheets, wherever these lead. */
export function WatchPanel({ fileId, onClose }: { fileId: string | null; onClose(): void }) {
  const say = useWaysInWords();
  const language = useLanguage();
  const watch = useQueryOf(['archive', 'watch'], () => service().archive.watch());
  const { settings, problem, recent } = watch.data ?? { settings: null, problem: null, recent: [] };
  const [wanted, setWanted] = useState(false);
  const leave = settings ? settings.after === 'leave' : wanted;
  const into = settings ? settings.fileId : fileId;
  const file = useQueryOf(['records', 'archiveFile', into, 'title'], () =>
    into === null ? Promise.resolve(null) : service().records.get({ type: 'archiveFile', id: into }),
  );
  const set = async (next: WatchSettings | null) => {
    await service().archive.setWatch({ settings: next });
    await watch.refetch();
  };
  const choose = async () => {
    const [dir] = await shell().pickFiles({ purpose: 'folder' });
    if (dir !== undefined) await set({ dir, after: leave ? 'leave' : 'move', fileId, route: true });
  };
  return (
    <section className={classes.box} aria-label={say('watch')}>
      <header className={classes.head}>
        <div>
          <h2>{say('watch')}</h2>
          <p>{say('watchHint')}</p>
        </div>
        <Button variant="default" onClick={onClose}>
          {say('close')}
        </Button>
      </header>
      <p className={classes.target}>{say('target', { place: file.data?.record.title ?? say('targetLoose') })}</p>
      <p role="status">{settings === null ? say('watchNone') : say('watching', { dir: settings.dir })}</p>
      {problem !== null && isErrorCode(problem.code) && <p role="alert">{messageOf(problem.code, problem.details, language)}</p>}
      <Checkbox
        className={classes.choice}
        checked={leave}
        label={say('watchLeave')}
        onChange={(event) => {
          const after = event.currentTarget.checked ? 'leave' : 'move';
          setWanted(after === 'leave');
          if (settings) void set({ ...settings, after }).catch(noticeOfFailure);
        }}
      />
      <div className={classes.actions}>
        <Button onClick={() => void choose().catch(noticeOfFailure)}>{say('watchChoose')}</Button>
        {settings !== null && (
          <Button variant="default" onClick={() => void set(null).catch(noticeOfFailure)}>
            {say('watchStop')}
          </Button>
        )}
      </div>
      {recent.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{say('watchFile')}</th>
              <th scope="col">{say('watchOutcome')}</th>
            </tr>
          </thead>
          <tbody>
            {recent.map(({ file, outcome, pages, at }) => (
              <tr key={`${file} ${at}`}>
                <td>{file}</td>
                <td>{isErrorCode(outcome) ? messageOf(outcome, { file }, language) : say('watchTaken', { count: pages })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
