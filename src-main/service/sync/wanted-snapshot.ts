import type { LineParts } from './line-parts';

const stateKey = 'snapshotWanted';

/** A snapshot that lacked what this book has merged is asked for again this much later, when others had time to bring it. */
export const againMs = 3_600_000;

/**
 * Set when the book differs from the hub, or may remember of conflicts what nobody else does, because ops were issued again under new names: it then takes
 * the hub's state, with what the hub does not have on top.
 */
export const wantSnapshot = ({ book }: Pick<LineParts, 'book'>, wanted: boolean): void => book.syncState.set(stateKey, wanted || undefined);

export const isSnapshotWanted = ({ book }: Pick<LineParts, 'book'>): boolean => book.syncState.get<boolean>(stateKey) === true;

/** Wanted, and it makes sense to ask now. */
export const isSnapshotDue = (parts: Pick<LineParts, 'book' | 'memory' | 'now'>): boolean =>
  isSnapshotWanted(parts) && parts.now() - parts.memory.snapshotLeftAt > againMs;
