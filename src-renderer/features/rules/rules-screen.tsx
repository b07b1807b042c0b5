import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { packById } from '#shared/rules/packs/index';
import { noticeOfFailure } from '../../app/notices';
import { navigate, useRoute } from '../../app/navigation';
import { today } from '../../components/day';
import { Empty } from '../../components/empty';
import { Problem } from '../../components/problem';
import { ScreenHead } from '../../components/screen-head';
import panel from '../../components/panel.module.css';
import { Chip } from '../../components/chip';
import { shell } from '../../service/connection';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { dayText } from '../format';
import { TemplatesView } from '../templates/templates-view';
import { Tabs } from '../work/tabs';
import classes from '../work/work.module.css';
import { CalendarYear } from './calendar-year';
import { ImportPack } from './import-pack';
import { PackView } from './pack-view';
import { useRuleWords } from './words';

/** Thiết lập > Quy định: which rules hold, the committee's own copies, the working calendar, and the templates of papers. */
export function RulesScreen() {
  const say = useRuleWords();
  const language = useLanguage();
  const { query = {} } = useRoute();
  const day = today();
  const [file, setFile] = useState<string | null>(null);
  const packs = useQueryOf(['records', 'rules', 'packs', day], () => service().rules.packs({ today: day }));
  const calendar = query['view'] === 'calendar';
  const templates = query['view'] === 'templates';
  const go = (more: Record<string, string>) => navigate({ screen: 'settings', query: { part: 'rules', ...more } });
  const pick = async () => {
    const [path] = await shell().pickFiles({ purpose: 'rules' });
    if (path) setFile(path);
  };
  if (packs.isError) return <Problem error={packs.error} retry={() => void packs.refetch()} />;
  if (!packs.data) return <div aria-busy="true" />;
  const { packs: all } = packs.data;
  const chosen = all.find(({ packId }) => packId === query['pack']) ?? all.find(({ current }) => current);
  return (
    <div className={classes.page}>
      <ScreenHead title={say('title')} intro={say('lead')} back={{ to: { screen: 'settings' }, text: say('back') }}>
        <Button
          variant="default"
          leftSection={<IconFileImport size="1rem" aria-hidden />}
          onClick={() => void pick().catch(noticeOfFailure)}
        >
          {say('importFile')}
        </Button>
      </ScreenHead>
      <Tabs
        label={say('views')}
        tabs={[
          { text: say('packs'), to: { screen: 'settings', query: { part: 'rules' } }, current: !calendar && !templates },
          { text: say('calendar'), to: { screen: 'settings', query: { part: 'rules', view: 'calendar' } }, current: calendar },
          { text: say('templates'), to: { screen: 'settings', query: { part: 'rules', view: 'templates' } }, current: templates },
        ]}
      />
      {file !== null && <ImportPack key={file} path={file} onDone={() => setFile(null)} />}
      {templates ? (
        <TemplatesView />
      ) : calendar ? (
        <CalendarYear today={day} />
      ) : (
        <div className={classes.split} style={{ gridTemplateColumns: 'minmax(16rem, 20rem) minmax(0, 1fr)' }}>
          <section className={panel.panel} aria-label={say('packs')}>
            <ul className={classes.rows}>
              {all.map((pack) => (
                <li key={pack.packId}>
                  <button
                    type="button"
                    className={classes.row}
                    aria-current={pack.packId === chosen?.packId ? 'true' : undefined}
                    onClick={() => go({ pack: pack.packId })}
                  >
                    <span className={classes.name}>{packById(pack.packId)?.name[language] ?? pack.name}</span>
                    <span>{pack.current && <Chip tone="good">{say('current')}</Chip>}</span>
                    <span className={classes.quiet}>
                      {pack.validTo
                        ? say('fromTo', { from: dayText(pack.validFrom), to: dayText(pack.validTo) })
                        : say('from', { day: dayText(pack.validFrom) })}
                      <br />
                      {say('openCases', { count: pack.openCases })}
                    </span>
                    <span className={classes.quiet}>{say(`origin_${pack.origin}`)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
          {chosen ? (
            <PackView key={chosen.packId} head={chosen} onSaved={(packId) => go({ pack: packId })} />
          ) : (
            <Empty title={say('choose')} />
          )}
        </div>
      )}
    </div>
  );
}
