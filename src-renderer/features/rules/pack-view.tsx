import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PackHead } from '#shared/contract/window/rules';
import { readRulePack } from '#shared/rules/packs/index';
import { notice, noticeOfFailure } from '../../app/notices';
import { Problem } from '../../components/problem';
import panel from '../../components/panel.module.css';
import { useLanguage } from '../../i18n/words';
import { shell } from '../../service/connection';
import { service, useQueryOf, useRemove } from '../../service/use-service';
import classes from '../work/work.module.css';
import { PackContents } from './pack-contents';
import { PackEditor } from './pack-editor';
import { useRuleWords } from './words';

/** What one pack says, with the source of each value; the committee edits a copy of its own. */
export function PackView({ head, onSaved }: { head: PackHead; onSaved: (packId: string) => void }) {
  const say = useRuleWords();
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const { remove } = useRemove();
  const content = useQueryOf(['records', 'rules', 'pack', head.packId, head.revision], () => service().rules.pack({ packId: head.packId }));
  if (content.isError) return <Problem error={content.error} />;
  const pack = content.data && readRulePack(content.data.content);
  if (!pack) return <div aria-busy="true" />;
  const own = head.origin === 'own' || head.origin === 'file';
  if (editing)
    return (
      <PackEditor
        pack={pack}
        own={own && head.recordId !== null ? { id: head.recordId, revision: head.revision ?? 0 } : null}
        onSaved={onSaved}
        onCancel={() => setEditing(false)}
      />
    );
  const save = async () => {
    const path = await shell().saveFile({ defaultName: `goi-quy-tac-${pack.id}.json` });
    if (path === null) return;
    const { key } = await service().rules.exportPack({ packId: pack.id, path });
    notice(say('exported', { key: key.slice(0, 8) }));
  };
  return (
    <section className={panel.panel} aria-label={pack.name[language]}>
      <header className={panel.head}>
        <h2>{pack.name[language]}</h2>
        <span className={panel.aside}>{say('allCases', { count: head.allCases })}</span>
      </header>
      <div className={`${panel.body} ${classes.stackGap}`}>
        <PackContents pack={pack} />
      </div>
      <footer className={panel.foot}>
        <Button onClick={() => setEditing(true)}>{say(own ? 'editOwn' : 'copy')}</Button>
        <Button variant="default" onClick={() => void save().catch(noticeOfFailure)}>
          {say('exportPack')}
        </Button>
        {own && head.recordId !== null && (
          <button
            type="button"
            className="link"
            onClick={() =>
              void remove({ type: 'committeePack', id: head.recordId ?? '', reason: say('removeReason') }).catch(noticeOfFailure)
            }
          >
            {say('remove')}
          </button>
        )}
      </footer>
    </section>
  );
}
