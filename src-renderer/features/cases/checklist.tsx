import { Button, Menu, TextInput } from '@mantine/core';
import { IconCheck, IconDots, IconFileAlert, IconMinus, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import { codeLabel } from '#shared/rules/code-lists/index';
import { today as dayNow } from '../../components/day';
import { Chip } from '../../components/chip';
import { Due } from '../../components/due';
import { RefPicker } from '../../components/ref-picker';
import { noticeOfFailure } from '../../app/notices';
import { useLanguage } from '../../i18n/words';
import { shell } from '../../service/connection';
import { service, useSave } from '../../service/use-service';
import { ImportProgress } from '../archive/import-progress';
import { useImport } from '../archive/use-import';
import { dayText } from '../format';
import { openRecord } from '../open-record';
import { counted, currentStep, isOver, missing, type Paper, type Phase, present, type Step, type useCaseParts } from './case-data';
import classes from './cases.module.css';
import { papersOf } from './timeline';
import { useCaseWords } from './words';

const documentTypes = ['archiveDocument', 'outgoingDocument', 'incomingDocument'] as const;

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
    <section className={classes.panel} aria-label={say('papersOf', { step: codeLabel('stepPhase', phase, language) })}>
      <header className={classes.panelHead}>
        <h2>{say('papersOf', { step: codeLabel('stepPhase', phase, language) })}</h2>
        <span className={classes.quiet}>
          {present(all)}/{all.length}
        </span>
        <span className={classes.progress} aria-hidden="true">
          <span style={{ width: `${all.length === 0 ? 0 : (present(all) / all.length) * 100}%` }} />
        </span>
        <span className={classes.right}>
          {say('wholeCase', { have: present(counted(parts.papers)), all: counted(parts.papers).length })}
        </span>
      </header>
      {run && <ImportProgress run={run} onStop={stop} onClose={close} />}
      <div className={classes.papers}>
        {papers.length === 0 && <p className={classes.none}>{say('papersEmpty')}</p>}
        {steps.map((step) => (
          <div key={step.id}>
            {steps.length > 1 && (
              <h3 className={classes.stepName}>
                {step.name} <span className={classes.quiet}>{codeLabel('stepState', step.state, language)}</span>
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
      <Foot record={record} steps={parts.steps} shown={steps} papers={papers} onStep={onStep} />
    </section>
  );
}

const looks = {
  CO: { tone: 'good', icon: <IconCheck size={14} /> },
  THIEU: { tone: 'warn', icon: <IconFileAlert size={14} /> },
  DANG_SOAN: { tone: 'neutral', icon: <IconPencil size={14} /> },
  KHONG_CAN: { tone: 'neutral', icon: <IconMinus size={14} /> },
} as const;

function PaperRow({
  paper,
  titles,
  busy,
  onScan,
}: {
  paper: Paper;
  titles: Readonly<Record<string, string>>;
  busy: boolean;
  onScan(): void;
}) {
  const say = useCaseWords();
  const language = useLanguage();
  const { save } = useSave();
  const [linking, setLinking] = useState(false);
  const today = dayNow();
  const late = paper.state !== 'CO' && paper.dueOn !== null && paper.dueOn < today;
  const look = looks[paper.state as keyof typeof looks] ?? looks.DANG_SOAN;
  const set = (values: Record<string, unknown>) => void save({ type: 'checklistItem', id: paper.id, values }).catch(noticeOfFailure);
  const link = (document: string | null) => {
    setLinking(false);
    if (document) set({ document, state: 'CO', doneOn: today });
  };
  const { documentId } = paper;
  return (
    <li className={classes.paper} data-open={paper.state !== 'CO'}>
      <span>
        <Chip tone={late ? 'bad' : !paper.required && paper.state === 'THIEU' ? 'neutral' : look.tone} icon={look.icon}>
          {codeLabel('checklistState', paper.state, language)}
        </Chip>
      </span>
      <span className={classes.paperName} title={documentId ? titles[documentId] : undefined}>
        {paper.name}
        {!paper.required && <span className={classes.quiet}> ({say('optional')})</span>}
      </span>
      <span className={classes.paperDay}>{paper.state === 'CO' ? dayText(paper.doneOn) : <Due date={paper.dueOn} />}</span>
      <span className={classes.paperWho}>{paper.responsible}</span>
      <span className={classes.paperActs}>
        {documentId && (
          <button
            type="button"
            className="link"
            aria-label={`${say('openPaper')}: ${paper.name}`}
            onClick={() => openDocument(documentId).catch(noticeOfFailure)}
          >
            {say('openPaper')}
          </button>
        )}
        {!documentId && paper.state !== 'KHONG_CAN' && (
          <>
            <button type="button" className="link" disabled={busy} aria-label={`${say('scan')}: ${paper.name}`} onClick={onScan}>
              {say('scan')}
            </button>
            <button
              type="button"
              className="link"
              aria-label={`${say('attach')}: ${paper.name}`}
              aria-expanded={linking}
              onClick={() => setLinking((now) => !now)}
            >
              {say('attach')}
            </button>
          </>
        )}
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <button type="button" className={classes.dots} aria-label={say('more', { name: paper.name })}>
              <IconDots size={16} />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {paper.state !== 'CO' && <Menu.Item onClick={() => set({ state: 'CO', doneOn: today })}>{say('markHave')}</Menu.Item>}
            {paper.state !== 'DANG_SOAN' && (
              <Menu.Item onClick={() => set({ state: 'DANG_SOAN', doneOn: null })}>{say('markWriting')}</Menu.Item>
            )}
            {paper.state !== 'THIEU' && <Menu.Item onClick={() => set({ state: 'THIEU', doneOn: null })}>{say('markMissing')}</Menu.Item>}
            {paper.state !== 'KHONG_CAN' && (
              <Menu.Item onClick={() => set({ state: 'KHONG_CAN', doneOn: null })}>{say('markNotNeeded')}</Menu.Item>
            )}
            {documentId && <Menu.Item onClick={() => set({ document: null, state: 'THIEU', doneOn: null })}>{say('unlink')}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      </span>
      {linking && (
        <span className={classes.paperLink}>
          <RefPicker label={say('attachTitle', { name: paper.name })} types={documentTypes} value={null} onChange={link} />
        </span>
      )}
    </li>
  );
}

/** The paper may point to a document of any register; the lookup of its id tells which. */
async function openDocument(id: string): Promise<void> {
  for (const type of documentTypes) {
    const found = await service()
      .records.get({ type, id })
      .catch(() => null);
    if (found) return openRecord(type, id);
  }
}

function Foot({
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
    const today = dayNow();
    try {
      await service().records.saveAll({
        changes: [
          { type: 'caseStep', id: inWork.id, values: { state: 'DA_XONG', finishedOn: today }, expectedRevision: inWork.revision },
          ...(next
            ? [
                {
                  type: 'caseStep' as const,
                  id: next.id,
                  values: { state: 'DANG_LAM', startedOn: today },
                  expectedRevision: next.revision,
                },
                { type: 'case' as const, id: record.id, values: { currentStep: next.id } },
              ]
            : []),
        ],
      });
      onStep();
    } catch (error) {
      noticeOfFailure(error);
    } finally {
      setMoving(false);
    }
  };
  return (
    <footer className={classes.panelFoot}>
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
      <span className={classes.quiet}>
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
          {next ? say('nextStep', { step: next.name }) : say('finishStep', { step: inWork.name })}
        </Button>
      )}
    </footer>
  );
}
