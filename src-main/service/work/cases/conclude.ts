import type { Book } from '../../book/book';
import type { RecordChange } from '../../store/record-store';
import { uuid7 } from '../../store/uuid7';
import { caseOf } from './case-record';

export interface Conclude {
  readonly id: string;
  readonly revision: number;
  readonly conclusion: Readonly<Record<string, unknown>>;
  readonly duties: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Issues the notice of conclusion of a case with the duties that it lays on people, and lets the case stand at THONG_BAO, all in one transaction.
 * Conclusions on single items go to the case and to the petitions that named them first.
 * @throws AppError record.notFound, record.changedMeanwhile; InvalidRecord
 */
export function concludeCase(book: Book, { id, revision, conclusion, duties }: Conclude): { conclusionId: string; duties: number } {
  const found = caseOf(book, id);
  const conclusionId = uuid7();
  const outcome = conclusion.outcome ?? found.values.outcome;
  const changes: RecordChange[] = [
    {
      type: 'conclusion',
      id: conclusionId,
      values: { secrecy: found.values.secrecy ?? 'THUONG', state: 'MOI', ...conclusion, case: id },
    },
    ...duties.map(
      (values): RecordChange => ({
        type: 'duty',
        values: { state: 'CHUA_BAT_DAU', progress: 0, ...values, conclusion: conclusionId },
      }),
    ),
    {
      type: 'case',
      id,
      values: {
        state: duties.length > 0 ? 'THEO_DOI_KHAC_PHUC' : 'THONG_BAO',
        ...(outcome ? { outcome } : {}),
        ...itemConclusions(found.values.items, conclusion.items),
      },
      expectedRevision: revision,
    },
  ];
  for (const petition of (found.values.petitions ?? []) as readonly string[]) {
    const record = book.records.get('petition', petition);
    if (!record || record.values.state === 'DA_XONG') continue;
    changes.push({
      type: 'petition',
      id: petition,
      values: { state: 'CHO_TRA_LOI', ...itemConclusions(record.values.items, conclusion.items) },
    });
  }
  book.records.save(changes);
  return { conclusionId, duties: duties.length };
}

interface Item {
  readonly summary?: string;
  readonly conclusion?: string;
}

/** Puts the conclusion on each item of the notice onto the item of the same words. */
function itemConclusions(items: unknown, concluded: unknown): { items?: readonly Item[] } {
  if (!Array.isArray(items) || !Array.isArray(concluded)) return {};
  const bySummary = new Map((concluded as Item[]).map((item) => [item.summary, item.conclusion]));
  const next = (items as Item[]).map((item) => {
    const conclusion = bySummary.get(item.summary);
    return conclusion ? { ...item, conclusion } : item;
  });
  return { items: next };
}
