/** What one package holds: a hồ sơ, or documents that lie in none, those issued here (đi) apart from those that came from others (đến). */
import { fold } from '#shared/text/fold';
import type { Book } from '../../../book/book';
import type { StoredRecord } from '../../../store/record-store';
import type { ChosenDocument, ChosenFile } from '../choice';
import { textOf } from '../words';

/** Documents that lie in no file, packed together. */
export interface LooseSet {
  readonly loose: true;
  readonly code: string;
  readonly title: string;
  /** 0: issued by this committee (đi), 1: by others (đến). */
  readonly source: '0' | '1';
}

export type UnitHead = StoredRecord | LooseSet;

export interface Unit {
  readonly head: UnitHead;
  readonly documents: readonly ChosenDocument[];
}

export const isLoose = (head: UnitHead): head is LooseSet => 'loose' in head;

/** A file is one unit; documents without file are two at most. */
export function unitsOf(committee: Book['committee'], { record, documents }: ChosenFile, today = new Date()): Unit[] {
  if (record) return [{ head: record, documents }];
  const own = [committee.name, committee.partyCommittee].map(fold);
  const isOwn = ({ record: { values } }: ChosenDocument) => own.includes(fold(textOf(values, 'issuer')));
  return (['0', '1'] as const).flatMap((source) => {
    const some = documents.filter((document) => isOwn(document) === (source === '0'));
    return some.length === 0 ? [] : [{ head: looseSet(committee, source, today), documents: some }];
  });
}

/** The circular gives no rule for the code of loose documents that was found: symbol of the committee, year of packing, kind. */
const looseSet = ({ symbol, name }: Book['committee'], source: '0' | '1', today: Date): LooseSet => ({
  loose: true,
  code: [symbol, today.getFullYear(), source === '0' ? 'TL-DI' : 'TL-DEN'].filter(Boolean).join('.'),
  title: `${source === '0' ? 'Tài liệu đi' : 'Tài liệu đến'} chưa lập hồ sơ, ${name}`,
  source,
});
