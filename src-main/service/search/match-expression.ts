import type { FoldedQuery } from '#shared/text/fold';

/** The words as FTS5 asks for them: all must occur, phrases in order, the last one may go on. Folded words need no escape but quotes. */
export const matchExpression = ({ terms, prefix }: FoldedQuery): string =>
  terms.map((words, i) => `"${words.join(' ')}"${prefix && i === terms.length - 1 ? ' *' : ''}`).join(' ');
