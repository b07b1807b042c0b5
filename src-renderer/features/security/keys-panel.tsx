import { Button, Checkbox, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { Me, Sheets } from '#shared/contract/window/security';
import { sessionChanged } from '../../app/session';
import { Panel } from '../../components/panel';
import { service, useQueryOf } from '../../service/use-service';
import { act } from './act';
import classes from './security.module.css';
import { useSecurityWords } from './words';

export function KeysPanel({ me }: { me: Me }) {
  const say = useSecurityWords();
  const keys = useQueryOf(['security', 'keys'], () => service().security.keys());
  const [own, setOwn] = useState('');
  const [split, setSplit] = useState(false);
  const [busy, setBusy] = useState<'sheet' | 'rotate' | 'machine'>();
  const [sheets, setSheets] = useState<Sheets>();
  const make = () => {
    setBusy('sheet');
    void act(async () => setSheets(await service().security.makeSheet({ split, ownPassphrase: own }))).then(() => {
      setBusy(undefined);
      setOwn('');
    });
  };
  const rotate = () => {
    setBusy('rotate');
    void act(() => service().security.rotate({ ownPassphrase: own }), say('rotated')).then(async () => {
      setBusy(undefined);
      setOwn('');
      await sessionChanged();
    });
  };
  const { recovery, kdf, byMachine } = keys.data ?? { recovery: null, kdf: { memory: 0, passes: 0 }, byMachine: null };
  const keep = () => {
    setBusy('machine');
    void act(() => service().security.keepOnMachine({ on: byMachine !== true, ownPassphrase: own }), say('saved')).then(() => {
      setBusy(undefined);
      setOwn('');
    });
  };
  return (
    <Panel title={say('keys')} flush>
      <div className={classes.body}>
        <p>{recovery ? say('sheetOf', { day: recovery.madeAt.slice(0, 10) }) : say('noSheet')}</p>
        {recovery?.split && <p className={classes.quiet}>{say('sheetSplit')}</p>}
        {byMachine && <p>{say('machineOn')}</p>}
        <p className={classes.quiet}>{say('kdf', { memory: kdf.memory / 1024, passes: kdf.passes })}</p>
      </div>
      {!sheets && (me.may.includes('keys') || byMachine !== null) && (
        <div className={classes.form}>
          <PasswordInput
            label={say('ownPassphrase')}
            description={say('ownHint')}
            value={own}
            onChange={(event) => setOwn(event.currentTarget.value)}
            autoComplete="off"
            maxLength={200}
          />
          {me.may.includes('keys') && (
            <Checkbox label={say('splitSheet')} checked={split} onChange={(event) => setSplit(event.currentTarget.checked)} />
          )}
          <div className={classes.acts}>
            {me.may.includes('keys') && (
              <>
                <Button size="sm" variant="default" disabled={own === '' || busy !== undefined} loading={busy === 'sheet'} onClick={make}>
                  {say('makeSheet')}
                </Button>
                <Button
                  size="sm"
                  variant="default"
                  disabled={own === '' || busy !== undefined}
                  loading={busy === 'rotate'}
                  onClick={rotate}
                >
                  {say('rotate')}
                </Button>
              </>
            )}
            {byMachine !== null && (
              <Button size="sm" variant="default" disabled={own === '' || busy !== undefined} loading={busy === 'machine'} onClick={keep}>
                {say(byMachine ? 'forgetOnMachine' : 'keepOnMachine')}
              </Button>
            )}
          </div>
          {me.may.includes('keys') && <p className={classes.quiet}>{say('rotateHint')}</p>}
          {byMachine === false && <p className={classes.quiet}>{say('machineHint')}</p>}
        </div>
      )}
      {sheets && <SheetView sheets={sheets} end={() => setSheets(undefined)} />}
    </Panel>
  );
}

/** The words stand on the screen until the person says that they are stored; nothing keeps them. */
function SheetView({ sheets, end }: { sheets: Sheets; end: () => void }) {
  const say = useSecurityWords();
  return (
    <>
      {sheets.sheets.map(({ words, qr }, at) => (
        <section key={words.join('')} className={classes.sheet} aria-label={say('sheetTitle', { n: at + 1, of: sheets.sheets.length })}>
          <div>
            <h3>{say('sheetTitle', { n: at + 1, of: sheets.sheets.length })}</h3>
            <ol className={classes.words}>
              {words.map((word, n) => (
                <li key={`${n}-${word}`}>{word}</li>
              ))}
            </ol>
            <p className={classes.quiet}>
              {sheets.madeAt.slice(0, 10)}. {say('sheetNote')}
            </p>
          </div>
          <svg className={classes.qr} viewBox={`-2 -2 ${qr.size + 4} ${qr.size + 4}`} role="img" aria-label="QR">
            <path d={qr.path} fill="currentColor" />
          </svg>
        </section>
      ))}
      <div className={classes.form}>
        <div className={classes.acts}>
          <Button size="sm" onClick={() => window.print()}>
            {say('print')}
          </Button>
          <Button size="sm" variant="default" onClick={end}>
            {say('done')}
          </Button>
        </div>
      </div>
    </>
  );
}
