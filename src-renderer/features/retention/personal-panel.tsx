import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useState } from 'react';
import { notice } from '../../app/notices';
import { Panel } from '../../components/panel';
import { Problem } from '../../components/problem';
import { RefPicker } from '../../components/ref-picker';
import { sweepDrafts } from '../../drafts/sweep';
import { useLanguage } from '../../i18n/words';
import { callError, type CallError } from '../../service/app-error';
import { queries } from '../../service/queries';
import { service, useQueryOf } from '../../service/use-service';
import classes from './retention.module.css';
import { useRetentionWords } from './words';

/** Removal of personal data when the law asks: a record, its personal fields, by what paper. Beside it what was removed before. */
export function PersonalPanel() {
  const say = useRetentionWords();
  const language = useLanguage();
  const [id, setId] = useState<string | null>(null);
  const [fields, setFields] = useState<readonly string[]>([]);
  const [basis, setBasis] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const personal = useQueryOf(['records', 'personal', id], () => service().retention.personal({ id: id ?? '' }), { enabled: id !== null });
  const register = useQueryOf(['records', 'list', 'dataErasure'], () => service().records.list({ type: 'dataErasure', limit: 100 }));
  const found = personal.data?.fields ?? [];
  const erase = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const done = await service().retention.erase({ id: id ?? '', fields: [...fields], basis });
      notice(say('erased', { count: done.fields.length }));
      setFields([]);
    } catch (failure) {
      setError(callError(failure));
    } finally {
      setBusy(false);
      await Promise.all([queries.invalidateQueries(), sweepDrafts().catch(() => undefined)]);
    }
  };
  return (
    <div className={classes.disposals}>
      <Panel title={say('tabPersonal')}>
        <div className={classes.body}>
          <p className={classes.quiet}>{say('personalHint')}</p>
          <RefPicker
            label={say('record')}
            types={['petition', 'partyMember']}
            value={id}
            onChange={(next) => {
              setId(next);
              setFields([]);
              setError(undefined);
            }}
          />
          {id !== null && personal.data && found.length === 0 && <p>{say('noPersonal')}</p>}
          {found.length > 0 && (
            <Checkbox.Group label={say('fields')} value={[...fields]} onChange={setFields}>
              <div className={classes.checks}>
                {found.map(({ name, label }) => (
                  <Checkbox key={name} value={name} label={label[language]} />
                ))}
              </div>
            </Checkbox.Group>
          )}
          <TextInput
            label={say('basis')}
            value={basis}
            onChange={(event) => setBasis(event.currentTarget.value)}
            maxLength={300}
            required
          />
          {error && <Problem error={error} />}
          <div className={classes.acts}>
            <Button
              color="red"
              leftSection={<IconEraser size={16} aria-hidden />}
              loading={busy}
              disabled={id === null || fields.length === 0 || basis.trim() === ''}
              onClick={() => void erase()}
            >
              {say('erase')}
            </Button>
          </div>
        </div>
      </Panel>
      <Panel title={say('register')} flush>
        {register.data?.rows.length === 0 && <p className={classes.note}>{say('noErasures')}</p>}
        <ul className={classes.choices}>
          {register.data?.rows.map((row) => (
            <li key={row.id} className={classes.row}>
              <strong>{row.subtitle || row.title}</strong>
              <span className={classes.quiet}>
                {[String(row.values['erasedAt'] ?? '').slice(0, 10), String(row.values['basis'] ?? '')].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
