/**
 * Địa danh of the date line, held against the places that the rest of the document names: ĐẢNG ỦY XÃ ĐÔNG PHÚ, "xã Đông Phú".
 * What was read unsurely and differs by a letter or two from one of them is that one; a spelling of the marks gives way to one that
 * stands there at least twice.
 */
import type { LaidPage, Piece } from './lines';
import { bare, distance } from './similar';

const KIND = /^(xa|phuong|tran|huyen|quan|tinh|pho|khu)$/;
const longestName = 4;
/** Of the words of the place, in per cent. */
const SURE = 88;

export function agreeWithNames(place: string, piece: Piece | undefined, pages: readonly LaidPage[]): string {
  const plain = bare(place);
  const names = namedPlaces(pages, place.split(' ').length);
  const same = names.get(plain);
  if (same) {
    const [best, votes] = mostVoted(same);
    return votes >= 2 && (same.get(place) ?? 0) === 0 ? best : place;
  }
  const unsure = piece === undefined || piece.words.some(({ word }) => word.confidence < SURE || /^\p{Ll}/u.test(word.text));
  const limit = plain.length >= 9 ? 2 : 1;
  if (!unsure || plain.length < 5) return place;
  const near = [...names].filter(([name]) => distance(name, plain, limit) <= limit);
  const [only] = near;
  return near.length === 1 && only ? mostVoted(only[1])[0] : place;
}

type Votes = Map<string, number>;

const mostVoted = (votes: Votes): [string, number] => [...votes].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];

/** By folded letters, each spelling with how often it stands there. */
function namedPlaces(pages: readonly LaidPage[], words: number): Map<string, Votes> {
  const names = new Map<string, Votes>();
  for (const { text } of pages.flatMap(({ pieces }) => pieces)) {
    const all = text.normalize('NFC').split(' ');
    all.forEach((word, i) => {
      if (!KIND.test(bare(word)) || words > longestName) return;
      const name = all.slice(i + 1, i + 1 + words).map((part) => part.replace(/[^\p{L}\p{N}]+$/u, ''));
      if (name.length < words || !name.every((part) => /^\p{Lu}/u.test(part))) return;
      const spelt = name.map((part) => part.charAt(0) + part.slice(1).toLowerCase()).join(' ');
      const votes = names.get(bare(spelt)) ?? new Map<string, number>();
      votes.set(spelt, (votes.get(spelt) ?? 0) + 1);
      names.set(bare(spelt), votes);
    });
  }
  return names;
}
