/** How the measured processes tell the benchmark their moments, in milliseconds of the system's clock: one line of output each. */
export const sign = '@measured ';
export const say = (moments: Readonly<Record<string, number>>): void => {
  process.stdout.write(`${sign}${JSON.stringify(moments)}\n`);
};
