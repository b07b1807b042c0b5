import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { codeLabel, codeList } from '#shared/rules/code-lists/index';
import { today as dayNow } from '../../components/day';
import { Problem } from '../../components/problem';
import { RefPicker } from '../../components/ref-picker';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { callError } from '../../service/app-error';
import { nextCode } from './case-code';
import classes from './cases.module.css';
import { useCaseWords } from './words';

/** The usual type of the case that a petition of this kind leads to; the person may choose another. */
const typeForKind: Readonly<Record<string, string>> = { TC: 'GQ_TC', KN: 'GQ_KN', PA: 'KT_DHVP_DV' };

interface Draft {
  code: string;
  type: string;
  name: string;
  content: string;
  leader: string;
  member: string | null;
  organisation: string | null;
}

/** Four things and the case stands, with the steps and papers of its type. From a petition most of them are filled in. */
export function OpenCaseForm({ petitionId, onOpened, onCancel }: { petitionId?: string; onOpened(id: string): void; onCancel(): void }) {
  const today = dayNow();
  const petition = useQueryOf(
    ['records', 'petition', petitionId],
    () => service().records.get({ type: 'petition', id: petitionId ?? '' }),
    { enabled: petitionId !== undefined },
  );
  const newest = useQueryOf(['records', 'case', 'newest'], () =>
    service().records.list({
      type: 'case',
      filters: [{ field: 'code', op: 'notEmpty' }],
      sort: [{ field: 'openedOn', direction: 'desc' }],
      limit: 300,
    }),
  );
  if (petition.isError) return <Problem error={petition.error} />;
  if (newest.isError) return <Problem error={newest.error} />;
  if (!newest.data || (petitionId !== undefined && !petition.data)) return <div aria-busy="true" />;
  const from = petition.data?.record.values ?? {};
  const codes = newest.data.rows.map((row) => String(row.values.code));
  const type = typeForKind[String(from.kind)] ?? '';
  const draft: Draft = {
    code: nextCode(codes, type),
    type,
    name: String(from.summary ?? ''),
    content: (Array.isArray(from.items) ? from.items : [])
      .map((item: { summary?: string }, index) => `${index + 1}. ${item.summary ?? ''}`)
      .join('\n'),
    leader: '',
    member: firstOf(from.accusedMembers),
    organisation: firstOf(from.accusedOrganisations),
  };
  return (
    <Form start={draft} codes={codes} today={today} petitionId={petitionId} number={from.number} onOpened={onOpened} onCancel={onCancel} />
  );
}

const firstOf = (value: unknown): string | null => (Array.isArray(value) && typeof value[0] === 'string' ? value[0] : null);

function Form({
  start,
  codes,
  today,
  petitionId,
  number,
  onOpened,
  onCancel,
}: {
  start: Draft;
  codes: readonly string[];
  today: string;
  petitionId: string | undefined;
  number: unknown;
  onOpened(id: string): void;
  onCancel(): void;
}) {
  const say = useCaseWords();
  const language = useLanguage();
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const [opening, setOpening] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const missing = (text: string) => (tried && text.trim() === '' ? say('required') : undefined);
  const submit = async () => {
    setTried(true);
    if ([draft.code, draft.type, draft.name].some((text) => text.trim() === '')) return;
    setOpening(true);
    try {
      const { record } = await service().work.openCase({ values: valuesOf(draft, today), ...(petitionId && { petitionId }) });
      onOpened(record.id);
    } catch (failure) {
      setError(callError(failure));
      setOpening(false);
    }
  };
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
        <p>{petitionId ? say('openFromPetition', { number: String(number ?? '') }) : say('openHint')}</p>
      </header>
      {error !== null && <Problem error={error} />}
      <div className={classes.openFields}>
        <TextInput
          label={say('code')}
          required
          value={draft.code}
          error={missing(draft.code)}
          onChange={(event) => set({ code: event.currentTarget.value })}
        />
        <Select
          label={say('type')}
          required
          searchable
          value={draft.type || null}
          error={missing(draft.type)}
          data={codeList('caseType').items.map((item) => ({ value: item.code, label: codeLabel('caseType', item.code, language) }))}
          onChange={(type) =>
            set({ type: type ?? '', ...(draft.code === nextCode(codes, draft.type) && { code: nextCode(codes, type ?? '') }) })
          }
        />
        <TextInput
          className={classes.wide}
          label={say('name')}
          required
          value={draft.name}
          error={missing(draft.name)}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <RefPicker label={say('member')} types={['partyMember']} value={draft.member} onChange={(member) => set({ member })} />
        <RefPicker
          label={say('organisation')}
          types={['organisation']}
          value={draft.organisation}
          onChange={(organisation) => set({ organisation })}
        />
        <TextInput label={say('leader')} value={draft.leader} onChange={(event) => set({ leader: event.currentTarget.value })} />
        <Textarea
          className={classes.wide}
          label={say('content')}
          autosize
          minRows={3}
          maxRows={10}
          value={draft.content}
          onChange={(event) => set({ content: event.currentTarget.value })}
        />
      </div>
      <footer>
        <Button variant="default" onClick={onCancel}>
          {say('cancel')}
        </Button>
        <Button type="submit" loading={opening}>
          {say('openCase')}
        </Button>
      </footer>
    </form>
  );
}

function valuesOf(draft: Draft, today: string): Record<string, unknown> {
  const subject = { member: draft.member, organisation: draft.organisation };
  const filled = Object.fromEntries(Object.entries(subject).filter(([, value]) => value !== null));
  return {
    code: draft.code.trim(),
    type: draft.type,
    name: draft.name.trim(),
    state: 'DE_XUAT',
    inspectingBody: 'UBKT',
    secrecy: 'THUONG',
    openedOn: today,
    ...(draft.content.trim() && { content: draft.content.trim() }),
    ...(draft.leader.trim() && { leader: draft.leader.trim() }),
    ...(Object.keys(filled).length > 0 && { subjects: [{ id: crypto.randomUUID(), ...filled }] }),
  };
}
