import { codeItem } from '../rules/code-lists/index';
import type { Day } from '../rules/day';
import type { MakeId } from './ids';
import { committee } from './people';
import { twoDigits } from './phrases';
import { symbolOrgan, term } from './places';
import type { SampleRecord } from './sample-record';

/** A document that the committee issues. Its number is known only when all of them are planned. */
export interface PlannedDocument {
  readonly id: string;
  readonly type: string;
  readonly on: Day;
  readonly subject: string;
  readonly recipients: string;
  readonly draftedBy?: string;
  number: number;
  symbol: string;
}

/** Collects the documents of the term, then numbers them: from 01 for each type through the term, in the order of their days. */
export class OutgoingRegister {
  readonly documents: PlannedDocument[] = [];
  readonly #makeId: MakeId;

  constructor(makeId: MakeId) {
    this.#makeId = makeId;
  }

  plan(type: string, on: Day, subject: string, recipients: string, draftedBy?: string): PlannedDocument {
    const planned: PlannedDocument = {
      id: this.#makeId(on),
      type,
      on,
      subject,
      recipients,
      number: 0,
      symbol: '',
      ...(draftedBy ? { draftedBy } : {}),
    };
    this.documents.push(planned);
    return planned;
  }

  number(): void {
    const last = new Map<string, number>();
    for (const document of [...this.documents].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
      const number = (last.get(document.type) ?? 0) + 1;
      last.set(document.type, number);
      document.number = number;
      document.symbol = `${twoDigits(number)}-${codeItem('documentType', document.type)?.abbreviation ?? document.type}/${symbolOrgan}`;
    }
  }
}

export const outgoingRecord = (
  { id, type, on, subject, recipients, draftedBy, number, symbol }: PlannedDocument,
  caseId?: string,
): SampleRecord => {
  const signer = number % 3 === 0 ? committee.deputy : committee.chair;
  return {
    type: 'outgoingDocument',
    id,
    values: {
      number,
      symbol,
      issuedOn: on,
      term,
      type,
      subject,
      signer: signer.name,
      signerPost: signer.post,
      recipients,
      copies: 3 + (number % 5),
      secrecy: 'THUONG',
      draftedBy: draftedBy ?? committee.clerk.name,
      ...(caseId ? { case: caseId } : {}),
    },
  };
};
