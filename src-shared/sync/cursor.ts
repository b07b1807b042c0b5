/** Places in a committee's log (docs/protocol.md, section 5). */
import { type BatchTools, noHash } from './batch';

/** Behind the batch at that position; position 0 is the beginning. `hash` chains the hashes of all batches up to there. */
export interface LogPlace {
  readonly position: number;
  readonly hash: string;
}

export const logBeginning: LogPlace = { position: 0, hash: noHash };

/** As it travels; '' for the beginning. */
export const writeCursor = ({ position, hash }: LogPlace): string => (position === 0 ? '' : `${position}.${hash}`);

/** The beginning by its position instead of '', which in a receipt asks for a snapshot: the log alone is wanted. */
export const logAloneCursor = `0.${noHash}`;

/** What the cursor says; nothing shows yet that a log holds that place. What names none is the beginning. */
export function readCursor(cursor: string): LogPlace {
  const [digits = '', hash] = cursor.split('.');
  const position = Number.parseInt(digits, 10) || 0;
  return position === 0 ? logBeginning : { position, hash: hash ?? noHash };
}

export const positionOf = (cursor: string): number => readCursor(cursor).position;

/** Behind one more batch, named by its hash. */
export const placeAfter = ({ position, hash }: LogPlace, batchHash: string, { sha256Hex }: Pick<BatchTools, 'sha256Hex'>): LogPlace => ({
  position: position + 1,
  hash: sha256Hex(hash + batchHash),
});
