import type { RecordView } from '#shared/contract/window/common';
import { codeLabel } from '#shared/rules/code-lists/index';
import { today as dayNow } from '../../components/day';
import { useLanguage } from '../../i18n/words';
import { shell } from '../../service/connection';
import { useSave } from '../../service/use-service';
import { ImportProgress } from '../archive/import-progress';
import { useImport } from '../archive/use-import';
import { counted, type Paper, type Phase, present, type useCaseParts, stepName } from './case-data';
import panel from '../../components/panel.module.css';
import tone from '../../components/tone.module.css';
import classes from './checklist.module.css';
import { ChecklistFoot } from './checklist-foot';
import { PaperRow } from './paper-row';
import { papersOf } from './timeline';
import { useCaseWords } from './words';

/** The papers that the steps of a phase must yield: what is there opens, what is missing can be linked or scanned. */
export function Checklist({
  record,
  phase,
  parts,
  onStep,
}: {
  record: RecordView;
  phase: Phase;
  parts: ReturnType<typeof useCaseParts>;
  onStep(): void;
}) {
  const say = useCaseWords();
  const language = useLanguage();
  const steps = parts.steps.filter((step) => step.phase === phase);
  const papers = papersOf(steps, parts.papers);
  const all = counted(papers);
  const { run, start, stop, close } = useImport();
  const { save } = useSave();
  const scan = async (paper: Paper) => {
    const [document] = await start(await shell().pickFiles({ purpose: 'scan' }), {});
    if (document) await save({ type: 'checklistItem', id: paper.id, values: { document, state: 'CO', doneOn: dayNow() } });
  };
  return (
    <section className={`${panel.panel} ${panel.stack}`} aria-label={say('papersOf', { step: codeLabel('stepPhase', phase, language) })}>
      <header className={panel.head}>
        <h2>{say('papersOf', { step: codeLabel('stepPhase', phase, language) })}</h2>
        <span className={tone.quiet}>
          {present(all)}/{all.length}
        </span>
        <span className={classes.progress} aria-hidden="true">
          <span style={{ width: `${all.length === 0 ? 0 : (present(all) / all.length) * 100}%` }} />
        </span>
        <span className={panel.aside}>{say('wholeCase', { have: present(counted(parts.papers)), all: counted(parts.papers).length })}</span>
      </header>
      {run && <ImportProgress run={run} onStop={stop} onClose={close} />}
      <div className={classes.papers}>
        {papers.length === 0 && <p className={panel.none}>{say('papersEmpty')}</p>}
        {steps.map((step) => (
          <div key={step.id}>
            {steps.length > 1 && (
              <h3 className={classes.stepName}>
                {stepName(step, language)} <span className={tone.quiet}>{codeLabel('stepState', step.state, language)}</span>
              </h3>
            )}
            <ul>
              {papers
                .filter((paper) => paper.stepId === step.id)
                .map((paper) => (
                  <PaperRow
                    key={paper.id}
                    paper={paper}
                    titles={parts.titles}
                    busy={run?.running === true}
                    onScan={() => void scan(paper)}
                  />
                ))}
            </ul>
          </div>
        ))}
      </div>
      <ChecklistFoot record={record} steps={parts.steps} shown={steps} papers={papers} onStep={onStep} />
    </section>
  );
}
