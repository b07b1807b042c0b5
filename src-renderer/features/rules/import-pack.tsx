import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { notice, noticeOfFailure } from '../../app/notices';
import { Problem } from '../../components/problem';
import panel from '../../components/panel.module.css';
import { markOwnSave } from '../../service/queries';
import { service, useQueryOf } from '../../service/use-service';
import classes from '../work/work.module.css';
import { Effect } from './effect';
import { useRuleWords } from './words';

/** A signed file: whose it is and what it would change, before anything is taken over. */
export function ImportPack({ path, onDone }: { path: string; onDone: () => void }) {
  const say = useRuleWords();
  const [typed, setTyped] = useState('');
  const file = useQueryOf(['rules', 'file', path], () => service().rules.readFile({ path }));
  if (file.isError) return <Problem error={file.error} retry={onDone} />;
  if (!file.data) return <div aria-busy="true" />;
  const { packId, signer, key, effect } = file.data;
  const known = signer !== 'unknown' || typed.trim() === key.slice(0, 8);
  const take = async () => {
    await service().rules.importFile({ path, ...(signer === 'unknown' ? { confirmedKey: key } : {}) });
    markOwnSave();
    notice(say('saved', { pack: packId }));
    onDone();
  };
  return (
    <section className={panel.panel} aria-label={say('importTitle', { pack: packId })}>
      <header className={panel.head}>
        <h2>{say('importTitle', { pack: packId })}</h2>
      </header>
      <div className={`${panel.body} ${classes.stackGap}`}>
        <p className={classes.note} data-tone={signer === 'unknown' ? undefined : 'good'}>
          {say(`signer_${signer}`)}
        </p>
        {signer === 'unknown' && (
          <TextInput label={say('keyField')} value={typed} maxLength={8} onChange={(event) => setTyped(event.currentTarget.value)} />
        )}
        <Effect effect={effect} />
      </div>
      <footer className={panel.foot}>
        <Button variant="default" onClick={onDone}>
          {say('cancel')}
        </Button>
        <Button disabled={!known} onClick={() => void take().catch(noticeOfFailure)}>
          {say('take')}
        </Button>
      </footer>
    </section>
  );
}
