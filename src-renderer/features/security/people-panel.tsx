import { Button, PasswordInput, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Me, Person } from '#shared/contract/window/security';
import { codeLabel } from '#shared/rules/code-lists/index';
import { levels, type Level } from '#shared/secrecy/policy';
import { roleLabels, roleNames, type Role } from '#shared/secrecy/roles';
import { Panel } from '../../components/panel';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { act } from './act';
import classes from './security.module.css';
import { useSecurityWords } from './words';

type Task = { readonly kind: 'add' } | { readonly kind: 'rights' | 'reset' | 'remove'; readonly person: Person };

export function PeoplePanel({ me }: { me: Me }) {
  const say = useSecurityWords();
  const language = useLanguage();
  const people = useQueryOf(['security', 'people'], () => service().security.people());
  const [task, setTask] = useState<Task>();
  const manages = me.may.includes('manageUsers');
  const own = people.data?.people.find(({ id }) => id === me.userId);
  return (
    <Panel title={say('people')} flush>
      {people.isError && <Problem error={people.error} />}
      {people.data?.people.map((person) => (
        <div key={person.id} className={classes.person}>
          <div>
            <strong>
              {person.name}
              {person.id === me.userId && ` (${say('you')})`}
            </strong>
            <p>
              {[person.title, roleLabels[person.role][language], codeLabel('secrecy', person.clearance, language)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          {manages && person.id !== me.userId && (
            <div className={classes.acts}>
              <Button size="xs" variant="default" onClick={() => setTask({ kind: 'rights', person })}>
                {say('rights')}
              </Button>
              <Button size="xs" variant="default" onClick={() => setTask({ kind: 'reset', person })}>
                {say('reset')}
              </Button>
              <Button size="xs" variant="default" onClick={() => setTask({ kind: 'remove', person })}>
                {say('remove')}
              </Button>
            </div>
          )}
        </div>
      ))}
      <div className={classes.form}>
        {task ? (
          <TaskForm task={task} end={() => setTask(undefined)} />
        ) : (
          <div className={classes.acts}>
            {manages && (
              <Button size="sm" variant="default" onClick={() => setTask({ kind: 'add' })}>
                {say('add')}
              </Button>
            )}
            {own && (
              <Button size="sm" variant="default" onClick={() => setTask({ kind: 'reset', person: own })}>
                {say('mine')}
              </Button>
            )}
          </div>
        )}
      </div>
    </Panel>
  );
}

/** Secrets are held only until the answer. */
function TaskForm({ task, end }: { task: Task; end: () => void }) {
  const say = useSecurityWords();
  const language = useLanguage();
  const person = task.kind === 'add' ? undefined : task.person;
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const [role, setRole] = useState<Role>(person?.role ?? 'clerk');
  const [clearance, setClearance] = useState<Level>(person?.clearance ?? 'THUONG');
  const [passphrase, setPassphrase] = useState('');
  const [ownPassphrase, setOwn] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const work = (): Promise<unknown> => {
      const userId = person?.id ?? '';
      switch (task.kind) {
        case 'add':
          return service().security.addPerson({ name, title, role, clearance, passphrase, ownPassphrase });
        case 'rights':
          return service().security.setRights({ userId, role, clearance, ownPassphrase });
        case 'reset':
          return service().security.setPassphrase({ userId, passphrase, ownPassphrase });
        case 'remove':
          return service().security.removePerson({ userId, ownPassphrase });
      }
    };
    void act(work, say('saved')).then((ok) => (ok ? end() : setBusy(false)));
  };
  const heading = { add: say('add'), rights: say('rights'), reset: say('reset'), remove: say('remove') }[task.kind];
  return (
    <form onSubmit={submit} className={classes.body} aria-label={heading}>
      <strong>{[heading, person?.name].filter(Boolean).join(': ')}</strong>
      {task.kind === 'remove' && <p>{say('removeWhy')}</p>}
      {task.kind === 'add' && (
        <>
          <TextInput label={say('name')} value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={120} required />
          <TextInput label={say('post')} value={title} onChange={(event) => setTitle(event.currentTarget.value)} maxLength={120} />
        </>
      )}
      {(task.kind === 'add' || task.kind === 'rights') && (
        <>
          <Select
            label={say('role')}
            data={roleNames.map((value) => ({ value, label: roleLabels[value][language] }))}
            value={role}
            allowDeselect={false}
            onChange={(value) => setRole(value as Role)}
          />
          <Select
            label={say('clearance')}
            data={levels.map((value) => ({ value, label: codeLabel('secrecy', value, language) }))}
            value={clearance}
            allowDeselect={false}
            onChange={(value) => setClearance(value as Level)}
          />
        </>
      )}
      {(task.kind === 'add' || task.kind === 'reset') && (
        <PasswordInput
          label={say(task.kind === 'add' ? 'passphrase' : 'newPassphrase')}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          autoComplete="off"
          maxLength={200}
          required
        />
      )}
      <PasswordInput
        label={say('ownPassphrase')}
        description={say('ownHint')}
        value={ownPassphrase}
        onChange={(event) => setOwn(event.currentTarget.value)}
        autoComplete="off"
        maxLength={200}
        required
      />
      <div className={classes.acts}>
        <Button type="submit" size="sm" loading={busy}>
          {say('save')}
        </Button>
        <Button size="sm" variant="default" onClick={end}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
