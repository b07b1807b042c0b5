import { describe, expect, test } from 'vitest';
import { differences } from '../../../src-renderer/features/review/compared';

const marked = (text: string, other: string) =>
  differences(text, other)
    .filter(({ differs }) => differs)
    .map((part) => part.text.trim());

describe('what differs between two versions of a text', () => {
  test('only the words that the other does not have in this order', () => {
    expect(marked('Thuộc thẩm quyền của xã, có 3 biên lai', 'Thuộc thẩm quyền của huyện, có 5 biên lai')).toEqual(['xã,', '3']);
    expect(marked('gửi lần hai', 'gửi')).toEqual(['lần hai']);
    expect(marked('gửi', 'gửi lần hai')).toEqual([]);
  });

  test('nothing is lost or added', () => {
    const text = 'một  hai\nba bốn';
    expect(
      differences(text, 'hai ba')
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
    expect(differences('', 'x')).toEqual([{ text: '', differs: true }]);
  });

  test('of a very long text what both begin and end with is left unmarked', () => {
    const middle = Array.from({ length: 700 }, (_, n) => `chữ${n}`).join(' ');
    expect(marked(`đầu ${middle} cuối`, `đầu khác cuối`)).toEqual([middle]);
  });
});
