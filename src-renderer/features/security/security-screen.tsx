import { useQueryOf, service } from '../../service/use-service';
import { ScreenHead } from '../../components/screen-head';
import { Problem } from '../../components/problem';
import { AuditPanel } from './audit-panel';
import { BackupPanel } from './backup-panel';
import { KeysPanel } from './keys-panel';
import { PeoplePanel } from './people-panel';
import classes from './security.module.css';
import { useSecurityWords } from './words';

/** Thiết lập › Khóa và người dùng. Each part shows what the role of the signed-in person has. */
export default function SecurityScreen() {
  const say = useSecurityWords();
  const me = useQueryOf(['security', 'me'], () => service().security.me());
  const head = <ScreenHead title={say('title')} intro={say('intro')} back={{ to: { screen: 'settings' }, text: say('back') }} />;
  if (me.isError)
    return (
      <div className={classes.page}>
        {head}
        <Problem error={me.error} retry={() => void me.refetch()} />
      </div>
    );
  if (!me.data) return <div aria-busy="true" />;
  return (
    <div className={classes.page}>
      {head}
      <div className={classes.grid}>
        <div className={classes.column}>
          <PeoplePanel me={me.data} />
          {me.data.may.includes('audit') && <AuditPanel />}
        </div>
        <div className={classes.column}>
          <KeysPanel me={me.data} />
          {me.data.may.includes('backup') && <BackupPanel />}
        </div>
      </div>
    </div>
  );
}
