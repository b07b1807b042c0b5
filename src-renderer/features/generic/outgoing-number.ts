import { codeItem } from '#shared/rules/code-lists/index';
import { outgoingSymbol } from '#shared/rules/numbers/symbol';
import type { Proposal } from '../../components/record-form/index';
import { service } from '../../service/use-service';

/**
 * The number of an outgoing document and its symbol (07-TB/UBKTĐU): they run per type within a term of the committee, so they
 * are proposed when the type is known.
 * @param organ how the committee signs in symbols
 */
export const outgoingNumber = (organ: string, day: string): Proposal => ({
  on: ['type', 'term', 'secrecy'],
  ask: async ({ type, term, secrecy }) => {
    if (typeof type !== 'string') return {};
    const secret = typeof secrecy === 'string' && secrecy !== 'THUONG';
    const within = { type, ...(typeof term === 'string' && { term }), $secret: secret ? '1' : '0' };
    const { number } = await service().records.nextNumber({ type: 'outgoingDocument', field: 'number', day, within });
    const abbreviation = codeItem('documentType', type)?.abbreviation ?? type;
    return { number, symbol: outgoingSymbol(number, abbreviation, organ, day) };
  },
});

/** The number of an incoming document follows its secrecy: secret papers are numbered in a register of their own. */
export const incomingNumber = (day: string): Proposal => ({
  on: ['secrecy'],
  ask: async ({ secrecy }) => {
    const within = { $secret: typeof secrecy === 'string' && secrecy !== 'THUONG' ? '1' : '0' };
    const { number } = await service().records.nextNumber({ type: 'incomingDocument', field: 'arrivalNumber', day, within });
    return { arrivalNumber: number };
  },
});
