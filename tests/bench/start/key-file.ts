/** Where a build for measuring finds the key of the measured book, in the data folder. No other build knows of it. */
export const keyName = 'measuring.key';
