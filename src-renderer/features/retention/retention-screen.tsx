import { navigate, type Route, useRoute } from '../../app/navigation';
import { ScreenHead } from '../../components/screen-head';
import { Tabs } from '../work/tabs';
import { DisposalList } from './disposal-list';
import { DueList } from './due-list';
import { PersonalPanel } from './personal-panel';
import classes from './retention.module.css';
import { useRetentionWords } from './words';

const tabs = ['due', 'disposals', 'personal'] as const;
type Tab = (typeof tabs)[number];

const names = { due: 'tabDue', disposals: 'tabDisposals', personal: 'tabPersonal' } as const;

const routeOf = (tab: Tab, more: Record<string, string> = {}): Route => ({ screen: 'archive', query: { view: 'retention', tab, ...more } });
const open = (tab: Tab, more: Record<string, string>): void => navigate(routeOf(tab, more), { replace: true });

/** Thời hạn bảo quản, tiêu hủy: what is due, the disposals with their minutes and proof, removal of personal data. */
export default function RetentionScreen() {
  const say = useRetentionWords();
  const { query = {} } = useRoute();
  const tab = tabs.find((one) => one === query['tab']) ?? 'due';
  return (
    <div className={classes.screen}>
      <ScreenHead title={say('title')} intro={say('intro')} back={{ to: { screen: 'archive' }, text: say('back') }} />
      <Tabs label={say('title')} tabs={tabs.map((one) => ({ text: say(names[one]), to: routeOf(one), current: one === tab }))} />
      {tab === 'due' && <DueList onProposed={(id) => open('disposals', { disposal: id })} />}
      {tab === 'disposals' && <DisposalList chosen={query['disposal']} onChoose={(id) => open('disposals', { disposal: id })} />}
      {tab === 'personal' && <PersonalPanel />}
    </div>
  );
}
