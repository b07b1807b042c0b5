import { Button } from '@mantine/core';
import { IconFileSearch, IconPaperclip } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import { recordType } from '#shared/records/registry';
import { codeLabel } from '#shared/rules/code-lists/index';
import { packFor } from '#shared/rules/packs/index';
import { petitionDeadline } from '#shared/rules/petitions/deadline';
import { BackToList } from '../../components/back-to-list';
import { Chip } from '../../components/chip';
import { today as dayNow } from '../../components/day';
import { Due } from '../../components/due';
import { History } from '../../components/history/history';
import { PrintButton } from '../../components/print';
import { Problem } from '../../components/problem';
import { RecordForm } from '../../components/record-form';
import { SealedBar } from '../../components/sealed-bar';
import { navigate } from '../../app/navigation';
import { useUserNames } from '../../app/session';
import { useLanguage } from '../../i18n/words';
import { shell } from '../../service/connection';
import { service, useQueryOf, useSave } from '../../service/use-service';
import { ImportProgress } from '../archive/import-progress';
import { useImport } from '../archive/use-import';
import { dayText } from '../format';
import { type EditRequest, endEdit, useEditRequest } from '../edit-field';
import { openRecord } from '../open-record';
import { ConflictBar } from '../review/conflict-bar';
import { Classification } from './classification';
import { Duplicates } from './duplicates';
import { Facts } from './facts';
import { type PetitionAct, PetitionActForm } from './petition-acts';
import { PetitionPapers } from './petition-papers';
import panel from '../../components/panel.module.css';
import tone from '../../components/tone.module.css';
import classes from './petition.module.css';
import { usePetitionWords } from './words';

type Titles = Readonly<Record<string, string>>;

/** One petition: what was written on the left, what we do with it at the right; each part is edited in its place. */
export function PetitionPage({ id, onOpenCase, onBack }: { id: string; onOpenCase(): void; onBack(): void }) {
  const petition = useQueryOf(['records', 'petition', id], () => service().records.get({ type: 'petition', id }));
  if (petition.isError)
    return (
      <div className={classes.form}>
        <Problem error={petition.error} retry={() => void petition.refetch()} />
      </div>
    );
  return petition.data ? (
    <Loaded record={petition.data.record} titles={petition.data.titles} onOpenCase={onOpenCase} onBack={onBack} />
  ) : (
    <div aria-busy="true" />
  );
}

function Loaded({ record, titles, onOpenCase, onBack }: { record: RecordView; titles: Titles; onOpenCase(): void; onBack(): void }) {
  const say = usePetitionWords();
  const language = useLanguage();
  const request = useEditRequest('petition');
  const [editing, setEditing] = useState<string | null>(request ? (recordType('petition').fields[request.focus]?.group ?? null) : null);
  const onEdit = (part: string | null) => {
    endEdit({ screen: 'petitions', id: record.id });
    setEditing(part);
  };
  const { values } = record;
  const creator = useUserNames()(record.createdBy);
  const closed = values.state === 'DA_XONG' || typeof values.closedOn === 'string';
  const edit = { editing, onEdit, record, request };
  const caseId = typeof values.case === 'string' ? values.case : null;
  const [act, setAct] = useState<PetitionAct | null>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const waiting = ((values.forwards ?? []) as readonly { answeredOn?: string }[]).some(({ answeredOn }) => !answeredOn);
  return (
    <>
      <header className={classes.head}>
        <BackToList onBack={onBack} />
        <div>
          <h1>{say('title', { number: String(values.number ?? '') })}</h1>
          <Chip tone="neutral">{codeLabel('petitionKind', String(values.kind), language)}</Chip>
          <Chip tone={closed ? 'good' : 'warn'}>{codeLabel('petitionState', String(values.state), language)}</Chip>
          <p>
            {creator === ''
              ? say('receivedOn', { date: dayText(values.receivedOn) })
              : say('received', { date: dayText(values.receivedOn), name: creator })}
          </p>
        </div>
        {typeof values.dueOn === 'string' && (
          <div className={classes.due}>
            <Due date={values.dueOn} closed={closed} />
            {!closed && <DueSource values={values} />}
          </div>
        )}
      </header>
      <div className={classes.body} ref={sheet} data-record={record.id}>
        <div className={classes.main}>
          <ConflictBar recordId={record.id} />
          <p className={classes.summary}>{String(values.summary ?? '')}</p>
          {record.sealed.length > 0 ? <SealedBar record={record} /> : <p className={tone.quiet}>{say('senderNone')}</p>}
          <Part name="receipt" title={say('receipt')} {...edit}>
            <Facts record={record} titles={titles} group="receipt" columns={2} skip={['number', 'kind']} />
          </Part>
          <Part name="accused" title={say('accused')} {...edit}>
            <Facts record={record} titles={titles} group="accused" none={say('accusedNone')} />
          </Part>
          <Part
            name="content"
            title={say('items')}
            aside={itemsOf(record).length > 0 ? say('itemsCount', { count: itemsOf(record).length }) : undefined}
            {...edit}
          >
            <Items record={record} />
          </Part>
          <Attachments record={record} titles={titles} />
        </div>
        <aside className={classes.aside}>
          {!closed && (
            <>
              <Classification values={values} record={record} />
              <Duplicates
                values={values}
                id={record.id}
                duplicateOf={typeof values.duplicateOf === 'string' ? values.duplicateOf : undefined}
              />
            </>
          )}
          <Part name="handling" title={say('handling')} {...edit}>
            <Facts record={record} titles={titles} group="handling" skip={['case']} />
            <Forwards record={record} />
          </Part>
          <Part name="result" title={say('result')} {...edit}>
            <Facts record={record} titles={titles} group="result" />
          </Part>
          <History key={record.id} type="petition" id={record.id} />
        </aside>
      </div>
      {act !== null && <PetitionActForm act={act} record={record} today={dayNow()} onDone={() => setAct(null)} />}
      {editing === null && act === null && (
        <footer className={classes.footer}>
          <PrintButton part={sheet} what={record.title} />
          <PetitionPapers petitionId={record.id} />
          {!closed && (
            <>
              <Button variant="default" onClick={() => setAct('forward')}>
                {say('forward')}
              </Button>
              {waiting && (
                <Button variant="default" onClick={() => setAct('answer')}>
                  {say('answer')}
                </Button>
              )}
              {itemsOf(record).length > 1 && (
                <Button variant="default" onClick={() => setAct('split')}>
                  {say('split')}
                </Button>
              )}
            </>
          )}
          {caseId ? (
            <Button leftSection={<IconFileSearch size={16} />} onClick={() => navigate({ screen: 'cases', id: caseId })}>
              {say('goCase')}
            </Button>
          ) : (
            !closed && <Button onClick={onOpenCase}>{say('openCase')}</Button>
          )}
        </footer>
      )}
    </>
  );
}

/** Which rule the time limit follows, where it is the one that the rule pack gives. */
function DueSource({ values }: { values: Readonly<Record<string, unknown>> }) {
  const say = usePetitionWords();
  const language = useLanguage();
  const today = dayNow();
  const limit = petitionDeadline(values, packFor(String(values['receivedOn'] ?? today)), today);
  if (limit === undefined || limit.dueOn !== values['dueOn']) return null;
  const { label, source, unverified } = limit.rule;
  return <span className={tone.quiet}>{[label[language], source, unverified ? say('notVerified') : ''].filter(Boolean).join(' · ')}</span>;
}

function Part({
  name,
  title,
  aside,
  record,
  editing,
  request,
  onEdit,
  children,
}: {
  name: string;
  title: string;
  aside?: string | undefined;
  record: RecordView;
  editing: string | null;
  request: EditRequest | undefined;
  onEdit(part: string | null): void;
  children: ReactNode;
}) {
  const say = usePetitionWords();
  const close = () => onEdit(null);
  return (
    <section className={panel.panel} aria-label={title}>
      <header className={`${panel.head} ${panel.inner}`}>
        <h2>{title}</h2>
        {aside && <span className={tone.quiet}>{aside}</span>}
        {editing === null && (
          <button
            type="button"
            className={`link ${classes.edit}`}
            aria-label={say('editLabel', { part: title })}
            onClick={() => onEdit(name)}
          >
            {say('edit')}
          </button>
        )}
      </header>
      {editing === name ? (
        <div className={classes.partForm}>
          <RecordForm type="petition" id={record.id} groups={[name]} {...request} onSaved={close} onCancel={close} />
        </div>
      ) : (
        children
      )}
    </section>
  );
}

interface Forward {
  id: string;
  to?: string;
  letter?: string;
  sentOn?: string;
  answerDueOn?: string;
  answeredOn?: string;
  answer?: string;
}

/** Where the petition was sent, and what came back. */
function Forwards({ record }: { record: RecordView }) {
  const say = usePetitionWords();
  const forwards = (record.values.forwards ?? []) as readonly Forward[];
  if (forwards.length === 0) return null;
  return (
    <ul className={classes.forwards}>
      {forwards.map((one) => (
        <li key={one.id}>
          <b>{one.to}</b> {[one.letter, dayText(one.sentOn)].filter(Boolean).join(', ')}
          <br />
          {one.answeredOn ? (
            <span className={tone.quiet}>{say('answered', { day: dayText(one.answeredOn), text: one.answer ?? '' })}</span>
          ) : (
            <Due date={one.answerDueOn ?? null} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface Item {
  id: string;
  summary?: string;
  field?: string;
  period?: string;
  evidence?: string;
  conclusion?: string;
}
const itemsOf = (record: RecordView): readonly Item[] => (record.values.items ?? []) as readonly Item[];

function Items({ record }: { record: RecordView }) {
  const say = usePetitionWords();
  const language = useLanguage();
  const items = itemsOf(record);
  if (items.length === 0) return <p className={panel.none}>{say('itemsNone')}</p>;
  return (
    <ol className={classes.items}>
      {items.map((item, index) => (
        <li key={item.id}>
          <span className={classes.itemNumber}>{index + 1}</span>
          <span>
            {item.summary}
            {item.period && <span className={tone.quiet}> ({item.period})</span>}
          </span>
          <span className={classes.itemSide}>
            {item.field && <span>{codeLabel('violationMember', item.field, language)}</span>}
            {item.conclusion && <strong>{codeLabel('denunciationConclusion', item.conclusion, language)}</strong>}
            <span className={item.evidence ? tone.quiet : tone.warn}>{item.evidence ?? say('noEvidence')}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function Attachments({ record, titles }: { record: RecordView; titles: Titles }) {
  const say = usePetitionWords();
  const { save } = useSave();
  const { run, start, stop, close } = useImport();
  const attached = (record.values.attachments ?? []) as readonly string[];
  const scan = async () => {
    const documents = await start(await shell().pickFiles({ purpose: 'scan' }), {});
    if (documents.length > 0)
      await save({ type: 'petition', id: record.id, values: { attachments: [...new Set([...attached, ...documents])] } });
  };
  return (
    <section className={classes.attachments} aria-label={say('attachments')}>
      <div>
        <IconPaperclip size={16} aria-hidden="true" />
        {attached.length === 0 ? (
          <span className={tone.quiet}>{say('attachmentsNone')}</span>
        ) : (
          <ul>
            {attached.map((id) => (
              <li key={id}>
                <button type="button" className="link" onClick={() => void openRecord('archiveDocument', id)}>
                  {titles[id] ?? say('open')}
                </button>
              </li>
            ))}
          </ul>
        )}
        <button type="button" className="link" disabled={run?.running === true} onClick={() => void scan()}>
          {say('scan')}
        </button>
      </div>
      {run && <ImportProgress run={run} onStop={stop} onClose={close} />}
    </section>
  );
}
