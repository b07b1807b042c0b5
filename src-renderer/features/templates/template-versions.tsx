import { Button } from '@mantine/core';
import { notice, noticeOfFailure } from '../../app/notices';
import { useUserNames } from '../../app/session';
import { Chip } from '../../components/chip';
import { momentText } from '../../components/day';
import panel from '../../components/panel.module.css';
import { service } from '../../service/use-service';
import classes from '../work/work.module.css';
import { give, type Template, templatesChanged } from './template-acts';
import { useTemplateWords } from './words';

/** What the committee took over of one template, the latest first: use one again, export it, or go back to the built-in one. */
export function TemplateVersions({ template, onClose }: { template: Template; onClose(): void }) {
  const say = useTemplateWords();
  const nameOf = useUserNames();
  const { id, name, versions, changed } = template;
  const reset = async () => {
    await service().papers.take({ template: id });
    await templatesChanged();
    notice(say('wasReset', { name }));
  };
  const restore = async (version: string) => {
    await service().papers.restore({ template: id, version });
    await templatesChanged();
    notice(say('restored', { name }));
  };
  return (
    <section className={panel.panel} aria-label={say('history', { name })}>
      <header className={panel.head}>
        <h2>{say('history', { name })}</h2>
      </header>
      <ul className={classes.rows}>
        {versions.map((one) => (
          <li key={one.id} className={classes.row}>
            <span className={classes.name}>
              {say('takenAt', { at: momentText(one.takenAt), by: nameOf(one.takenBy) })}{' '}
              {one.inUse && <Chip tone="good">{say('versionNow')}</Chip>}
            </span>
            <span className={classes.acts}>
              <Button variant="default" size="compact-sm" onClick={() => void give(template, one.id).catch(noticeOfFailure)}>
                {say('export')}
              </Button>
              {!one.inUse && (
                <Button variant="default" size="compact-sm" onClick={() => void restore(one.id).catch(noticeOfFailure)}>
                  {say('restore')}
                </Button>
              )}
            </span>
          </li>
        ))}
        {versions.length === 0 && <li>{say('noVersions')}</li>}
      </ul>
      <footer className={panel.foot}>
        <Button variant="default" onClick={onClose}>
          {say('close')}
        </Button>
        {changed && (
          <Button variant="default" onClick={() => void reset().catch(noticeOfFailure)}>
            {say('reset')}
          </Button>
        )}
      </footer>
    </section>
  );
}
