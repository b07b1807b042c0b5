import { navigate, useRoute } from '../../app/navigation';
import { useShortcut } from '../../app/shortcuts';
import { CasePage } from './case-page';
import { CaseRegister } from './case-register';
import classes from './open-case.module.css';
import { OpenCaseForm } from './open-case-form';

/** Vụ việc: the register over the full width; one case over the full width; opening a case in between. */
export function CasesScreen() {
  const route = useRoute();
  const create = () => navigate({ screen: 'cases', query: { new: '1' } });
  useShortcut('new', create);
  if (route.id !== undefined) return <CasePage key={route.id} id={route.id} />;
  if (route.query?.new === '1') {
    return (
      <div className={classes.openPage}>
        <OpenCaseForm onOpened={(id) => navigate({ screen: 'cases', id })} onCancel={() => navigate({ screen: 'cases' })} />
      </div>
    );
  }
  return <CaseRegister onCreate={create} />;
}
