/** Which kind of error a correction tells of; a person may name another. */
import type { Field } from '../records/field';
import { fold } from '../text/fold';
import { editDistance, shapeOf } from '../text/near';

/** Codes of the list qualityErrorKind. */
export type ErrorKind = 'THIEU' | 'THUA' | 'SAI_DAU' | 'CHINH_TA' | 'SAI_SO' | 'CHON_SAI' | 'SAI_NOI_DUNG';

export function errorKindOf(field: Field | undefined, from: string, to: string): ErrorKind {
  if (from === '') return 'THIEU';
  if (to === '') return 'THUA';
  if (field?.kind === 'code') return 'CHON_SAI';
  if (field?.kind === 'partialDate' || field?.kind === 'date' || field?.kind === 'integer') return 'SAI_SO';
  if (fold(from) === fold(to)) return 'SAI_DAU';
  if (from.replace(/\d/g, '') === to.replace(/\d/g, '')) return 'SAI_SO';
  const most = Math.max(2, Math.floor(to.length * 0.15));
  return editDistance(shapeOf(from), shapeOf(to), most) <= most ? 'CHINH_TA' : 'SAI_NOI_DUNG';
}
