import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import { today as dayNow } from '../../components/day';
import { noticeOfFailure } from '../../app/notices';
import { useLanguage } from '../../i18n/words';
import { service, useSave } from '../../service/use-service';
import { currentStep, isOver, missing, type Paper, type Step, stepName } from './case-data';
import panel from '../../components/panel.module.css';
import tone from '../../components/tone.module.css';
import classes from './checklist.module.css';
import { useCaseWords } from './words';

/** Adds a paper outside the list, and goes on to the next step. */
export function ChecklistFoot({
  record,
  steps,
  shown,
  papers,
  onStep,
}: {
  record: RecordView;
  steps: readonly Step[];
  shown: readonly Step[];
  papers: readonly Paper[];
  onStep(): void;
}) {
  const say = useCaseWords();
  const language = useLanguage();
  const { save } = useSave();
  const [adding, setAdding] = useState<string | null>(null);
  const [moving, setMoving] = useState(false);
  const inWork = currentStep(steps);
  const next = steps.find((step) => !isOver(step) && step !== inWork);
  const here = inWork !== undefined && shown.includes(inWork);
  const lacking = missing(papers.filter((paper) => paper.stepId === inWork?.id));
  const target = here ? inWork : shown.at(-1);
  const add = async () => {
    if (adding === null || adding.trim() === '' || !target) return;
    await save({
      type: 'checklistItem',
      values: {
        case: record.id,
        step: target.id,
        order: Math.max(0, ...papers.map((paper) => paper.order)) + 1,
        name: adding.trim(),
        required: false,
        state: 'THIEU',
      },
    });
    setAdding(null);
  };
  const move = async () => {
    if (!inWork) return;
    setMoving(true);
    try {
      await service().work.nextStep({ caseId: record.id, stepId: inWork.id, revision: inWork.revision, day: dayNow() });
      onStep();
    } catch (error) {
      noticeOfFailure(error);
    } finally {
      setMoving(false);
    }
  };
  return (
    <footer className={`${panel.foot} ${classes.panelFoot}`}>
      {adding === null ? (
        <button type="button" className="link" onClick={() => setAdding('')}>
          {say('addPaper')}
        </button>
      ) : (
        <form
          className={classes.addPaper}
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <TextInput
            aria-label={say('paperName')}
            placeholder={say('paperName')}
            autoFocus
            maxLength={300}
            value={adding}
            onChange={(event) => setAdding(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={adding.trim() === ''}>
            {say('add')}
          </Button>
          <Button variant="default" onClick={() => setAdding(null)}>
            {say('cancel')}
          </Button>
        </form>
      )}
      <span className={tone.quiet}>
        {inWork === undefined
          ? say('allDone')
          : here && lacking > 0
            ? say('nextHint', { count: lacking })
            : record.values.rulePack
              ? say('rulePack', { pack: String(record.values.rulePack) })
              : ''}
      </span>
      {here && (
        <Button loading={moving} onClick={() => void move()}>
          {next ? say('nextStep', { step: stepName(next, language) }) : say('finishStep', { step: stepName(inWork, language) })}
        </Button>
      )}
    </footer>
  );
}
