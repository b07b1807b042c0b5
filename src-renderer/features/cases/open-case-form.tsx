import { useDraftName } from '../../app/session';
import { draftDropped } from '../../components/draft-found';
import { Problem } from '../../components/problem';
import { useDraft } from '../../drafts/use-draft';
import { service, useQueryOf } from '../../service/use-service';
import { nextCode } from './case-code';
import { type CaseEntries, isCaseEntries, OpenCaseFields } from './open-case-fields';

/** The usual type of the case that a petition of this kind leads to; the person may choose another. */
const typeForKind: Readonly<Record<string, string>> = { TC: 'GQ_TC', KN: 'GQ_KN', PA: 'KT_DHVP_DV' };

/** Four things and the case stands, with the steps and papers of its type. From a petition most of them are filled in. */
export function OpenCaseForm({ petitionId, onOpened, onCancel }: { petitionId?: string; onOpened(id: string): void; onCancel(): void }) {
  const name = useDraftName('openCase', petitionId ?? 'new');
  const draft = useDraft(name);
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
  if (draft.loaded === undefined || !newest.data || (petitionId !== undefined && !petition.data)) return <div aria-busy="true" />;
  const from = petition.data?.record.values ?? {};
  const codes = newest.data.rows.map((row) => String(row.values.code));
  const type = typeForKind[String(from.kind)] ?? '';
  const proposed: CaseEntries = {
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
    <OpenCaseFields
      proposed={proposed}
      found={draft.loaded && isCaseEntries(draft.loaded.content) ? { entries: draft.loaded.content, at: draft.loaded.at } : null}
      codes={codes}
      petition={petition.data?.record ?? null}
      onKeep={draft.keep}
      onDrop={(unsaved) => {
        draft.drop();
        if (unsaved) draftDropped(name, unsaved);
      }}
      onOpened={onOpened}
      onCancel={onCancel}
    />
  );
}

const firstOf = (value: unknown): string | null => (Array.isArray(value) && typeof value[0] === 'string' ? value[0] : null);
