import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { notice } from '../../app/notices';
import { momentText } from '../../components/day';
import { Panel } from '../../components/panel';
import { Problem } from '../../components/problem';
import { shell } from '../../service/connection';
import { service, useQueryOf } from '../../service/use-service';
import { act } from './act';
import { useAuditAction } from './audit-words';
import classes from './security.module.css';
import { useSecurityWords } from './words';

export function AuditPanel() {
  const say = useSecurityWords();
  const actionText = useAuditAction();
  const [text, setText] = useState('');
  const entries = useQueryOf(['security', 'audit', text], () => service().security.audit({ text, limit: 60 }), { keep: true });
  const verify = async () => {
    const { entries: count, brokenAt, anchored } = await service().security.verifyAudit();
    const chain = brokenAt === null ? say('whole', { entries: count }) : say('broken', { at: brokenAt });
    const hub =
      anchored === null
        ? ''
        : anchored.brokenAt === null
          ? say('anchored', { upTo: anchored.upTo })
          : say('anchorBroken', { at: anchored.brokenAt });
    notice([chain, hub].filter(Boolean).join(' '));
  };
  const exportTo = async () => {
    const path = await shell().saveFile({ defaultName: `nhat-ky-${new Date().toISOString().slice(0, 10)}.jsonl` });
    if (path === null) return;
    const { entries: count } = await service().security.exportAudit({ path });
    notice(say('exported', { entries: count }));
  };
  return (
    <Panel title={say('audit')} flush>
      <div className={classes.body}>
        <TextInput
          aria-label={say('search')}
          placeholder={say('search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={200}
        />
        <div className={classes.acts}>
          <Button size="sm" variant="default" onClick={() => void act(verify)}>
            {say('verify')}
          </Button>
          <Button size="sm" variant="default" onClick={() => void act(exportTo)}>
            {say('exportAudit')}
          </Button>
        </div>
      </div>
      {entries.isError && <Problem error={entries.error} />}
      <div className={classes.entries} role="log" aria-label={say('audit')}>
        {entries.data?.entries.map((entry) => (
          <div key={entry.seq} className={classes.entry}>
            <span>{momentText(entry.at)}</span>
            <span>{entry.actor}</span>
            <span>{actionText(entry.action)}</span>
            <span>{[entry.title, entry.reason].filter(Boolean).join(' · ')}</span>
          </div>
        ))}
      </div>
    </Panel>
  );
}
