import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Me } from '#shared/contract/window/security';
import { codeLabel } from '#shared/rules/code-lists/index';
import { Panel } from '../../components/panel';
import { Problem } from '../../components/problem';
import { RecordForm } from '../../components/record-form';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import classes from './security.module.css';
import { useSecurityWords } from './words';

/** Quyết định quyền xem, giải mật: who may see a case, file or petition, and from which day a level is lower. */
export function AccessRulesPanel({ me }: { me: Me }) {
  const say = useSecurityWords();
  const language = useLanguage();
  const [editing, setEditing] = useState<string>();
  const rules = useQueryOf(['records', 'list', 'accessRule'], () => service().records.list({ type: 'accessRule', limit: 200 }));
  const { rows = [], titles = {} } = rules.data ?? {};
  const mayDecide = me.may.includes('restrict');
  return (
    <Panel
      title={say('accessRules')}
      aside={
        mayDecide && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setEditing('new')}>
            {say('newRule')}
          </Button>
        )
      }
      flush
    >
      {rules.isError && <Problem error={rules.error} />}
      {editing !== undefined && (
        <div className={classes.form}>
          <RecordForm
            key={editing}
            type="accessRule"
            {...(editing !== 'new' && { id: editing })}
            onSaved={() => setEditing(undefined)}
            onCancel={() => setEditing(undefined)}
          />
        </div>
      )}
      {rules.data && rows.length === 0 && editing === undefined && <p className={classes.body}>{say('noRules')}</p>}
      {rows.map(({ id, title, values }) => {
        const members = ((values['members'] ?? []) as readonly string[]).map((member) => titles[member] ?? '').filter(Boolean);
        return (
          <div key={id} className={classes.person}>
            <div>
              <strong>{title}</strong>
              <p>
                {[
                  codeLabel('accessRuleKind', String(values['kind'] ?? ''), language),
                  members.join(', '),
                  values['level'] ? codeLabel('secrecy', String(values['level']), language) : '',
                  values['from'],
                  values['basis'],
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            {mayDecide && (
              <Button size="xs" variant="default" onClick={() => setEditing(id)}>
                {say('editRule')}
              </Button>
            )}
          </div>
        );
      })}
    </Panel>
  );
}
