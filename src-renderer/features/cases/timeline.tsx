import { IconCheck } from '@tabler/icons-react';
import { codeLabel } from '#shared/rules/code-lists/index';
import { useLanguage } from '../../i18n/words';
import { dayText } from '../format';
import { counted, currentStep, isOver, missing, type Paper, type Phase, phases, present, type Step } from './case-data';
import panel from '../../components/panel.module.css';
import tone from '../../components/tone.module.css';
import classes from './timeline.module.css';
import { useCaseWords } from './words';

/** The three phases as a line; a phase chosen here shows its papers below. */
export function Timeline({
  steps,
  papers,
  shown,
  onShow,
}: {
  steps: readonly Step[];
  papers: readonly Paper[];
  shown: Phase;
  onShow(phase: Phase): void;
}) {
  const say = useCaseWords();
  const inWork = currentStep(steps)?.phase;
  return (
    <ol className={`${panel.panel} ${classes.timeline}`} aria-label={say('phases')}>
      {phases.map((phase, index) => {
        const own = steps.filter((step) => step.phase === phase);
        return (
          <PhaseNode
            key={phase}
            number={index + 1}
            phase={phase}
            steps={own}
            papers={papersOf(own, papers)}
            inWork={phase === inWork}
            shown={phase === shown}
            onShow={() => onShow(phase)}
          />
        );
      })}
    </ol>
  );
}

export function papersOf(steps: readonly Step[], papers: readonly Paper[]): readonly Paper[] {
  const ids = new Set(steps.map((step) => step.id));
  return papers.filter((paper) => ids.has(paper.stepId));
}

function PhaseNode({
  number,
  phase,
  steps,
  papers,
  inWork,
  shown,
  onShow,
}: {
  number: number;
  phase: Phase;
  steps: readonly Step[];
  papers: readonly Paper[];
  inWork: boolean;
  shown: boolean;
  onShow(): void;
}) {
  const say = useCaseWords();
  const language = useLanguage();
  const over = steps.length > 0 && steps.every(isOver);
  const all = counted(papers);
  const lacking = missing(papers);
  const state = over ? 'DA_XONG' : inWork ? 'DANG_LAM' : 'CHUA_DEN';
  return (
    <li className={classes.phase} data-state={state}>
      <div className={classes.phaseLine} aria-hidden="true">
        <span className={classes.phaseMark}>{over ? <IconCheck size={16} /> : number}</span>
      </div>
      <button type="button" className={classes.phaseButton} aria-pressed={shown} onClick={onShow}>
        <span>
          <b>{codeLabel('stepPhase', phase, language)}</b> <span className={tone.quiet}>{codeLabel('stepState', state, language)}</span>
        </span>
        <span className={tone.quiet}>{datesOf(steps, over, say)}</span>
        <span className={lacking > 0 && inWork ? undefined : tone.quiet}>
          {all.length === 0
            ? say('papersNone')
            : say(lacking > 0 && !over ? 'papersMissing' : 'papersHave', { have: present(all), all: all.length, missing: lacking })}
        </span>
      </button>
    </li>
  );
}

function datesOf(steps: readonly Step[], over: boolean, say: ReturnType<typeof useCaseWords>): string {
  const from = steps
    .map((step) => step.startedOn)
    .filter((day) => day !== null)
    .sort()[0];
  const to = steps
    .map((step) => step.finishedOn)
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  const due = steps
    .map((step) => step.dueOn)
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  if (over && from && to) return say('fromTo', { from: dayText(from), to: dayText(to) });
  if (from) return say('from', { date: dayText(from) });
  return due ? say('plannedFor', { date: dayText(due) }) : '\u00a0';
}
