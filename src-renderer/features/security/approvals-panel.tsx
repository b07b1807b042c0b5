import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ApprovalView, Me } from '#shared/contract/window/security';
import { Chip } from '../../components/chip';
import { Panel } from '../../components/panel';
import { Problem } from '../../components/problem';
import { service, useQueryOf } from '../../service/use-service';
import { act } from './act';
import classes from './security.module.css';
import { useSecurityWords } from './words';

/** What waits for a second person, and what was decided before. */
export function ApprovalsPanel({ me }: { me: Me }) {
  const say = useSecurityWords();
  const approvals = useQueryOf(['security', 'approvals'], () => service().security.approvals());
  const { waiting = [], history = [] } = approvals.data ?? {};
  return (
    <>
      <Panel title={say('approvals')} flush>
        {approvals.isError && <Problem error={approvals.error} />}
        {approvals.data && waiting.length === 0 && <p className={classes.body}>{say('noApprovals')}</p>}
        {waiting.map((one) => (
          <Waiting key={one.id} approval={one} mine={one.askedBy === me.userId} mayDecide={me.may.includes('approve')} />
        ))}
      </Panel>
      <Panel title={say('approvalHistory')} flush>
        {approvals.data && history.length === 0 && <p className={classes.body}>{say('noHistory')}</p>}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reached by keyboard */}
        <div className={classes.history} tabIndex={0} role="region" aria-label={say('approvalHistory')}>
          {history.map((one) => (
            <div key={one.id} className={classes.decided}>
              <strong>{say('approvalOf', { who: one.askedByName, what: say(one.action), title: one.title })}</strong>
              <Chip tone={one.approved ? 'good' : 'bad'}>{say(one.approved ? (one.usedAt ? 'used' : 'approved') : 'refused')}</Chip>
              <p>{one.reason}</p>
              <p>{[one.decidedByName, one.decidedAt?.slice(0, 16).replace('T', ' '), one.decision].filter(Boolean).join(' · ')}</p>
            </div>
          ))}
        </div>
      </Panel>
    </>
  );
}

function Waiting({ approval, mine, mayDecide }: { approval: ApprovalView; mine: boolean; mayDecide: boolean }) {
  const say = useSecurityWords();
  const [reason, setReason] = useState('');
  const decide = (approved: boolean) => act(() => service().security.decide({ id: approval.id, approved, reason }), say('saved'));
  return (
    <div className={classes.waiting}>
      <strong>{say('approvalOf', { who: approval.askedByName, what: say(approval.action), title: approval.title })}</strong>
      <p>
        {approval.askedAt.slice(0, 16).replace('T', ' ')} · {approval.reason}
      </p>
      {mayDecide && !mine && (
        <div className={classes.decide}>
          <TextInput
            label={say('decision')}
            description={say('decisionHint')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={500}
          />
          <div className={classes.acts}>
            <Button size="sm" onClick={() => void decide(true)}>
              {say('approve')}
            </Button>
            <Button size="sm" variant="default" disabled={reason.trim() === ''} onClick={() => void decide(false)}>
              {say('refuse')}
            </Button>
          </div>
        </div>
      )}
      {mine && <p className={classes.quiet}>{say('ownRequest')}</p>}
    </div>
  );
}
