import { Button } from '@mantine/core';
import type { Me } from '#shared/contract/window/security';
import { Panel } from '../../components/panel';
import { service, useQueryOf } from '../../service/use-service';
import { act } from './act';
import classes from './security.module.css';
import { useSecurityWords } from './words';

export function ApprovalsPanel({ me }: { me: Me }) {
  const say = useSecurityWords();
  const approvals = useQueryOf(['security', 'approvals'], () => service().security.approvals());
  const waiting = approvals.data?.waiting ?? [];
  const mayDecide = me.may.includes('approve');
  return (
    <Panel title={say('approvals')} flush>
      {waiting.length === 0 && <p className={classes.body}>{say('noApprovals')}</p>}
      {waiting.map((one) => (
        <div key={one.id} className={classes.person}>
          <div>
            <strong>{say('approvalOf', { who: one.askedByName, what: say(one.action), title: one.title })}</strong>
            <p>{one.reason}</p>
          </div>
          {mayDecide && one.askedBy !== me.userId && (
            <div className={classes.acts}>
              <Button size="xs" onClick={() => void act(() => service().security.decide({ id: one.id, approved: true }), say('saved'))}>
                {say('approve')}
              </Button>
              <Button
                size="xs"
                variant="default"
                onClick={() => void act(() => service().security.decide({ id: one.id, approved: false }), say('saved'))}
              >
                {say('refuse')}
              </Button>
            </div>
          )}
        </div>
      ))}
    </Panel>
  );
}
