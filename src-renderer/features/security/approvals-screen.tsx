import { approvalSchema } from '#shared/contract/window/security';
import { useRoute } from '../../app/navigation';
import { Panel } from '../../components/panel';
import { Problem } from '../../components/problem';
import { ScreenHead } from '../../components/screen-head';
import { SecondPerson } from '../../components/second-person';
import { service, useQueryOf } from '../../service/use-service';
import { AccessRulesPanel } from './access-rules-panel';
import { ApprovalsPanel } from './approvals-panel';
import classes from './security.module.css';
import { useSecurityWords } from './words';

/** Thiết lập › Phê duyệt: what needs a second person, decided with a reason; who may see what. */
export default function ApprovalsScreen() {
  const say = useSecurityWords();
  const { query } = useRoute();
  const asked = approvalSchema.shape.action.safeParse(query?.['ask']);
  const record = query?.['record'];
  const me = useQueryOf(['security', 'me'], () => service().security.me());
  if (me.isError) return <Problem error={me.error} retry={() => void me.refetch()} />;
  if (!me.data) return <div aria-busy="true" />;
  return (
    <div className={classes.page}>
      <ScreenHead title={say('approvalsTitle')} intro={say('approvalsIntro')} back={{ to: { screen: 'settings' }, text: say('back') }} />
      <div className={classes.grid}>
        <div className={classes.column}>
          {asked.success && record && (
            <Panel title={say('askFor', { what: say(asked.data) })}>
              <SecondPerson key={record} action={asked.data} recordId={record} />
            </Panel>
          )}
          <ApprovalsPanel me={me.data} />
        </div>
        <div className={classes.column}>{me.data.may.includes('read') && <AccessRulesPanel me={me.data} />}</div>
      </div>
    </div>
  );
}
