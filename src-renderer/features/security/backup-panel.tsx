import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { notice, noticeOfFailure } from '../../app/notices';
import { Panel } from '../../components/panel';
import { Problem } from '../../components/problem';
import { CallError } from '../../service/app-error';
import { shell } from '../../service/connection';
import { service, useQueryOf } from '../../service/use-service';
import { isErrorCode } from '#shared/errors/app-error';
import { act } from './act';
import classes from './security.module.css';
import { useSecurityWords } from './words';

export function BackupPanel() {
  const say = useSecurityWords();
  const state = useQueryOf(['security', 'backup'], () => service().backup.state());
  const health = useQueryOf(['security', 'health'], () => service().backup.health());
  const [busy, setBusy] = useState<'run' | 'check' | 'mend'>();
  const during = (what: 'run' | 'check' | 'mend', work: () => Promise<unknown>) => {
    setBusy(what);
    void act(work).then(() => setBusy(undefined));
  };
  const choose = async () => {
    const [place] = await shell().pickFiles({ purpose: 'stick' });
    if (place !== undefined) await act(() => service().backup.set({ place }));
  };
  const check = async () => {
    const found = await service().backup.check({});
    notice(
      found.sound
        ? say('sound', { name: found.name, pages: found.pages })
        : say('notSound', { name: found.name, problems: found.problems.join(', ') }),
    );
  };
  if (state.isError) return <Problem error={state.error} />;
  const { place = null, daily = true, onClose = true, last = null, sets = [] } = state.data ?? {};
  const problem = last?.problem;
  return (
    <>
      <Panel title={say('backup')} flush>
        <div className={classes.body}>
          <p className={classes.path}>{place ?? say('noPlace')}</p>
          <p className={classes.quiet}>
            {last ? say('last', { at: last.at.slice(0, 16).replace('T', ' '), pages: last.pages }) : say('never')}{' '}
            {sets.length > 0 && say('sets', { count: sets.length })}
          </p>
          {problem && isErrorCode(problem.code) && <Problem error={new CallError(problem.code, problem.details, [])} />}
          <Switch
            label={say('daily')}
            checked={daily}
            onChange={(event) => void act(() => service().backup.set({ daily: event.currentTarget.checked }))}
          />
          <Switch
            label={say('onClose')}
            checked={onClose}
            onChange={(event) => void act(() => service().backup.set({ onClose: event.currentTarget.checked }))}
          />
          <div className={classes.acts}>
            <Button size="sm" variant="default" onClick={() => void choose().catch(noticeOfFailure)}>
              {say('choose')}
            </Button>
            <Button
              size="sm"
              variant="default"
              disabled={place === null || busy !== undefined}
              loading={busy === 'run'}
              onClick={() => during('run', () => service().backup.run())}
            >
              {say('now')}
            </Button>
            <Button
              size="sm"
              variant="default"
              disabled={sets.length === 0 || busy !== undefined}
              loading={busy === 'check'}
              onClick={() => during('check', check)}
            >
              {say('check')}
            </Button>
          </div>
        </div>
      </Panel>
      <Panel title={say('health')} flush>
        <div className={classes.body}>
          <p>
            {say('healthDatabase')}:{' '}
            {say(health.data?.database === 'sound' ? 'dbSound' : health.data?.database === 'damaged' ? 'dbDamaged' : 'dbUnknown')}.
          </p>
          <p>
            {(health.data?.lost.length ?? 0) > 0 ? say('lost', { count: health.data?.lost.length ?? 0 }) : say('noneLost')}.{' '}
            {(health.data?.mended ?? 0) > 0 && `${say('mended', { count: health.data?.mended ?? 0 })}.`}
          </p>
          <div className={classes.acts}>
            <Button
              size="sm"
              variant="default"
              disabled={busy !== undefined}
              loading={busy === 'mend'}
              onClick={() => during('mend', () => service().backup.mend())}
            >
              {say('mend')}
            </Button>
          </div>
        </div>
      </Panel>
    </>
  );
}
