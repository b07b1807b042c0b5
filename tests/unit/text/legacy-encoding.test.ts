import { describe, expect, it } from 'vitest';
import { decodeVietnamese, encodingOfFont, fromTcvn3, fromVni } from '../../../src-shared/text/legacy-encoding';

const VOWELS = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const letters = [...VOWELS.flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC'))), 'đ'];

/** Codes of TCVN 5712:1993 (VN3), in the order of `letters`. */
const TCVN3 = [
  0x61, 0xb5, 0xb6, 0xb7, 0xb8, 0xb9, 0xa8, 0xbb, 0xbc, 0xbd, 0xbe, 0xc6, 0xa9, 0xc7, 0xc8, 0xc9, 0xca, 0xcb, 0x65, 0xcc, 0xce, 0xcf, 0xd0,
  0xd1, 0xaa, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0x69, 0xd7, 0xd8, 0xdc, 0xdd, 0xde, 0x6f, 0xdf, 0xe1, 0xe2, 0xe3, 0xe4, 0xab, 0xe5, 0xe6, 0xe7,
  0xe8, 0xe9, 0xac, 0xea, 0xeb, 0xec, 0xed, 0xee, 0x75, 0xef, 0xf1, 0xf2, 0xf3, 0xf4, 0xad, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0x79, 0xfa, 0xfb,
  0xfc, 0xfd, 0xfe, 0xae,
]; // prettier-ignore

/** As typed in VNI-Times, in the order of `letters`. */
const VNI =
  'a aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä e eø eû eõ eù eï eâ eà eå eã eá eä i ì æ ó í ò o oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï u uø uû uõ uù uï ö öø öû öõ öù öï y yø yû yõ yù î ñ'.split(
    ' ',
  );

describe('text from before Unicode', () => {
  it('knows all letters of TCVN3', () => {
    expect(TCVN3.map((code) => fromTcvn3(String.fromCharCode(code)))).toEqual(letters);
    expect(fromTcvn3('¡¢£¤¥¦§')).toBe('ĂÂÊÔƠƯĐ');
    expect(TCVN3.map((code) => fromTcvn3(String.fromCharCode(code), true))).toEqual(letters.map((letter) => letter.toUpperCase()));
  });

  it('knows all letters of VNI, small and capital', () => {
    expect(VNI.map(fromVni)).toEqual(letters);
    expect(VNI.map((typed) => fromVni(typed.toUpperCase()))).toEqual(letters.map((letter) => letter.toUpperCase()));
  });

  it.each([
    ['tcvn3', 'Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc'],
    ['vni', 'Coäng hoaø xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc'],
    ['unicode', 'Cộng hoà xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc'],
  ])('finds out that a text is %s', (encoding, text) => {
    expect(decodeVietnamese(text)).toEqual({ encoding, text: 'Cộng hoà xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc' });
  });

  it('takes neither rubbish nor English for Vietnamese', () => {
    expect(decodeVietnamese('The quick brown fox jumps over the lazy dog and runs away')).toBeUndefined();
    expect(decodeVietnamese('C0NG H0A XA H01 CHU NGH1A V1ET NAM D0C LAP TU DO HANH PHUC')).toBeUndefined();
    expect(decodeVietnamese('1 2 3')).toBeUndefined();
  });

  it('knows fonts by name', () => {
    expect(encodingOfFont('ABCDEF+.VnTimeH')).toEqual({ encoding: 'tcvn3', capitals: true });
    expect(encodingOfFont('.VnTime-Bold')).toEqual({ encoding: 'tcvn3', capitals: false });
    expect(encodingOfFont('VNI-Times')).toEqual({ encoding: 'vni', capitals: false });
    expect(encodingOfFont('TimesNewRomanPSMT')).toBeUndefined();
  });
});
