import { codeLabel } from '#shared/rules/code-lists/index';
import { countVotes, voteProblemWords } from '#shared/rules/discipline/votes';
import type { RulePack, SubjectKind } from '#shared/rules/packs/index';
import panel from '../../components/panel.module.css';
import { useLanguage } from '../../i18n/words';
import classes from '../work/work.module.css';
import type { DecisionValues } from './decision-values';
import { useDisciplineWords } from './words';

/** The votes with what each form needs, which form they bear and why; it never stands in the way of what people decided. */
export function VotePanel({ values, pack, probationary }: { values: DecisionValues; pack: RulePack; probationary: boolean }) {
  const say = useDisciplineWords();
  const language = useLanguage();
  const subject: SubjectKind = values.subjectKind === 'TCD' ? 'TCD' : probationary ? 'DV_DU_BI' : 'DV_CHINH_THUC';
  const votes = values.votes ?? [];
  const outcome =
    pack.discipline && votes.length > 0
      ? countVotes(
          {
            level: values.level ?? '',
            subject,
            entitled: values.votersTotal ?? null,
            present: values.votersPresent ?? null,
            secret: values.secretBallot === true,
            votes,
          },
          pack.discipline,
        )
      : null;
  const form = (code: string) => codeLabel('disciplineForm', code, language);
  return (
    <section className={panel.panel} aria-label={say('vote')}>
      <header className={`${panel.head} ${panel.inner}`}>
        <h2>{say('vote')}</h2>
      </header>
      {!outcome ? (
        <p className={panel.none}>{say('voteNone')}</p>
      ) : (
        <div className={`${panel.body} ${classes.stackGap}`}>
          {outcome.problems.map((problem) => (
            <p key={`${problem.kind} ${problem.form ?? ''}`} className={classes.note}>
              {voteProblemWords(problem, language)}
            </p>
          ))}
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{say('formHead')}</th>
                <th scope="col" className={classes.number}>
                  {say('votesHead')}
                </th>
                <th scope="col" className={classes.number}>
                  {say('countedHead')}
                </th>
                <th scope="col" className={classes.number}>
                  {say('neededHead')}
                </th>
              </tr>
            </thead>
            <tbody>
              {outcome.counts.map((one) => (
                <tr key={one.form}>
                  <th scope="row" title={say('ruleSource', { source: one.source })}>
                    {form(one.form)}
                    {one.unverified && <span className={classes.quiet}> ({say('notVerified')})</span>}
                  </th>
                  <td className={classes.number}>{one.votes}</td>
                  <td className={classes.number}>{one.enough ? <b>{one.counted} ✓</b> : one.counted}</td>
                  <td className={classes.number}>{one.needed ?? '?'}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={classes.note} data-tone={outcome.decided ? 'good' : 'neutral'}>
            {outcome.decided ? say('voteBears', { form: form(outcome.decided) }) : say('voteNoForm')}{' '}
            {outcome.cumulated && say('voteAdded', { source: outcome.cumulateSource })}
          </p>
          {outcome.decided !== null && values.form !== undefined && outcome.decided !== values.form && (
            <p className={classes.note}>{say('voteDiffers', { form: form(values.form) })}</p>
          )}
        </div>
      )}
    </section>
  );
}
