/**
 * Which strings are syllables of Vietnamese, by rule: initial + rhyme + tone.
 *
 * A rhyme is a nucleus with or without a final; not every initial goes with every rhyme (c, k and q, g and gh, ng and ngh), and a
 * syllable that ends in c, ch, p or t has only the sharp or the heavy tone. Both ways of placing the tone mark (hòa, hoà) are known.
 */

export const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'] as const;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;
const STOPPED = /(?:c|ch|p|t)$/;

/** Rhymes without initial glide; those that may follow any initial (k, gh, ngh only before e, ê, i, y). */
const RHYMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
   i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet
   ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uy uya uych uyên uyêt uynh uyt uyu uơ uôc uôi uôm uôn uông uôt
   ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu yn ynh yt`
    .split(/\s+/)
    .filter(Boolean),
);
const QU_RHYMES = new Set(
  `a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât ây e en eo et ê êch ên ênh êt êu i ia in it ich inh iên iêt ít ơ ơn ơt ôc ông y ych ynh yên yêt yt yn yp ua`
    .split(/\s+/)
    .filter(Boolean),
);
const INITIALS = [
  'ngh',
  'ng',
  'nh',
  'ch',
  'gh',
  'gi',
  'kh',
  'ph',
  'qu',
  'th',
  'tr',
  'b',
  'c',
  'd',
  'đ',
  'g',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'v',
  'x',
];
const FRONT = /^[eêiy]/;

/** Splits off the tone: 'hoà' -> ['hoa', '\u0300']. */
export function toneless(syllable: string): readonly [letters: string, tone: string] {
  let tone = '';
  const letters = syllable
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (mark) => {
      tone += mark;
      return '';
    })
    .normalize('NFC');
  return [letters, tone];
}

const known = new Map<string, boolean>();

/** Lower or upper case; one syllable without punctuation. */
export function isSyllable(text: string): boolean {
  const lower = text.normalize('NFC').toLowerCase();
  if (lower.length > 7) return false;
  const remembered = known.get(lower);
  if (remembered !== undefined) return remembered;
  if (known.size > 20_000) known.clear();
  const answer = judge(lower);
  known.set(lower, answer);
  return answer;
}

function judge(lower: string): boolean {
  const [letters, tone] = toneless(lower);
  if (tone.length > 1) return false;
  if (STOPPED.test(letters) && tone !== '\u0301' && tone !== '\u0323') return false;
  if (!tonePlaced(lower, tone)) return false;
  return splits(letters).some(([initial, rhyme]) => agree(initial, rhyme));
}

const splits = (letters: string): (readonly [string, string])[] => [
  ...INITIALS.filter((initial) => letters.startsWith(initial)).map((initial) => [initial, letters.slice(initial.length)] as const),
  ['', letters] as const,
];

function agree(initial: string, rhyme: string): boolean {
  if (initial === 'gi' && rhyme === '') return true;
  if (rhyme === '') return false;
  if (initial === 'qu') return QU_RHYMES.has(rhyme);
  if (!RHYMES.has(rhyme)) return initial === 'gi' && RHYMES.has(`i${rhyme}`);
  const front = FRONT.test(rhyme);
  if (initial === 'k' || initial === 'gh' || initial === 'ngh') return front;
  if (initial === 'c' || initial === 'g' || initial === 'ng') return !front || (initial === 'g' && rhyme.startsWith('i'));
  if (initial === 'p') return ['in', 'a', 'an', 'ô', 'ơ', 'e'].includes(rhyme);
  // y alone carries a rhyme only without initial, or after h, k, l, m, s, t, v.
  if (rhyme.startsWith('y') && initial !== '') return rhyme === 'y' && 'hklmstv'.includes(initial);
  return true;
}

/** The mark stands on a vowel of the nucleus: never on a glide in front of one with a hat or hook. */
function tonePlaced(lower: string, tone: string): boolean {
  if (tone === '') return true;
  const bearer = [...lower].find((letter) => TONE.test(letter.normalize('NFD')));
  const before = bearer === undefined ? '' : toneless(bearer)[0];
  const letters = toneless(lower)[0];
  if (!/[aăâeêioôơuưy]/.test(before)) return false;
  // One vowel with hat, breve or hook attracts the mark; of ươ the second.
  const marked = [...letters].filter((letter) => 'ăâêôơ'.includes(letter));
  return marked.length === 0 || marked.includes(before);
}
