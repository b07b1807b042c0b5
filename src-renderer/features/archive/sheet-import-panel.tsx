import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SheetChoice, SheetPlan, SheetProblem } from '#shared/contract/window/sheet-import';
import { problemText } from '#shared/records/problem';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { recordType } from '#shared/records/registry';
import { codeList } from '#shared/rules/code-lists/index';
import { notice } from '../../app/notices';
import { Problem } from '../../components/problem';
import { RefPicker } from '../../components/ref-picker';
import { useLanguage } from '../../i18n/words';
import { shell } from '../../service/connection';
import { service } from '../../service/use-service';
import classes from './ways-in.module.css';
import { useWaysInWords } from './ways-in-words';

const allKinds = ['archiveFile', 'archiveDocument', 'archiveFonds', 'organisation', 'partyMember'] as const satisfies readonly [
  RecordTypeName,
  ...RecordTypeName[],
];

/** A list of the office into the book: columns to fields, tried dry, faults mended in place, then imported; the import can be taken back. */
export function SheetImportPanel({
  fixed,
  kinds = allKinds,
  onClose,
}: {
  fixed: Readonly<Record<string, unknown>>;
  /** Which registers are offered; the first is proposed. */
  kinds?: readonly [RecordTypeName, ...RecordTypeName[]];
  onClose(): void;
}) {
  const say = useWaysInWords();
  const language = useLanguage();
  const [type, setType] = useState<RecordTypeName>(kinds[0]);
  const [plan, setPlan] = useState<SheetPlan | null>(null);
  const [choice, setChoice] = useState<SheetChoice>({ columns: [], fixed: {}, edits: [] });
  const [leave, setLeave] = useState(false);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const doing = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    await work().catch(setError);
    setBusy(false);
  };
  const show = (next: SheetPlan, chosen: SheetChoice) => {
    setPlan(next);
    setChoice({ ...chosen, columns: next.columns.map(({ target }) => target) });
  };
  const pick = () =>
    doing(async () => {
      const [path, ...more] = await shell().pickFiles({ purpose: type === 'branchReport' ? 'branchForms' : 'list' });
      if (path === undefined) return;
      const start = { columns: [], edits: [], fixed: type === 'archiveFile' || type === 'branchReport' ? { ...fixed } : {} };
      show(await service().sheetImport.open({ path, more, type, fixed: start.fixed }), start);
    });
  const again = (next: SheetChoice) =>
    doing(async () => {
      if (plan === null) return;
      setChoice(next);
      show(await service().sheetImport.plan({ id: plan.id, choice: next }), next);
    });
  const run = () =>
    doing(async () => {
      if (plan === null) return;
      const done = await service().sheetImport.run({ id: plan.id, choice, leaveFaulty: leave, ...(name !== '' && { rememberAs: name }) });
      notice(say('done', { count: done.created }), async () => {
        const { removed } = await service().sheetImport.undo({ importId: done.importId });
        notice(say('undone', { count: removed }));
      });
      onClose();
    });

  return (
    <section className={classes.box} aria-label={say('fromSheet')}>
      <header className={classes.head}>
        <div>
          <h2>{say('listTitle', { register: recordType(type).register[language] })}</h2>
          <p>{say('listHint')}</p>
        </div>
        <Button variant="default" onClick={onClose}>
          {say('close')}
        </Button>
      </header>
      {error !== null && <Problem error={error} />}
      <div className={classes.grid}>
        {kinds.length > 1 && (
          <Select
            label={say('kind')}
            value={type}
            allowDeselect={false}
            disabled={plan !== null}
            data={kinds.map((value) => ({ value, label: recordType(value).register[language] }))}
            onChange={(value) => value !== null && setType(value as RecordTypeName)}
          />
        )}
        <Button loading={busy && plan === null} onClick={() => void pick()}>
          {say('pick')}
        </Button>
      </div>
      {plan && (
        <>
          <p>
            {plan.file}. {say('headerAt', { row: plan.headerRow, sheet: plan.sheet })}
            {plan.mapping !== null && `. ${say('knownMapping', { name: plan.mapping })}`}
          </p>
          <p className={classes.counts} role="status">
            <span>{say('ready', { count: plan.counts.ready })}</span>
            {plan.counts.existing > 0 && <span>{say('existing', { count: plan.counts.existing })}</span>}
            <span data-bad={plan.counts.faulty > 0}>{say('faulty', { count: plan.counts.faulty })}</span>
            {plan.counts.passedOver > 0 && <span>{say('passedOver', { count: plan.counts.passedOver })}</span>}
          </p>
          <FixedValues type={type} choice={choice} onChange={(next) => void again(next)} />
          {plan.problems.length > 0 && (
            <Faults plan={plan} choice={choice} busy={busy} onChange={setChoice} onCheck={() => void again(choice)} />
          )}
          <Columns plan={plan} choice={choice} onChange={(next) => void again(next)} />
          <div className={classes.actions}>
            {plan.counts.faulty > 0 && (
              <Checkbox checked={leave} label={say('leave')} onChange={(event) => setLeave(event.currentTarget.checked)} />
            )}
            <TextInput
              aria-label={say('remember')}
              placeholder={say('remember')}
              value={name}
              maxLength={100}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button loading={busy} disabled={plan.counts.ready === 0 || (plan.counts.faulty > 0 && !leave)} onClick={() => void run()}>
              {say('run', { count: plan.counts.ready })}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** Fields that lists most often leave out, for every row that says nothing of them. */
const fixedFields: Partial<Record<RecordTypeName, readonly string[]>> = {
  archiveFile: ['fonds', 'term', 'box', 'retention', 'secrecy', 'purpose'],
  archiveDocument: ['file', 'issuer', 'language'],
  partyMember: ['cell'],
  organisation: ['parent', 'kind'],
};

function FixedValues({ type, choice, onChange }: { type: RecordTypeName; choice: SheetChoice; onChange(next: SheetChoice): void }) {
  const language = useLanguage();
  const say = useWaysInWords();
  const names = fixedFields[type] ?? [];
  if (names.length === 0) return null;
  const set = (field: string, value: string | null) =>
    onChange({ ...choice, fixed: { ...choice.fixed, [field]: value === '' ? null : value } });
  return (
    <fieldset>
      <legend>{say('fixed')}</legend>
      <div className={classes.grid}>
        {names.map((name) => {
          const field = recordType(type).fields[name];
          const value = typeof choice.fixed[name] === 'string' ? choice.fixed[name] : null;
          if (field?.kind === 'ref')
            return <RefPicker key={name} label={field.label[language]} types={field.to} value={value} onChange={(id) => set(name, id)} />;
          if (field?.kind === 'code')
            return (
              <Select
                key={name}
                clearable
                label={field.label[language]}
                value={value}
                data={codeList(field.list).items.map(({ code, label }) => ({ value: code, label: label[language] }))}
                onChange={(code) => set(name, code)}
              />
            );
          return (
            field && (
              <TextInput
                key={name}
                label={field.label[language]}
                defaultValue={value ?? ''}
                onBlur={(event) => set(name, event.currentTarget.value)}
              />
            )
          );
        })}
      </div>
    </fieldset>
  );
}

function Columns({ plan, choice, onChange }: { plan: SheetPlan; choice: SheetChoice; onChange(next: SheetChoice): void }) {
  const say = useWaysInWords();
  const language = useLanguage();
  const options = plan.targets.map((target) => ({ value: target.id, label: target[language] }));
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('column')}</th>
            <th scope="col">{say('goes')}</th>
            <th scope="col">{say('sample')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.columns.map(({ index, header, target, sample }) => (
            <tr key={index}>
              <td>{header || index + 1}</td>
              <td>
                <Select
                  searchable
                  clearable
                  aria-label={`${say('goes')}: ${header || index + 1}`}
                  placeholder={say('skip')}
                  value={target}
                  data={options}
                  onChange={(value) =>
                    onChange({ ...choice, columns: choice.columns.map((old, at) => (at === index ? value : old === value ? null : old)) })
                  }
                />
              </td>
              <td>{sample.join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Faults({
  plan,
  choice,
  busy,
  onChange,
  onCheck,
}: {
  plan: SheetPlan;
  choice: SheetChoice;
  busy: boolean;
  onChange(next: SheetChoice): void;
  onCheck(): void;
}) {
  const say = useWaysInWords();
  const language = useLanguage();
  const nameOf = (target: string) => plan.targets.find(({ id }) => id === target)?.[language] ?? target;
  const words = ({ target, problem, detail }: SheetProblem): string => {
    if (problem === 'notFound' || problem === 'ambiguous' || problem === 'twice') return say(problem, { count: detail ?? 0 });
    return problemText({ field: target, problem, ...(detail !== null && { max: detail }) }, language);
  };
  const edit = (row: number, target: string, text: string) =>
    onChange({ ...choice, edits: [...choice.edits.filter((one) => one.row !== row || one.target !== target), { row, target, text }] });
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{say('row')}</th>
              <th scope="col">{say('field')}</th>
              <th scope="col">{say('stands')}</th>
              <th scope="col">{say('fault')}</th>
              <th scope="col">{say('mend')}</th>
            </tr>
          </thead>
          <tbody>
            {plan.problems.map((problem) => (
              <tr key={`${problem.row} ${problem.target}`}>
                <td>{[problem.row, problem.column].filter(Boolean).join(' ')}</td>
                <td>{nameOf(problem.target)}</td>
                <td>{problem.text}</td>
                <td>{words(problem)}</td>
                <td>
                  <TextInput
                    aria-label={say('mendOf', { row: problem.row, field: nameOf(problem.target) })}
                    defaultValue={
                      choice.edits.find((one) => one.row === problem.row && one.target === problem.target)?.text ?? problem.text
                    }
                    onBlur={(event) => {
                      if (event.currentTarget.value !== problem.text) edit(problem.row, problem.target, event.currentTarget.value);
                    }}
                    onKeyDown={(event) => {
                      if (event.key === 'Enter') event.currentTarget.blur();
                    }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {plan.moreProblems && <p>{say('more')}</p>}
      <Button variant="default" loading={busy} onClick={onCheck}>
        {say('check')}
      </Button>
    </>
  );
}
