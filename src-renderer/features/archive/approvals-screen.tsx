import { IconArrowLeft } from '@tabler/icons-react';
import { navigate } from '../../app/navigation';
import { GenericScreen } from '../generic/generic-screen';
import classes from './approvals.module.css';
import { useWaysInWords } from './ways-in-words';

/** Phê duyệt số hóa tài liệu mật: who allowed which papers above THUONG to be scanned, by what paper. Without one no page of them comes in. */
export default function ApprovalsScreen() {
  const say = useWaysInWords();
  return (
    <div className={classes.screen}>
      <div className={classes.bar}>
        <button type="button" className="link" onClick={() => navigate({ screen: 'archive' })}>
          <IconArrowLeft size={16} aria-hidden /> {say('approvalsBack')}
        </button>
        <p>{say('approvalsIntro')}</p>
      </div>
      <GenericScreen only="secrecyApproval" />
    </div>
  );
}
