import { Menu } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { navigate } from '../navigation';
import { useViewState } from '../view-state';
import classes from './frame.module.css';
import { useFrameWords } from './words';

/** Trợ giúp: the chapter of this screen, the whole guide, the list of the first hour. */
export function HelpMenu() {
  const say = useFrameWords();
  const { setHelp, setSteps } = useViewState();
  return (
    <Menu position="bottom-end" shadow="md" returnFocus>
      <Menu.Target>
        <button type="button" className={`${classes.create} ${classes.last}`}>
          <IconHelp size="1.125rem" aria-hidden />
          {say('help')}
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={say('help')}>
        <Menu.Item onClick={() => setHelp(true)} rightSection={<kbd className={classes.key}>F1</kbd>}>
          {say('helpHere')}
        </Menu.Item>
        <Menu.Item onClick={() => navigate({ screen: 'guide' })}>{say('guide')}</Menu.Item>
        <Menu.Item onClick={() => setSteps(true)}>{say('firstSteps')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
