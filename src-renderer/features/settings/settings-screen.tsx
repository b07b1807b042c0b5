import { Button, SegmentedControl, Switch } from '@mantine/core';
import { IconChecks, IconKey, IconLock, IconSchool } from '@tabler/icons-react';
import { lazy, type ReactNode, useState } from 'react';
import type { Settings } from '#shared/contract/window/settings';
import { useSettings } from '../../app/appearance';
import { noticeOfFailure } from '../../app/notices';
import { navigate, useRoute } from '../../app/navigation';
import { sessionChanged, useSession } from '../../app/session';
import { RulesScreen } from '../rules/rules-screen';
import { Panel } from '../../components/panel';
import { Problem } from '../../components/problem';
import { queries } from '../../service/queries';
import { service, useQueryOf } from '../../service/use-service';
import classes from './settings.module.css';
import { UpdatePanel } from './update-panel';
import { useSettingsWords } from './words';

const SecurityScreen = lazy(() => import('../security/security-screen'));
const ApprovalsScreen = lazy(() => import('../security/approvals-screen'));

/** Thiết lập: the machine and the book, who opens it, and the rules that hold in it. */
export function SettingsScreen() {
  const { query } = useRoute();
  if (query?.['view'] === 'security') return <SecurityScreen />;
  if (query?.['view'] === 'approvals') return <ApprovalsScreen />;
  return query?.['part'] === 'rules' ? <RulesScreen /> : <GeneralSettings />;
}

/** What is chosen takes effect at once. */
function GeneralSettings() {
  const say = useSettingsWords();
  const settings = useSettings();
  const about = useQueryOf(['settings', 'about'], () => service().settings.about());
  const session = useSession();
  const set = (change: Partial<Settings>) => {
    const show = (next: Settings | undefined) => queries.setQueryData(['settings'], next);
    show(settings.data && { ...settings.data, ...change });
    service()
      .settings.set(change)
      .then(show, (error: unknown) => {
        show(settings.data);
        noticeOfFailure(error);
      });
  };
  const lock = () => {
    service().session.lock().then(sessionChanged).catch(noticeOfFailure);
  };
  if (settings.isError)
    return (
      <div className={classes.page}>
        <Problem error={settings.error} retry={() => void settings.refetch()} />
      </div>
    );
  if (!settings.data || !session) return <div aria-busy="true" />;
  const { language, textScale, highContrast, readers, autoLock } = settings.data;
  const { committee, user, book } = session;
  return (
    <div className={classes.page}>
      <header>
        <h1>{say('title')}</h1>
        <p>{say('lead')}</p>
      </header>
      <div className={classes.grid}>
        <div className={classes.column}>
          <Panel title={say('look')} flush>
            <Row label={say('language')}>
              <SegmentedControl
                aria-label={say('language')}
                data={[
                  { value: 'vi', label: say('vi') },
                  { value: 'en', label: say('en') },
                ]}
                value={language}
                onChange={(value) => set({ language: value as Settings['language'] })}
              />
            </Row>
            <Row label={say('scale')} hint={say('scaleHint')}>
              <SegmentedControl
                aria-label={say('scale')}
                data={['100', '125', '150'].map((value) => ({ value, label: `${value} %` }))}
                value={String(textScale)}
                onChange={(value) => set({ textScale: Number(value) as Settings['textScale'] })}
              />
            </Row>
            <Row label={say('contrast')} hint={say('contrastHint')}>
              <Switch
                aria-label={say('contrast')}
                checked={highContrast}
                onChange={(event) => set({ highContrast: event.currentTarget.checked })}
              />
            </Row>
          </Panel>
          <Panel title={say('rules')} flush>
            <Row label={say('rulesName')} hint={say('rulesHint')}>
              <Button variant="default" onClick={() => navigate({ screen: 'settings', query: { part: 'rules' } })}>
                {say('rulesOpen')}
              </Button>
            </Row>
          </Panel>
          <Panel title={say('security')} flush>
            <Row label={say('people')} hint={say('peopleHint')}>
              <Button
                variant="default"
                leftSection={<IconKey size="1rem" aria-hidden />}
                onClick={() => navigate({ screen: 'settings', query: { view: 'security' } })}
              >
                {say('open')}
              </Button>
            </Row>
            <Row label={say('approvals')} hint={say('approvalsHint')}>
              <Button
                variant="default"
                leftSection={<IconChecks size="1rem" aria-hidden />}
                onClick={() => navigate({ screen: 'settings', query: { view: 'approvals' } })}
              >
                {say('open')}
              </Button>
            </Row>
            <Row label={say('autoLock')} hint={say('autoLockHint')}>
              <SegmentedControl
                aria-label={say('autoLock')}
                data={['5', '15', '30', '60']}
                value={String(autoLock)}
                onChange={(value) => set({ autoLock: Number(value) })}
              />
            </Row>
          </Panel>
          <Panel title={say('reading')} flush>
            <Row label={say('readers')} hint={say('readersHint')}>
              <SegmentedControl
                aria-label={say('readers')}
                data={['1', '2', '3', '4']}
                value={String(readers)}
                onChange={(value) => set({ readers: Number(value) })}
              />
            </Row>
          </Panel>
        </div>
        <div className={classes.column}>
          <Panel title={say('unit')} aside={book === 'sample' ? say('sampleNote') : undefined}>
            <dl className={classes.facts}>
              <Fact label={say('committee')}>{committee.name}</Fact>
              <Fact label={say('party')}>{committee.partyCommittee}</Fact>
              <Fact label={say('province')}>{committee.province}</Fact>
              <Fact label={say('term')}>{committee.term}</Fact>
              <Fact label={say('profile')}>
                {say(committee.profile)}
                {committee.profile === 'connected' && <span className={classes.quiet}> {say('profileNote')}</span>}
              </Fact>
              <Fact label={say('user')}>{[user.name, user.title].filter(Boolean).join(', ')}</Fact>
            </dl>
            <div className={classes.acts}>
              <Button variant="default" leftSection={<IconLock size="1rem" aria-hidden />} onClick={lock}>
                {say('lock')}
              </Button>
            </div>
          </Panel>
          <UpdatePanel />
          {book === 'office' && (
            <Panel title={say('training')} flush>
              <TrainingRow />
            </Panel>
          )}
          <Panel title={say('about')}>
            {about.isError ? (
              <Problem error={about.error} />
            ) : (
              about.data && (
                <dl className={classes.facts}>
                  <Fact label={say('version')}>{about.data.version}</Fact>
                  <Fact label={say('records')}>{about.data.records.toLocaleString('vi-VN')}</Fact>
                  <Fact label={say('pages')}>{about.data.pages.toLocaleString('vi-VN')}</Fact>
                  <Fact label={say('dataDir')}>
                    <span className={classes.path}>{about.data.dataDir}</span>
                  </Fact>
                  <Fact label={say('schema')}>{about.data.schema}</Fact>
                  <Fact label={say('sqlite')}>{about.data.sqlite}</Fact>
                </dl>
              )
            )}
          </Panel>
        </div>
      </div>
    </div>
  );
}

function TrainingRow() {
  const say = useSettingsWords();
  const [opening, setOpening] = useState(false);
  const open = () => {
    setOpening(true);
    service()
      .session.openSample()
      .then(sessionChanged)
      .catch((error: unknown) => {
        setOpening(false);
        noticeOfFailure(error);
      });
  };
  return (
    <Row label={say('training')} hint={say('trainingHint')}>
      <Button variant="default" loading={opening} leftSection={<IconSchool size="1rem" aria-hidden />} onClick={open}>
        {say('trainingOpen')}
      </Button>
    </Row>
  );
}

function Row({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className={classes.row}>
      <div>
        <strong>{label}</strong>
        {hint && <p>{hint}</p>}
      </div>
      {children}
    </div>
  );
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
