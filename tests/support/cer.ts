/** How many characters of a page were read wrong. */

/** Share of wrong, missing and added characters, against the nearer of the true texts (pages with columns have two reading orders). */
export const characterErrorRate = (read: string, ...truths: readonly string[]): number =>
  Math.min(...truths.map((truth) => editDistance(comparable(truth), comparable(read)) / comparable(truth).length));

/** What no reader distinguishes is made equal: white space, the kinds of quotation marks and dashes. */
const comparable = (text: string): string[] =>
  Array.from(
    text
      .normalize('NFC')
      .replace(/[‘’‚`´]/g, "'")
      .replace(/[“”„]/g, '"')
      .replace(/[‐‑‒–—―−]/g, '-')
      .replace(/\s+/g, ' ')
      .trim(),
  );

/** Levenshtein: the fewest insertions, deletions and replacements that turn one into the other. */
const editDistance = (from: readonly string[], to: readonly string[]): number => {
  let above = Int32Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = new Int32Array(to.length + 1);
    current[0] = row;
    for (let column = 1; column <= to.length; column++) {
      const replaced = above[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1);
      current[column] = Math.min(replaced, above[column]! + 1, current[column - 1]! + 1);
    }
    above = current;
  }
  return above[to.length]!;
};
