import type { Day } from '../day';
import { packFor } from '../packs/index';

/** Used where a pack says nothing of outgoing papers. */
const usual = '{number}-{type}/{organ}';

/**
 * Number and symbol of an outgoing paper as the pack of its day writes them, numbers below ten with a leading nought (05-HD/VPTW): '07-TB/UBKTĐU'.
 * @param type abbreviation of the type of paper. @param organ how the committee signs in symbols
 */
export function outgoingSymbol(number: number, type: string, organ: string, day: Day): string {
  const pattern = packFor(day).numberFormats?.find(({ register }) => register === 'SO_VAN_BAN_DI')?.pattern ?? usual;
  const parts: Readonly<Record<string, string>> = { number: String(number).padStart(2, '0'), type, organ };
  return pattern.replace(/\{(number|type|organ)\}/g, (_, name: string) => parts[name] ?? '');
}
