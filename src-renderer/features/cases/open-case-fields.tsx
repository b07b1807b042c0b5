import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import { codeLabel, codeList } from '#shared/rules/code-lists/index';
import { useShortcut } from '../../app/shortcuts';
import { today } from '../../components/day';
import { DraftFound } from '../../components/draft-found';
import { Problem } from '../../components/problem';
import { RefPicker } from '../../components/ref-picker';
import { SaveKey } from '../../components/save-key';
import { useLanguage } from '../../i18n/words';
import { callError } from '../../service/app-error';
import { service } from '../../service/use-service';
import { nextCode } from './case-code';
import classes from './open-case.module.css';
import { useCaseWords } from './words';

/** What stands in the form of a new case; also what its draft holds. */
export interface CaseEntries {
  readonly code: string;
  readonly type: string;
  readonly name: string;
  readonly content: string;
  readonly leader: string;
  readonly member: string | null;
  readonly organisation: string | null;
}
export const isCaseEntries = (content: unknown): content is CaseEntries =>
  typeof content === 'object' && content !== null && 'code' in content && 'name' in content;

/** The fields of a new case, saved with Ctrl+S. */
export function OpenCaseFields({
  proposed,
  found,
  codes,
  petition,
  onKeep,
  onDrop,
  onOpened,
  onCancel,
}: {
  /** What the form begins with when nothing was typed before. */
  proposed: CaseEntries;
  /** What was typed before; `at` in milliseconds since 1970. */
  found: { entries: CaseEntries; at: number } | null;
  /** Numbers of the newest cases. */
  codes: readonly string[];
  petition: RecordView | null;
  onKeep(entries: CaseEntries): void;
  /** The draft is not needed any more; `unsaved` is what a person gives up with it. */
  onDrop(unsaved?: CaseEntries): void;
  onOpened(id: string): void;
  onCancel(): void;
}) {
  const say = useCaseWords();
  const language = useLanguage();
  const [start] = useState(proposed);
  const [entries, setEntries] = useState(found?.entries ?? start);
  const [tried, setTried] = useState(false);
  const [opening, setOpening] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const dirty = JSON.stringify(entries) !== JSON.stringify(start);
  const set = (part: Partial<CaseEntries>) => {
    const next = { ...entries, ...part };
    setEntries(next);
    onKeep(next);
  };
  const missing = (text: string) => (tried && text.trim() === '' ? say('required') : undefined);
  const submit = async () => {
    if (opening) return;
    setTried(true);
    if ([entries.code, entries.type, entries.name].some((text) => text.trim() === '')) return;
    setOpening(true);
    try {
      const { record } = await service().work.openCase({ values: valuesOf(entries), ...(petition && { petitionId: petition.id }) });
      onDrop();
      onOpened(record.id);
    } catch (failure) {
      setError(callError(failure));
      setOpening(false);
    }
  };
  useShortcut('save', () => void submit());
  return (
    <form
      noValidate
      className={classes.openForm}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <header>
        <h1>{say('openTitle')}</h1>
        <p>{petition ? say('openFromPetition', { number: String(petition.values.number ?? '') }) : say('openHint')}</p>
      </header>
      {found && dirty && (
        <DraftFound
          at={found.at}
          onDrop={() => {
            onDrop();
            setEntries(start);
          }}
        />
      )}
      {error !== null && <Problem error={error} />}
      <div className={classes.openFields}>
        <TextInput
          label={say('code')}
          required
          value={entries.code}
          error={missing(entries.code)}
          onChange={(event) => set({ code: event.currentTarget.value })}
        />
        <Select
          label={say('type')}
          required
          searchable
          value={entries.type || null}
          error={missing(entries.type)}
          data={codeList('caseType').items.map((item) => ({ value: item.code, label: codeLabel('caseType', item.code, language) }))}
          onChange={(type) =>
            set({ type: type ?? '', ...(entries.code === nextCode(codes, entries.type) && { code: nextCode(codes, type ?? '') }) })
          }
        />
        <TextInput
          className={classes.wide}
          label={say('name')}
          required
          value={entries.name}
          error={missing(entries.name)}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <RefPicker label={say('member')} types={['partyMember']} value={entries.member} onChange={(member) => set({ member })} />
        <RefPicker
          label={say('organisation')}
          types={['organisation']}
          value={entries.organisation}
          onChange={(organisation) => set({ organisation })}
        />
        <TextInput label={say('leader')} value={entries.leader} onChange={(event) => set({ leader: event.currentTarget.value })} />
        <Textarea
          className={classes.wide}
          label={say('content')}
          autosize
          minRows={3}
          maxRows={10}
          value={entries.content}
          onChange={(event) => set({ content: event.currentTarget.value })}
        />
      </div>
      <footer>
        <Button
          variant="default"
          onClick={() => {
            onDrop(dirty ? entries : undefined);
            onCancel();
          }}
        >
          {say('cancel')}
        </Button>
        <Button type="submit" loading={opening} rightSection={<SaveKey />}>
          {say('openCase')}
        </Button>
      </footer>
    </form>
  );
}

function valuesOf(entries: CaseEntries): Record<string, unknown> {
  const subject = { member: entries.member, organisation: entries.organisation };
  const filled = Object.fromEntries(Object.entries(subject).filter(([, value]) => value !== null));
  return {
    code: entries.code.trim(),
    type: entries.type,
    name: entries.name.trim(),
    state: 'DE_XUAT',
    inspectingBody: 'UBKT',
    secrecy: 'THUONG',
    openedOn: today(),
    ...(entries.content.trim() && { content: entries.content.trim() }),
    ...(entries.leader.trim() && { leader: entries.leader.trim() }),
    ...(Object.keys(filled).length > 0 && { subjects: [{ id: crypto.randomUUID(), ...filled }] }),
  };
}
