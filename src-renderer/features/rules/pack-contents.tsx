import type { ReactNode } from 'react';
import { codeLabel } from '#shared/rules/code-lists/index';
import type { Duration, RulePack } from '#shared/rules/packs/index';
import { useLanguage } from '../../i18n/words';
import { dayText } from '../format';
import work from '../work/work.module.css';
import classes from './pack-contents.module.css';
import { useRuleWords } from './words';

/** Every list of a pack, each value with the source that it came from and whether that was verified. */
export function PackContents({ pack }: { pack: RulePack }) {
  const say = useRuleWords();
  const language = useLanguage();
  const length = (duration: Duration | undefined): string =>
    duration ? say(`days_${duration.dayKind}`, { count: duration.days }) : say('empty');
  const { discipline } = pack;
  return (
    <>
      <Part title={say('basis')} first>
        <ul className={work.lines}>
          {pack.legalBasis.map(({ symbol, issuedOn, subject }) => (
            <li key={symbol}>
              <b>{symbol}</b> {issuedOn && dayText(issuedOn)} · {subject}
            </li>
          ))}
        </ul>
      </Part>
      <Rules
        title={say('caseTypes')}
        first
        rules={pack.caseTypes}
        name={(type) => type.label[language]}
        value={(type) => {
          const papers = type.steps.reduce((sum, step) => sum + step.documents.length, 0);
          return `${length(type.durationDays)} · ${say('papers', { count: papers, steps: type.steps.length })}`;
        }}
      />
      <Rules
        title={say('deadlines')}
        rules={pack.deadlines}
        name={(one) => one.label[language]}
        value={(one) => `${length(one)} ${say('from_')} ${one.from[language]}`}
      />
      <Rules
        title={say('limitations')}
        rules={discipline?.limitations}
        name={(one) => `${codeLabel('disciplineSubject', one.subject, language)}: ${codeLabel('disciplineForm', one.form, language)}`}
        value={(one) => (one.years === null ? say('never') : say('years', { count: one.years }))}
      />
      <Rules
        title={say('votes')}
        rules={discipline?.votes}
        name={({ levels, forms }) => {
          const who =
            levels.length === 0 ? say('anyLevel') : levels.map((level) => codeLabel('disciplineLevel', level, language)).join(', ');
          return `${who}: ${forms.map((form) => codeLabel('disciplineForm', form, language)).join(', ')}`;
        }}
        value={(one) => `${say(one.share)} ${say(one.of)}`}
      />
      <Rules
        title={say('petitionRules')}
        rules={pack.petitionRules}
        name={(rule) => rule.reason[language]}
        value={(rule) => codeLabel('petitionHandling', rule.handling, language)}
      />
      <Rules
        title={say('retention')}
        rules={pack.retention}
        name={(one) => (one.violation ? `${one.what[language]} (${say('onlyViolation')})` : one.what[language])}
        value={(one) => codeLabel('retention', one.retention, language)}
      />
      <Rules
        title={say('numbers')}
        rules={pack.numberFormats}
        name={(one) => codeLabel('numberRegister', one.register, language)}
        value={(one) => one.pattern}
      />
      {pack.statistics && (
        <Part title={say('statistics')}>
          <ul className={work.lines}>
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

/** What every rule of a pack carries. */
interface Sourced {
  readonly source: string;
  readonly unverified?: true | undefined;
}

interface RulesProps<Rule extends Sourced> {
  title: string;
  /** Opened from the start. */
  first?: boolean;
  /** Undefined: the pack says nothing about it. */
  rules: readonly Rule[] | undefined;
  name(rule: Rule): string;
  value(rule: Rule): string;
}

/** Rules of one kind as rows of name, value and source. */
function Rules<Rule extends Sourced>({ title, first = false, rules, name, value }: RulesProps<Rule>) {
  const say = useRuleWords();
  if (!rules) return null;
  return (
    <Part title={title} first={first}>
      <table className={`${work.table} ${classes.rules}`}>
        <tbody>
          {rules.map((rule) => (
            <tr key={`${name(rule)} ${value(rule)}`}>
              <th scope="row">{name(rule)}</th>
              <td>{value(rule)}</td>
              <td className={work.quiet}>
                {rule.source}
                {rule.unverified && ` (${say('unverified')})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

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
