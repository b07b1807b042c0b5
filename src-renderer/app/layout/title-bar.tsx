import { Menu } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconCheck, IconPlus, IconSearch } from '@tabler/icons-react';
import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { recordTypes } from '#shared/records/registry';
import { useLanguage } from '../../i18n/words';
import { goBack, goForward, navigate, useReach, useRoute } from '../navigation';
import { newRecordRoute } from '../new-record';
import { useShortcut } from '../shortcuts';
import { creatableTypes, useViewState } from '../view-state';
import classes from './frame.module.css';
import { HelpMenu } from './help-menu';
import { useFrameWords } from './words';

export function TitleBar() {
  const say = useFrameWords();
  const reach = useReach();
  const { full, setHeadSlot } = useViewState();
  return (
    <header className={classes.title}>
      <div className={classes.brand}>
        <span className={classes.logo}>
          <IconCheck size={14} stroke={3} aria-hidden />
        </span>
        <span className={classes.brandName}>{say('app')}</span>
      </div>
      <button
        type="button"
        className="square"
        aria-label={say('back')}
        title={`${say('back')} (Alt ←)`}
        disabled={!reach.back}
        onClick={goBack}
      >
        <IconArrowLeft size="1.125rem" aria-hidden />
      </button>
      <button
        type="button"
        className="square"
        aria-label={say('forward')}
        title={`${say('forward')} (Alt →)`}
        disabled={!reach.forward}
        onClick={goForward}
      >
        <IconArrowRight size="1.125rem" aria-hidden />
      </button>
      {full ? (
        <div ref={setHeadSlot} className={classes.slot} />
      ) : (
        <>
          <SearchBox />
          <CreateMenu />
          <HelpMenu />
        </>
      )}
    </header>
  );
}

/** The one search box: what is typed here is the query of the search screen. */
function SearchBox() {
  const say = useFrameWords();
  const route = useRoute();
  const box = useRef<HTMLInputElement>(null);
  const asked = route.screen === 'search' ? (route.query?.['q'] ?? '') : '';
  // What is typed holds until the address asks something else.
  const [typed, setTyped] = useState({ asked, text: asked });
  const text = typed.asked === asked ? typed.text : asked;
  useShortcut('search', () => {
    box.current?.focus();
    box.current?.select();
  });
  const ask = (typed: string) =>
    navigate(
      { screen: 'search', query: { ...(route.screen === 'search' ? route.query : {}), q: typed } },
      { replace: route.screen === 'search' },
    );
  const type = (next: string) => {
    const searching = route.screen === 'search';
    setTyped({ asked: searching ? next : asked, text: next });
    if (searching) ask(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask(text.trim());
  };
  return (
    <form role="search" className={classes.search} onSubmit={submit}>
      <IconSearch size="1rem" aria-hidden />
      <input
        ref={box}
        type="search"
        aria-label={say('searchLabel')}
        placeholder={say('search')}
        value={text}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={toFirstHit}
      />
      <kbd className={classes.key}>Ctrl K</kbd>
    </form>
  );
}

/** The arrow key leads from the box into the answer, if there is one. */
function toFirstHit(event: KeyboardEvent): void {
  const first = event.key === 'ArrowDown' ? document.querySelector<HTMLElement>('[data-hit]') : null;
  if (first === null) return;
  event.preventDefault();
  first.focus();
}

/** Ctrl+N: a screen that knows what is new there answers first; here the choice of everything. */
function CreateMenu() {
  const say = useFrameWords();
  const language = useLanguage();
  const { create, setCreate } = useViewState();
  useShortcut('new', () => setCreate(true));
  return (
    <Menu
      opened={create}
      onChange={setCreate}
      position="bottom-start"
      shadow="md"
      width="target"
      styles={{ dropdown: { minWidth: '15rem' } }}
      returnFocus
    >
      <Menu.Target>
        <button type="button" className={classes.create}>
          <IconPlus size="1rem" aria-hidden />
          {say('create')}
          <kbd className={classes.key}>Ctrl N</kbd>
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={say('createWhat')}>
        {creatableTypes.map((type) => (
          <Menu.Item key={type} onClick={() => navigate(newRecordRoute(type))}>
            {recordTypes[type].label[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
