import { Button, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { navigate, useRoute } from '../../app/navigation';
import { notice, noticeOfFailure } from '../../app/notices';
import { service, useQueryOf } from '../../service/use-service';
import classes from './list.module.css';
import { useListWords } from './words';

/** The person's own filters of this screen: opened by name, kept under a name, deleted. */
export function FilterMenu() {
  const say = useListWords();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={300} trapFocus returnFocus shadow="none" withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          className={classes.tool}
          aria-label={say('mine')}
          title={say('mine')}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <IconBookmark size="1rem" aria-hidden />
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu} aria-label={say('mine')}>
        <Filters onClose={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Filters({ onClose }: { onClose: () => void }) {
  const say = useListWords();
  const route = useRoute();
  const [name, setName] = useState('');
  const kept = useQueryOf(['settings', 'filters'], () => service().lists.filters());
  const here = (kept.data?.filters ?? []).filter(({ screen }) => screen === route.screen);
  const { new: _new, edit: _edit, value: _value, view: _view, ...query } = route.query ?? {};
  const save = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return;
    service()
      .lists.saveFilter({ name: wanted, screen: route.screen, query })
      .then(() => {
        notice(say('mineSaved', { name: wanted }));
        onClose();
      })
      .catch(noticeOfFailure);
  };
  const drop = (id: string, dropped: string) =>
    service()
      .lists.dropFilter({ id })
      .then(() => notice(say('mineDropped', { name: dropped })))
      .catch(noticeOfFailure);
  return (
    <>
      {here.length === 0 && kept.data && <p className={classes.quiet}>{say('mineNone')}</p>}
      <ul className={classes.filters}>
        {here.map((filter) => (
          <li key={filter.id}>
            <button
              type="button"
              className={classes.filter}
              onClick={() => {
                navigate({ screen: route.screen, query: filter.query });
                onClose();
              }}
            >
              {filter.name}
            </button>
            <button
              type="button"
              className={classes.drop}
              aria-label={say('mineDrop', { name: filter.name })}
              onClick={() => void drop(filter.id, filter.name)}
            >
              <IconTrash size="1rem" aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <form className={classes.keep} onSubmit={save}>
        <TextInput label={say('mineName')} value={name} maxLength={60} onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" variant="default" disabled={name.trim() === ''}>
          {say('mineSave')}
        </Button>
      </form>
    </>
  );
}
