import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { newRecordRoute } from '../../app/new-record';
import { navigate, useRoute } from '../../app/navigation';
import { useShortcut } from '../../app/shortcuts';
import { today } from '../../components/day';
import { GenericScreen } from '../generic/generic-screen';
import { RegisterFrame } from '../work/register-frame';
import { Tabs } from '../work/tabs';
import { Board } from './board';
import { Digest } from './digest';
import { NotDone } from './not-done';
import classes from '../work/work.module.css';
import { useFollowUpWords } from './words';

const views = ['board', 'digest', 'notDone'] as const;
type View = (typeof views)[number];

/** Theo dõi kết luận: what presses first, the week, and the report of what is not carried out; the registers stand behind. */
export function FollowUpScreen() {
  const say = useFollowUpWords();
  const { query = {}, id } = useRoute();
  const inRegister = query['type'] !== undefined && (query['view'] === undefined || query['new'] === '1');
  const add = () => navigate(newRecordRoute('duty'));
  useShortcut('new', add, !inRegister);
  const view: View = views.find((one) => one === query['view']) ?? 'board';
  const ways = views.map((one) => ({
    text: say(one),
    to: { screen: 'follow-up' as const, query: { view: one } },
    current: one === view && !inRegister,
  }));
  // The register names its own two books.
  if (inRegister)
    return (
      <RegisterFrame tabs={<Tabs label={say('views')} tabs={ways} />}>
        <GenericScreen />
      </RegisterFrame>
    );
  const day = today();
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h1>{say('title')}</h1>
          <p>{say('lead')}</p>
        </div>
        <div className={classes.acts}>
          <Button leftSection={<IconPlus size="1rem" aria-hidden />} onClick={add}>
            {say('add')}
          </Button>
        </div>
      </header>
      <Tabs
        label={say('views')}
        tabs={[
          ...ways,
          { text: say('duties'), to: { screen: 'follow-up', query: { type: 'duty' } }, current: false },
          { text: say('conclusions'), to: { screen: 'follow-up', query: { type: 'conclusion' } }, current: false },
        ]}
      />
      {view === 'board' && <Board today={day} selected={id} />}
      {view === 'digest' && <Digest today={day} />}
      {view === 'notDone' && <NotDone today={day} />}
    </div>
  );
}
