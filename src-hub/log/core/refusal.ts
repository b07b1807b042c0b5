import type { RefusedOp } from '#shared/contract/hub';
import { recordTypeNames } from '#shared/records/record-type-name';
import { isRecordTypeName, recordType } from '#shared/records/registry';
import { checkOp, isStorable } from '#shared/sync/check-op';
import type { WireOp } from '#shared/sync/columns';
import { isEligible, openLevel } from '#shared/sync/eligible';
import type { MergeState } from '#shared/sync/merge';
import { besideRef } from '#shared/sync/merging/beside';

/** Types that the hub alone writes (protocol, section 9). */
export const hubTypes: ReadonlySet<string> = new Set(recordTypeNames.filter((type) => recordType(type).author === 'hub'));

export interface Authority {
  /** The hub wrote it itself. */
  readonly isHub: boolean;
  /** This hub has no network and may take what is above THUONG. */
  readonly standalone: boolean;
}

/**
 * Why an op is not merged, undefined when it is. Types and fields that this hub does not know yet are taken, kept and passed
 * on: their workstation is newer.
 */
export function refusalOf(op: WireOp, state: MergeState, { isHub, standalone }: Authority): RefusedOp | undefined {
  if (!isHub && hubTypes.has(op.type)) return { seq: op.seq, code: 'hub-only', field: '', words: words.hubOnly };
  if (op.type === besideRef.type) return { seq: op.seq, code: 'hub-only', field: '', words: words.hubOnly };
  if (!standalone && isSecret(op, state)) return { seq: op.seq, code: 'secret', field: 'secrecy', words: words.secret };
  const refusal = checkOp(op);
  if (refusal?.code !== 'unknown-type') return refusal;
  return isStorable(op.type) && isStorable(op.fields) ? undefined : { ...refusal, code: 'not-text' };
}

function isSecret(op: WireOp, state: MergeState): boolean {
  // Whatever else stands there was taken before, or is the level of an owner that is not here.
  const level = op.fields['secrecy'] ?? state.fields['secrecy'];
  if (!isRecordTypeName(op.type)) return (level ?? openLevel) !== openLevel;
  const values = level === op.fields['secrecy'] ? op.fields : { ...op.fields, secrecy: level };
  // What it belongs to is at a connected hub only if it may travel.
  return !isEligible(op.type, op.id, (type, id) => (type === op.type && id === op.id ? values : undefined));
}

const words = {
  hubOnly: {
    vi: 'Loại bản ghi này chỉ do tỉnh ban hành',
    en: 'Records of this kind are issued by the province only',
  },
  secret: {
    vi: 'Tài liệu trên mức Thường không được gửi qua máy chủ có nối mạng',
    en: 'Papers above the open level are not taken by a hub that has a network',
  },
};
