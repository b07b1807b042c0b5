import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheckFilled, IconFileZip, IconFolder, IconX } from '@tabler/icons-react';
import { isErrorCode, messageOf } from '#shared/errors/app-error';
import { navigate } from '../../../app/navigation';
import { Problem } from '../../../components/problem';
import { useLanguage } from '../../../i18n/words';
import { shell } from '../../../service/connection';
import record from '../file-record.module.css';
import classes from './out.module.css';
import { useOutWords } from './out-words';
import { usePackagesIn } from './use-packages-in';

/** Nhận gói bàn giao: packages of another archive come in, each with its counts or the reason why not. */
export function PackagesPanel({ onClose }: { onClose(): void }) {
  const say = useOutWords();
  const language = useLanguage();
  const { run, start } = usePackagesIn();
  const pick = async (purpose: 'packages' | 'place') => start(await shell().pickFiles({ purpose }));
  return (
    <>
      <header className={record.recordHead}>
        <div>
          <h2>{say('packagesTitle')}</h2>
        </div>
        <button type="button" className={record.icon} aria-label={say('close')} onClick={onClose}>
          <IconX size={16} />
        </button>
      </header>
      <div className={`${record.recordBody} ${classes.result}`}>
        <p className={classes.quiet}>{say('inIntro')}</p>
        <div className={classes.row}>
          <Button disabled={run.running} leftSection={<IconFileZip size={16} aria-hidden />} onClick={() => void pick('packages')}>
            {say('inZip')}
          </Button>
          <Button
            variant="default"
            disabled={run.running}
            leftSection={<IconFolder size={16} aria-hidden />}
            onClick={() => void pick('place')}
          >
            {say('inFolder')}
          </Button>
        </div>
        {run.step && run.running && (
          <p role="status">{say('inRunning', { title: run.step.title, done: run.step.done, of: run.step.of })}</p>
        )}
        {run.error !== null && <Problem error={run.error} />}
        {run.done.map((done) => (
          <h3 key={`${done.packages} ${done.pages} ${done.already}`} className={classes.good} role="status">
            <IconCircleCheckFilled size={18} aria-hidden />
            {say('inDone', { packages: done.packages, files: done.files, documents: done.documents, pages: done.pages })}
          </h3>
        ))}
        <ul className={classes.packages}>
          {run.taken.map((one) => (
            <li key={one.name}>
              <b>{one.title}</b>
              <span>{say('inTaken', { documents: one.documents, pages: one.pages, from: one.from })}</span>
              {one.already > 0 && <span>{say('inAlready', { count: one.already })}</span>}
              {one.fileId !== null && (
                <button type="button" className="link" onClick={() => navigate({ screen: 'archive', id: one.fileId ?? '' })}>
                  {say('open')}
                </button>
              )}
            </li>
          ))}
        </ul>
        {run.refused.length + run.absent.length > 0 && (
          <div className={classes.missing}>
            <h4>
              <IconAlertTriangle size={16} aria-hidden /> {say('inRefused', { count: run.refused.length })}
            </h4>
            <ul>
              {run.refused.map(({ name, code, details }) => (
                <li key={name}>{isErrorCode(code) ? messageOf(code, details, language) : name}</li>
              ))}
              {run.absent.map((name) => (
                <li key={name}>{say('inAbsent', { name })}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </>
  );
}
