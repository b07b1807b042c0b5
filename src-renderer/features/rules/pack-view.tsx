import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { PackHead } from '#shared/contract/window/rules';
import { codeLabel } from '#shared/rules/code-lists/index';
import { type Duration, readRulePack, type RulePack } from '#shared/rules/packs/index';
import { notice, noticeOfFailure } from '../../app/notices';
import { Problem } from '../../components/problem';
import panel from '../../components/panel.module.css';
import { useLanguage } from '../../i18n/words';
import { shell } from '../../service/connection';
import { service, useQueryOf, useRemove } from '../../service/use-service';
import { dayText } from '../format';
import classes from '../work/work.module.css';
import { PackEditor } from './pack-editor';
import { useRuleWords } from './words';

/** What one pack says, with the source of each value; the committee edits a copy of its own. */
export function PackView({ head, onSaved }: { head: PackHead; onSaved: (packId: string) => void }) {
  const say = useRuleWords();
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
    <section className={panel.panel} aria-label={head.name}>
      <header className={panel.head}>
        <h2>{head.name}</h2>
        <span className={panel.aside}>{say('allCases', { count: head.allCases })}</span>
      </header>
      <div className={`${panel.body} ${classes.stackGap}`}>
        <Contents pack={pack} />
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

function Contents({ pack }: { pack: RulePack }) {
  const say = useRuleWords();
  const language = useLanguage();
  const length = (duration: Duration | undefined): string =>
    duration ? say(`days_${duration.dayKind}`, { count: duration.days }) : say('empty');
  const mark = (unverified: true | undefined): string => (unverified ? ` (${say('unverified')})` : '');
  const { discipline } = pack;
  return (
    <>
      <Part title={say('basis')} first>
        <ul className={classes.lines}>
          {pack.legalBasis.map(({ symbol, issuedOn, subject }) => (
            <li key={symbol}>
              <b>{symbol}</b> {issuedOn && dayText(issuedOn)} · {subject}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={say('caseTypes')} first>
        <table className={classes.table}>
          <tbody>
            {pack.caseTypes.map((type) => (
              <tr key={type.type}>
                <th scope="row">{type.label[language]}</th>
                <td>{length(type.durationDays)}</td>
                <td>
                  {say('papers', { count: type.steps.reduce((sum, step) => sum + step.documents.length, 0), steps: type.steps.length })}
                </td>
                <td className={classes.quiet}>
                  {type.source}
                  {mark(type.unverified)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
      <Part title={say('deadlines')}>
        <table className={classes.table}>
          <tbody>
            {pack.deadlines.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.label[language]}</th>
                <td>
                  {length(one)} {say('from_')} {one.from[language]}
                </td>
                <td className={classes.quiet}>
                  {one.source}
                  {mark(one.unverified)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
      {discipline && (
        <>
          <Part title={say('limitations')}>
            <table className={classes.table}>
              <tbody>
                {discipline.limitations.map((one) => (
                  <tr key={`${one.subject} ${one.form}`}>
                    <th scope="row">
                      {codeLabel('disciplineSubject', one.subject, language)}: {codeLabel('disciplineForm', one.form, language)}
                    </th>
                    <td>{one.years === null ? say('never') : say('years', { count: one.years })}</td>
                    <td className={classes.quiet}>
                      {one.source}
                      {mark(one.unverified)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Part>
          <Part title={say('votes')}>
            <table className={classes.table}>
              <tbody>
                {discipline.votes.map((one, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- rules have no names, and their order is what counts
                  <tr key={index}>
                    <th scope="row">
                      {one.levels.length === 0
                        ? say('anyLevel')
                        : one.levels.map((level) => codeLabel('disciplineLevel', level, language)).join(', ')}
                      : {one.forms.map((form) => codeLabel('disciplineForm', form, language)).join(', ')}
                    </th>
                    <td>
                      {say(one.share)} {say(one.of)}
                    </td>
                    <td className={classes.quiet}>
                      {one.source}
                      {mark(one.unverified)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Part>
        </>
      )}
      {pack.petitionRules && (
        <Part title={say('petitionRules')}>
          <table className={classes.table}>
            <tbody>
              {pack.petitionRules.map((rule) => (
                <tr key={rule.id}>
                  <th scope="row">{rule.reason[language]}</th>
                  <td>{codeLabel('petitionHandling', rule.handling, language)}</td>
                  <td className={classes.quiet}>
                    {rule.source}
                    {mark(rule.unverified)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Part>
      )}
      {pack.retention && (
        <Part title={say('retention')}>
          <table className={classes.table}>
            <tbody>
              {pack.retention.map((one) => (
                <tr key={one.what.vi}>
                  <th scope="row">{one.what[language]}</th>
                  <td>{codeLabel('retention', one.retention, language)}</td>
                  <td className={classes.quiet}>
                    {one.source}
                    {mark(one.unverified)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Part>
      )}
      {pack.numberFormats && (
        <Part title={say('numbers')}>
          <ul className={classes.lines}>
            {pack.numberFormats.map((one) => (
              <li key={one.register}>
                {codeLabel('numberRegister', one.register, language)}: <b>{one.pattern}</b>{' '}
                <span className={classes.quiet}>{one.source}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {pack.statistics && (
        <Part title={say('statistics')}>
          <ul className={classes.lines}>
            {pack.statistics.map(({ form, title }) => (
              <li key={form}>
                <b>{form}</b> {title}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

/** @param first opened from the start */
function Part({ title, first = false, children }: { title: string; first?: boolean; children: ReactNode }) {
  return (
    <details open={first}>
      <summary>
        <b>{title}</b>
      </summary>
      {children}
    </details>
  );
}
