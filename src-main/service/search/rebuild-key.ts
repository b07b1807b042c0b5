/** Where the book remembers how far its index was built anew: number of the last record, absent when the index is whole. */
export const rebuildKey = 'indexedThrough';
