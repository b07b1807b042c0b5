import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { notice, noticeOfFailure } from '../../app/notices';
import { Panel } from '../../components/panel';
import { shell } from '../../service/connection';
import { queries } from '../../service/queries';
import { service, useQueryOf } from '../../service/use-service';
import { useLanguage } from '../../i18n/words';
import classes from './settings.module.css';
import { useSettingsWords } from './words';

const lookMs = 3000;

/** Cập nhật: what was brought by USB stick or handed down by the province, and how it is installed. */
export function UpdatePanel() {
  const say = useSettingsWords();
  const language = useLanguage();
  const state = useQueryOf(['update'], () => service().update.state());
  // Whether something is coming is told by nobody: looked at while the panel is shown.
  useEffect(() => {
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: ['update'] }), lookMs);
    return () => clearInterval(timer);
  }, []);
  const [busy, setBusy] = useState(false);
  const doing = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      noticeOfFailure(error);
    } finally {
      setBusy(false);
      await queries.invalidateQueries({ queryKey: ['update'] });
    }
  };
  const take = () =>
    doing(async () => {
      const [path] = await shell().pickFiles({ purpose: 'update' });
      if (path !== undefined) await service().update.take({ path });
    });
  const install = () =>
    doing(async () => {
      const outcome = await shell().startUpdate();
      if (outcome !== 'started') notice(say(`update_${outcome}`));
    });
  if (!state.data) return null;
  const { version, ready, coming, refused, putBack } = state.data;
  const notes = ready?.notes[language] ?? '';
  return (
    <Panel title={say('update')}>
      <p>{ready ? say('updateReady', { version: ready.version, from: say(ready.from) }) : say('updateNone', { version })}</p>
      {notes !== '' && <p className={classes.quiet}>{notes}</p>}
      {ready?.failed && <p role="status">{say('updateFailed')}</p>}
      {coming && <p role="status">{say('updateComing', { percent: Math.floor((100 * coming.done) / Math.max(1, coming.bytes)) })}</p>}
      {refused && <p className={classes.quiet}>{say('updateRefused', { version: refused.version })}</p>}
      {putBack && <p className={classes.quiet}>{say('updatePutBack', { version: putBack.version, now: version })}</p>}
      {ready && <p className={classes.quiet}>{say('updateHint')}</p>}
      <div className={classes.acts}>
        {ready && (
          <Button loading={busy} onClick={() => void install()}>
            {say('updateInstall')}
          </Button>
        )}
        <Button variant="default" disabled={busy} onClick={() => void take()}>
          {say('updatePick')}
        </Button>
      </div>
    </Panel>
  );
}
