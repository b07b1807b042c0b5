/**
 * The draw of a quality round. Whoever has the same list of ids and the same seed gets the same documents: so a draw can be
 * checked afterwards, and nobody can choose what is looked at.
 */

/** At least one of any, never more than there are. */
export const sizeOfDraw = (population: number, percent: number): number =>
  population === 0 ? 0 : Math.min(population, Math.max(1, Math.ceil((population * percent) / 100)));

/** @param ids in any order; @param seed as it is recorded with the round */
export function drawFrom(ids: readonly string[], percent: number, seed: string): string[] {
  const rest = [...new Set(ids)].sort();
  const random = randomOf(seed);
  const drawn: string[] = [];
  for (let left = sizeOfDraw(rest.length, percent); left > 0; left -= 1) {
    const at = Math.floor(random() * rest.length);
    drawn.push(rest[at] ?? '');
    rest[at] = rest.at(-1) ?? '';
    rest.pop();
  }
  return drawn;
}

/** Numbers from 0 to 1 (mulberry32) from the FNV-1a hash of the seed. */
function randomOf(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i += 1) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
