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

/** `head`: lines of the bodies. Where a place differs from theirs by that little and is named nowhere else, it is theirs, however surely it was read. */
export function agreeWithNames(place: string, piece: Piece | undefined, pages: readonly LaidPage[], head: readonly Piece[] = []): string {
  const plain = bare(place);
  const count = place.split(' ').length;
  const names = namedPlaces(
    pages.flatMap(({ pieces }) => pieces),
    count,
  );
  const same = names.get(plain);
  if (same) {
    const [best, votes] = mostVoted(same);
    return votes >= 2 && (same.get(place) ?? 0) === 0 ? best : place;
  }
  if (plain.length < 5) return place;
  const unsure = piece === undefined || !isSure(piece) || piece.words.some(({ text }) => /^\p{Ll}/u.test(text));
  const heads = unsure ? head : head.filter(({ words }) => isSure({ words: words.slice(-count) }));
  const own = nearest(plain, namedPlaces(heads, count), unsure ? 7 : 9);
  if (own !== undefined || !unsure) return own ?? place;
  // A name torn into one word more, or two of its words run together.
  const torn = () => [count - 1, count + 1].flatMap((words) => (words > 0 ? (nearest(plain, namedPlaces(head, words), 7) ?? []) : []));
  return nearest(plain, names) ?? torn()[0] ?? place;
}

/** The only name that differs by a letter, or two where it has so many letters as `two` says. */
function nearest(plain: string, names: ReadonlyMap<string, Votes>, two = 9): string | undefined {
  const limit = plain.length >= two ? 2 : 1;
  const near = [...names].filter(([name]) => distance(name, plain, limit) <= limit);
  const [only] = near;
  return near.length === 1 && only ? mostVoted(only[1])[0] : undefined;
}

const isSure = ({ words }: Pick<Piece, 'words'>): boolean => words.every(({ word }) => word.confidence >= SURE);

type Votes = Map<string, number>;

const mostVoted = (votes: Votes): [string, number] => [...votes].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];

/** By folded letters, each spelling with how often it stands there. */
function namedPlaces(pieces: readonly Piece[], words: number): Map<string, Votes> {
  const names = new Map<string, Votes>();
  for (const { text } of pieces) {
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
