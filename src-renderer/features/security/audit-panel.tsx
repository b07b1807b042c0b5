import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { notice } from '../../app/notices';
import { momentText } from '../../components/day';
import { Panel } from '../../components/panel';
import { Problem } from '../../components/problem';
import { shell } from '../../service/connection';
import { service, useQueryOf } from '../../service/use-service';
import { DayInput } from '../work/day-input';
import { act } from './act';
import { useAuditActions } from './audit-words';
import classes from './security.module.css';
import { useSecurityWords } from './words';

const step = 60;

/** Nhật ký: found by words, person, kind of act and days; checked against the hub's anchors; written to a file that others can check. */
export function AuditPanel() {
  const say = useSecurityWords();
  const { actions, textOf: actionText } = useAuditActions();
  const [text, setText] = useState('');
  const [actor, setActor] = useState<string | null>(null);
  const [action, setAction] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [limit, setLimit] = useState(step);
  const people = useQueryOf(['security', 'people'], () => service().security.people());
  const query = { text, limit, ...(actor && { actor }), ...(action && { action }), ...(from && { from }), ...(to && { to }) };
  const entries = useQueryOf(['security', 'audit', JSON.stringify(query)], () => service().security.audit(query), { keep: true });
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
  const found = entries.data?.entries ?? [];
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
        <div className={classes.filters}>
          <Select
            label={say('auditWho')}
            data={(people.data?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={actor}
            onChange={setActor}
            clearable
          />
          <Select
            label={say('auditWhat')}
            data={actions.map((value) => ({ value, label: actionText(value) }))}
            value={action}
            onChange={setAction}
            clearable
            searchable
          />
          <DayInput label={say('auditFrom')} value={from} onChange={setFrom} />
          <DayInput label={say('auditTo')} value={to} onChange={setTo} />
        </div>
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
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reached by keyboard */}
      <div className={classes.entries} role="log" aria-label={say('audit')} tabIndex={0}>
        {found.map((entry) => (
          <div key={entry.seq} className={classes.entry}>
            <span>{momentText(entry.at)}</span>
            <span>{actionText(entry.action)}</span>
            <span>{entry.actor}</span>
            <span>{[entry.title, entry.reason].filter(Boolean).join(' · ')}</span>
          </div>
        ))}
      </div>
      {found.length === limit && (
        <div className={classes.body}>
          <Button size="sm" variant="default" disabled={limit >= 480} onClick={() => setLimit(limit + step)}>
            {say('older')}
          </Button>
        </div>
      )}
    </Panel>
  );
}
