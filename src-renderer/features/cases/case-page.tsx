import { Button, Select } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import { codeLabel, codeList } from '#shared/rules/code-lists/index';
import { Due } from '../../components/due';
import { Empty } from '../../components/empty';
import { PrintButton } from '../../components/print';
import { Problem } from '../../components/problem';
import { RecordForm } from '../../components/record-form/record-form';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf, useSave } from '../../service/use-service';
import { dayText } from '../format';
import { useRoute } from '../../app/navigation';
import { endEdit, useEditRequest } from '../edit-field';
import { openRecord } from '../open-record';
import { ConflictBar } from '../review/conflict-bar';
import { currentStep, type Phase, useCaseParts } from './case-data';
import { useActWords } from './act-words';
import { CaseActForm, CaseMenu, type CaseAct } from './case-acts';
import { CaseFacts, DeadlineNote } from './case-facts';
import { CaseLog } from './case-log';
import { Conclude } from './conclude';
import { Dossier } from './dossier';
import panel from '../../components/panel.module.css';
import tone from '../../components/tone.module.css';
import classes from './case.module.css';
import formClasses from './open-case.module.css';
import { Checklist } from './checklist';
import { Timeline } from './timeline';
import { useCaseWords } from './words';

type Titles = Readonly<Record<string, string>>;

/** One case: who and until when, the three phases on a line, the papers of the phase in work, notes and history beside. */
export function CasePage({ id }: { id: string }) {
  const found = useQueryOf(['records', 'case', id], () => service().records.get({ type: 'case', id }));
  if (found.isError)
    return (
      <div className={classes.page}>
        <Problem error={found.error} retry={() => void found.refetch()} />
      </div>
    );
  return found.data ? <Loaded record={found.data.record} titles={found.data.titles} /> : <div aria-busy="true" />;
}

function Loaded({ record, titles }: { record: RecordView; titles: Titles }) {
  const say = useCaseWords();
  const parts = useCaseParts(record.id);
  const request = useEditRequest('case');
  const [editing, setEditing] = useState(request !== undefined);
  const [chosen, setChosen] = useState<Phase | null>(null);
  const sayAct = useActWords();
  const [act, setAct] = useState<CaseAct | null>(null);
  const { query } = useRoute();
  const sheet = useRef<HTMLDivElement>(null);
  const inWork = currentStep(parts.steps);
  const next = parts.papers.find(
    ({ stepId, required, state }) => stepId === inWork?.id && required && (state === 'THIEU' || state === 'DANG_SOAN'),
  );
  const phase = chosen ?? inWork?.phase ?? 'KET_THUC';
  if (editing) {
    const close = () => {
      endEdit({ screen: 'cases', id: record.id });
      setEditing(false);
    };
    return (
      <div className={formClasses.openPage}>
        <h1>{say('editTitle', { code: String(record.values.code) })}</h1>
        <RecordForm type="case" id={record.id} {...request} onSaved={close} onCancel={close} />
      </div>
    );
  }
  if (query?.['view'] === 'dossier') return <Dossier record={record} />;
  if (query?.['view'] === 'conclude') return <Conclude key={record.revision} record={record} />;
  return (
    <div className={classes.page} ref={sheet} data-record={record.id}>
      <Head
        record={record}
        titles={titles}
        print={<PrintButton part={sheet} what={record.title} />}
        onEdit={() => setEditing(true)}
        onAct={setAct}
      />
      {act !== null && <CaseActForm key={act} act={act} record={record} onDone={() => setAct(null)} />}
      <ConflictBar recordId={record.id} />
      {parts.error && <Problem error={parts.error} />}
      {parts.ready && parts.steps.length > 0 && <Timeline steps={parts.steps} papers={parts.papers} shown={phase} onShow={setChosen} />}
      {next && (
        <p className={tone.quiet}>
          {next.responsible || record.values['leader']
            ? sayAct('nextBy', { name: next.name, who: next.responsible || String(record.values['leader']) })
            : sayAct('next', { name: next.name })}
        </p>
      )}
      <div className={classes.work}>
        {parts.ready &&
          (parts.steps.length === 0 ? (
            <div className={`${panel.panel} ${panel.stack}`}>
              <Empty title={say('stepsNone')} hint={say('stepsNoneHint')} />
            </div>
          ) : (
            <Checklist record={record} phase={phase} parts={parts} onStep={() => setChosen(null)} />
          ))}
        <div className={classes.side}>
          <CaseFacts record={record} titles={titles} />
          <CaseLog record={record} />
        </div>
      </div>
    </div>
  );
}

interface Subject {
  member?: string;
  organisation?: string;
  text?: string;
  post?: string;
}
interface Member {
  name: string;
  post?: string;
}

function Head({
  record,
  titles,
  print,
  onEdit,
  onAct,
}: {
  record: RecordView;
  titles: Titles;
  print: ReactNode;
  onEdit(): void;
  onAct(act: CaseAct): void;
}) {
  const say = useCaseWords();
  const language = useLanguage();
  const { save } = useSave();
  const v = record.values;
  const closed = v.state === 'LUU_HO_SO' || v.state === 'DINH_CHI' || v.state === 'CHUYEN_THAM_QUYEN';
  const subjects = ((v.subjects ?? []) as Subject[])
    .map((s) => [(s.member && titles[s.member]) || (s.organisation && titles[s.organisation]) || s.text, s.post].filter(Boolean).join(', '))
    .filter(Boolean);
  const team = ((v.team ?? []) as Member[]).filter((one) => one.name !== v.leader);
  const petitions = (v.petitions ?? []) as string[];
  const documents = (v.documents ?? []) as string[];
  return (
    <section className={`${panel.panel} ${classes.head}`} aria-label={record.title}>
      <div className={classes.headTop}>
        <div>
          <p className={tone.quiet}>
            {say('caseOf', { code: String(v.code) })} · {codeLabel('caseType', String(v.type), language)}
          </p>
          <h1>{String(v.name ?? '')}</h1>
          {subjects.length > 0 && <p>{subjects.join('; ')}</p>}
          {(petitions.length > 0 || documents.length > 0) && (
            <p className={classes.links}>
              {petitions.length > 0 && <span>{say('petitions')}: </span>}
              {petitions.map((id) => (
                <button key={id} type="button" className="link" onClick={() => void openRecord('petition', id)}>
                  {titles[id]}
                </button>
              ))}
              {documents.length > 0 && <span>{say('documents')}: </span>}
              {documents.map((id) => (
                <button key={id} type="button" className="link" onClick={() => void openRecord('archiveDocument', id)}>
                  {titles[id]}
                </button>
              ))}
            </p>
          )}
        </div>
        <div className={classes.headActs}>
          {print}
          <Select
            aria-label={say('state')}
            w={210}
            value={String(v.state)}
            allowDeselect={false}
            data={codeList('caseState').items.map((item) => ({ value: item.code, label: item.label[language] }))}
            onChange={(state) => {
              if (state) void save({ type: 'case', id: record.id, values: { state } });
            }}
          />
          <Button variant="default" leftSection={<IconPencil size={16} />} onClick={onEdit}>
            {say('edit')}
          </Button>
          <CaseMenu record={record} onAct={onAct} />
        </div>
      </div>
      <dl className={classes.headFacts}>
        <div>
          <dt>{say('due')}</dt>
          <dd>
            {typeof v.dueOn === 'string' ? (
              <>
                <b className={classes.dueDay}>{dayText(v.dueOn)}</b> <Due date={v.dueOn} closed={closed} />
                <DeadlineNote record={record} />
              </>
            ) : (
              <span className={tone.quiet}>{say('dueNone')}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>{say('dueSource')}</dt>
          <dd>
            {v.dueSource
              ? String(v.dueSource)
              : [v.decisionNumber, v.decisionOn && dayText(v.decisionOn)].filter(Boolean).map(String).join(', ') || (
                  <span className={tone.quiet}>{say('dueSourceNone')}</span>
                )}
          </dd>
        </div>
        <div>
          <dt>{say('team')}</dt>
          <dd>
            {!v.leader && team.length === 0 && <span className={tone.quiet}>{say('teamNone')}</span>}
            {v.leader ? (
              <>
                <b>{String(v.leader)}</b>, {say('leaderOf')}
              </>
            ) : null}
            {team.length > 0 && <div>{team.map((one) => one.name).join(', ')}</div>}
          </dd>
        </div>
      </dl>
    </section>
  );
}
