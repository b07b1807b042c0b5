import { useMemo, useRef, useState } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import type { FieldProblem } from '#shared/records/problem';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { noticeOfFailure } from '../../app/notices';
import type { Draft } from '../../drafts/draft-store';
import { callError, type CallError } from '../../service/app-error';
import { useSave } from '../../service/use-service';
import { today } from '../day';
import { changedValues, entriesOf, problemsOf, type Entries, type Entry } from './entry';

/** What the draft of a form holds; the revision tells whether somebody changed the record since. */
export interface FormDraft {
  readonly entries: Entries;
  readonly revision: number | null;
}
export const isFormDraft = (content: unknown): content is FormDraft =>
  typeof content === 'object' && content !== null && 'entries' in content && 'revision' in content;

export interface FormStart {
  readonly type: RecordTypeName;
  readonly record: RecordView | null;
  readonly initial: Readonly<Record<string, unknown>>;
  readonly draft: Draft | null;
  readonly proposal?: Proposal | undefined;
  /** Values that stand there as if they had been typed. */
  readonly typed?: Readonly<Record<string, unknown>> | undefined;
}

/** Values that follow from others, as the number of a document from its type. They fill fields that nobody filled otherwise. */
export interface Proposal {
  /** A change of one of these fields asks anew. */
  readonly on: readonly string[];
  readonly ask: (values: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>>;
}

/** The state of one form: what stands in its fields, what is wrong with them, and saving. */
export function useRecordForm({ type, record, initial, draft, proposal, typed = {} }: FormStart, onKeep: (draft: FormDraft) => void) {
  const { fields } = recordType(type);
  const [start] = useState(() => entriesOf(fields, record?.values ?? {}));
  const [opening] = useState<Entries>(() => ({ ...start, ...(record ? {} : pick(entriesOf(fields, initial), Object.keys(initial))) }));
  const drafted = draft && isFormDraft(draft.content) ? draft.content : null;
  const [entries, setEntries] = useState<Entries>(() => ({
    ...opening,
    ...drafted?.entries,
    ...pick(entriesOf(fields, typed), Object.keys(typed)),
  }));
  const latest = useRef(entries);
  const proposed = useRef<Entries>({});
  const [revision, setRevision] = useState(drafted?.revision ?? record?.revision ?? null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<readonly FieldProblem[]>([]);
  const [failure, setFailure] = useState<CallError>();
  const { save, saving } = useSave();

  const fieldProblems = (name: string): readonly FieldProblem[] => {
    const field = fields[name];
    return field && !field.readOnly ? problemsOf(name, field, entries[name] ?? null, today()) : [];
  };
  const change = (part: Entries) => {
    latest.current = { ...latest.current, ...part };
    setEntries(latest.current);
    setRefused((all) => all.filter((one) => !Object.hasOwn(part, one.field)));
    onKeep({ entries: changedOnly(latest.current, opening), revision });
  };
  const propose = async ({ ask }: Proposal) => {
    const asked = latest.current;
    const answer = await ask(changedValues(fields, asked, {}, today()));
    // What was typed while the answer was on its way stands, and so does what somebody wrote instead of an earlier proposal.
    const free = (name: string) => isEmpty(latest.current[name]) || latest.current[name] === proposed.current[name];
    const names = Object.keys(answer).filter(free);
    proposed.current = pick(entriesOf(fields, answer), names);
    change(proposed.current);
  };
  const values = useMemo(() => changedValues(fields, entries, entriesOf(fields, {}), today()), [fields, entries]);
  return {
    entries,
    values,
    saving,
    failure,
    dirty: Object.keys(changedValues(fields, entries, opening, today())).length > 0,
    set: (name: string, entry: Entry) => {
      change({ [name]: entry });
      if (proposal?.on.includes(name)) void propose(proposal).catch(noticeOfFailure);
    },
    leave: (name: string) => setLeft((all) => (all.has(name) ? all : new Set(all).add(name))),
    /** Of fields that were left, or after an attempt to save. */
    problems: (name: string): FieldProblem[] => [
      ...(left.has(name) ? fieldProblems(name) : []),
      ...refused.filter(({ field }) => field === name),
    ],
    reset: () => {
      latest.current = opening;
      setEntries(opening);
      setLeft(new Set());
      setRefused([]);
      setFailure(undefined);
      setRevision(record?.revision ?? null);
    },
    /**
     * The saved record; undefined where something has to be mended first, of which `firstProblem` is told.
     * A failure stands in the form, or in a notice if the form is no longer `here`; the draft is kept.
     */
    submit: async (firstProblem: (field: string) => void, here: () => boolean): Promise<RecordView | undefined> => {
      const names = Object.keys(fields);
      setLeft(new Set(names));
      setFailure(undefined);
      const sealedHeld = new Set(record?.sealed);
      const wrong = names.find((name) => fieldProblems(name).length > 0 && !sealedHeld.has(name));
      if (wrong) {
        firstProblem(wrong);
        return undefined;
      }
      try {
        const values = changedValues(fields, entries, start, today());
        const saved = await save({
          type,
          values,
          ...(record ? { id: record.id, ...(revision === null ? {} : { expectedRevision: revision }) } : {}),
        });
        return saved.record;
      } catch (error) {
        if (!here()) {
          noticeOfFailure(error);
          return undefined;
        }
        const failed = callError(error);
        setFailure(failed);
        setRefused(failed.problems);
        // What the other person saved is in sight now; saving once more is a decision.
        if (failed.code === 'record.changedMeanwhile' && record) setRevision(null);
        const [first] = failed.problems;
        if (first) firstProblem(first.field);
        return undefined;
      }
    },
  };
}

const isEmpty = (entry: Entry | undefined): boolean => entry === undefined || entry === null || entry === '';
const pick = (entries: Entries, names: readonly string[]): Entries =>
  Object.fromEntries(names.map((name) => [name, entries[name] ?? null]));
const changedOnly = (entries: Entries, opening: Entries): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([name, entry]) => JSON.stringify(entry) !== JSON.stringify(opening[name])));
