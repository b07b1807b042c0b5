import { codeItem } from '#shared/rules/code-lists/index';
import type { Proposal } from '../../components/record-form/index';
import { service } from '../../service/use-service';

/**
 * The number of an outgoing document and its symbol (07-TB/UBKTĐU): they run per type within a term of the committee, so they
 * are proposed when the type is known.
 * @param organ how the committee signs in symbols
 */
export const outgoingNumber = (organ: string, day: string): Proposal => ({
  on: ['type', 'term'],
  ask: async ({ type, term }) => {
    if (typeof type !== 'string') return {};
    const within = { type, ...(typeof term === 'string' && { term }) };
    const { number } = await service().records.nextNumber({ type: 'outgoingDocument', field: 'number', day, within });
    const abbreviation = codeItem('documentType', type)?.abbreviation ?? type;
    return { number, symbol: `${String(number).padStart(2, '0')}-${abbreviation}/${organ}` };
  },
});
