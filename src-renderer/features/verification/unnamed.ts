/** Stands in an address for the files whose term or box nobody wrote down. */
export const unnamed = '-';
