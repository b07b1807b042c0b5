import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { newRecordRoute } from '../../app/new-record';
import { navigate, useRoute } from '../../app/navigation';
import { useShortcut } from '../../app/shortcuts';
import { today } from '../../components/day';
import { GenericScreen } from '../generic/generic-screen';
import { RegisterFrame } from '../work/register-frame';
import { Tabs } from '../work/tabs';
import { Calendar } from './calendar';
import { Hands } from './hands';
import classes from '../work/work.module.css';
import { useTaskWords } from './words';

/** Công việc: the calendar of the committee, who has what in hand, and the register of tasks. */
export function TasksScreen() {
  const say = useTaskWords();
  const { query = {}, id } = useRoute();
  const inRegister = id !== undefined || query['type'] !== undefined || query['new'] === '1';
  const add = () => navigate(newRecordRoute('task'));
  useShortcut('new', add, !inRegister);
  const hands = query['view'] === 'hands';
  const tabs = (
    <Tabs
      label={say('views')}
      tabs={[
        { text: say('calendar'), to: { screen: 'tasks' }, current: !hands && !inRegister },
        { text: say('hands'), to: { screen: 'tasks', query: { view: 'hands' } }, current: hands && !inRegister },
        { text: say('register'), to: { screen: 'tasks', query: { type: 'task' } }, current: inRegister },
      ]}
    />
  );
  if (inRegister)
    return (
      <RegisterFrame tabs={tabs}>
        <GenericScreen />
      </RegisterFrame>
    );
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h1>{say('title')}</h1>
          <p>{say('lead')}</p>
        </div>
        <Button leftSection={<IconPlus size="1rem" aria-hidden />} onClick={add}>
          {say('add')}
        </Button>
      </header>
      {tabs}
      {hands ? <Hands today={today()} /> : <Calendar today={today()} />}
    </div>
  );
}
