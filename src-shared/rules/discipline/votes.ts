import { codeLabel } from '../code-lists/index';
import type { Label } from '../../records/label';
import type { PackDiscipline, PackVote, SubjectKind } from '../packs/rule-pack';

/** Forms from the heaviest to the lightest; votes for one count for the next where none has enough. */
const heaviestFirst = ['GIAI_TAN', 'KHAI_TRU', 'CACH_CHUC', 'CANH_CAO', 'KHIEN_TRACH'] as const;

export interface Ballot {
  readonly level: string;
  readonly subject: SubjectKind;
  /** All who may vote; of a cell its official members. */
  readonly entitled: number | null;
  readonly present: number | null;
  readonly secret: boolean;
  readonly votes: readonly { readonly form?: string | null; readonly votes?: number | null }[];
}

export interface FormCount {
  readonly form: string;
  readonly votes: number;
  /** With the votes for heavier forms, where they are added. */
  readonly counted: number;
  readonly needed: number | null;
  readonly enough: boolean;
  readonly source: string;
  readonly unverified: boolean;
}

export type VoteProblem = 'noEntitled' | 'moreVotesThanPresent' | 'morePresentThanEntitled' | 'formNotForSubject' | 'notSecret' | 'noRule';

export interface VoteOutcome {
  readonly counts: readonly FormCount[];
  /** The form that the votes bear; null: none has enough, or it cannot be told. */
  readonly decided: string | null;
  /** Whether votes of heavier forms had to be added. */
  readonly cumulated: boolean;
  readonly cumulateSource: string;
  readonly problems: readonly { readonly kind: VoteProblem; readonly form?: string }[];
}

/**
 * Which form of discipline the votes bear under these rules: the heaviest that has enough by itself; where none has, votes are added from the
 * heaviest down and the first form that then has enough holds (domain 4.2). It explains and warns, people decide.
 */
export function countVotes(ballot: Ballot, rules: PackDiscipline): VoteOutcome {
  const given = new Map<string, number>();
  for (const { form, votes } of ballot.votes) if (form) given.set(form, (given.get(form) ?? 0) + (votes ?? 0));
  const forms = heaviestFirst.filter((form) => rules.forms.some((one) => one.form === form && one.subject === ballot.subject));
  const ruleOf = (form: string): PackVote | undefined =>
    rules.votes.find(({ levels, forms: named }) => named.includes(form) && (levels.length === 0 || levels.includes(ballot.level)));
  const count = (cumulate: boolean): FormCount[] => {
    let above = 0;
    return forms.map((form) => {
      const votes = given.get(form) ?? 0;
      above += votes;
      const rule = ruleOf(form);
      const needed = rule ? neededOf(rule, ballot) : null;
      const counted = cumulate ? above : votes;
      return {
        form,
        votes,
        counted,
        needed,
        enough: needed !== null && counted >= needed,
        source: rule?.source ?? '',
        unverified: rule?.unverified === true,
      };
    });
  };
  const alone = count(false);
  const direct = alone.find(({ enough }) => enough);
  const added = !direct && rules.cumulate ? count(true) : alone;
  const decided = direct ?? added.find(({ enough, counted }) => enough && counted > 0);
  return {
    counts: added,
    decided: decided?.form ?? null,
    cumulated: !direct && decided !== undefined,
    cumulateSource: rules.cumulateSource,
    problems: problemsOf(ballot, given, forms, ruleOf),
  };
}

/** Votes that a form needs; null where the number of those who count is not known. */
function neededOf({ share, of }: PackVote, { entitled, present }: Ballot): number | null {
  const whole = of === 'ENTITLED' ? entitled : present;
  if (whole === null || whole <= 0) return null;
  return share === 'MORE_THAN_HALF' ? Math.floor(whole / 2) + 1 : Math.ceil((whole * 2) / 3);
}

function problemsOf(
  { entitled, present, secret, votes }: Ballot,
  given: ReadonlyMap<string, number>,
  forms: readonly string[],
  ruleOf: (form: string) => PackVote | undefined,
): VoteOutcome['problems'] {
  const problems: { kind: VoteProblem; form?: string }[] = [];
  const cast = votes.reduce((sum, one) => sum + (one.votes ?? 0), 0);
  if (entitled === null && cast > 0) problems.push({ kind: 'noEntitled' });
  if (present !== null && cast > present) problems.push({ kind: 'moreVotesThanPresent' });
  if (present !== null && entitled !== null && present > entitled) problems.push({ kind: 'morePresentThanEntitled' });
  for (const [form, number] of given) {
    const isForm = heaviestFirst.some((one) => one === form);
    if (!isForm || number === 0) continue;
    if (!forms.includes(form)) problems.push({ kind: 'formNotForSubject', form });
    else if (!ruleOf(form)) problems.push({ kind: 'noRule', form });
    else if (ruleOf(form)?.secret && !secret) problems.push({ kind: 'notSecret', form });
  }
  return problems;
}

const formName = (form: string, language: 'vi' | 'en'): string => codeLabel('disciplineForm', form, language);

/** One line for each form: 'Cảnh cáo: 6 phiếu, cộng dồn 9, cần 8: đủ'. */
export function countWords({ form, votes, counted, needed, enough }: FormCount, language: 'vi' | 'en'): string {
  const vi = language === 'vi';
  const sum = counted === votes ? '' : vi ? `, cộng dồn ${counted}` : `, added up ${counted}`;
  const need =
    needed === null ? (vi ? ', chưa biết cần bao nhiêu' : ', needed number unknown') : vi ? `, cần ${needed}` : `, ${needed} needed`;
  const end = needed === null ? '' : enough ? (vi ? ': đủ' : ': enough') : vi ? ': chưa đủ' : ': not enough';
  return `${formName(form, language)}: ${votes} ${vi ? 'phiếu' : 'votes'}${sum}${need}${end}`;
}

const problemWords: Readonly<Record<VoteProblem, Label>> = {
  noEntitled: {
    vi: 'Chưa ghi tổng số người có quyền biểu quyết, nên chưa tính được số phiếu cần.',
    en: 'The number of those entitled to vote is missing, so the needed votes are not known.',
  },
  moreVotesThanPresent: { vi: 'Số phiếu nhiều hơn số người có mặt.', en: 'More votes than people present.' },
  morePresentThanEntitled: { vi: 'Số người có mặt nhiều hơn số người có quyền.', en: 'More present than entitled.' },
  formNotForSubject: { vi: '{form} không áp dụng cho đối tượng này.', en: '{form} cannot be given to this subject.' },
  notSecret: { vi: '{form} cần bỏ phiếu kín (chưa kiểm chứng).', en: '{form} needs a secret ballot (not verified).' },
  noRule: { vi: 'Gói quy tắc chưa nói {form} cần bao nhiêu phiếu.', en: 'The rule pack does not say how many votes {form} needs.' },
};

export const voteProblemWords = ({ kind, form }: VoteOutcome['problems'][number], language: 'vi' | 'en'): string =>
  problemWords[kind][language].replace('{form}', form ? formName(form, language) : '');
