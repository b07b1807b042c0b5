import { describe, expect, it } from 'vitest';
import { anchorOf, readInline, readMarkdown } from '../../../src-renderer/features/guide/markdown';

const text = (value: string) => [{ kind: 'text', text: value }];

describe('the Markdown of the guide', () => {
  it('reads blocks in their order', () => {
    const blocks = readMarkdown(`# Sổ

Một câu
hai dòng.
## Đơn thư
<!-- màn hình: petitions -->
1. Bấm nút
   rồi chờ
2. Lưu

- một
- hai

> Chú ý
> điều này

![Ảnh sổ](hinh/so.webp)

| Phím | Việc |
| --- | --- |
| \`F1\` | Trợ giúp |
`);
    expect(blocks).toEqual([
      { kind: 'heading', level: 1, text: 'Sổ', id: 'sổ' },
      { kind: 'paragraph', content: text('Một câu hai dòng.') },
      { kind: 'heading', level: 2, text: 'Đơn thư', id: 'đơn-thư' },
      { kind: 'comment', text: 'màn hình: petitions' },
      { kind: 'list', ordered: true, items: [text('Bấm nút rồi chờ'), text('Lưu')] },
      { kind: 'list', ordered: false, items: [text('một'), text('hai')] },
      { kind: 'note', content: text('Chú ý điều này') },
      { kind: 'picture', text: 'Ảnh sổ', file: 'hinh/so.webp' },
      { kind: 'table', head: [text('Phím'), text('Việc')], rows: [[[{ kind: 'key', text: 'F1' }], text('Trợ giúp')]] },
    ]);
  });

  it('reads marks inside a line', () =>
    expect(readInline('Bấm **Lưu** (`Ctrl S`), *không* [đóng](#đóng-sổ).')).toEqual([
      { kind: 'text', text: 'Bấm ' },
      { kind: 'strong', text: 'Lưu' },
      { kind: 'text', text: ' (' },
      { kind: 'key', text: 'Ctrl S' },
      { kind: 'text', text: '), ' },
      { kind: 'em', text: 'không' },
      { kind: 'text', text: ' ' },
      { kind: 'link', text: 'đóng', to: '#đóng-sổ' },
      { kind: 'text', text: '.' },
    ]));

  it('makes no HTML of what looks like it', () =>
    expect(readMarkdown('<img src=x onerror=alert(1)> và <b>chữ</b>')).toEqual([
      { kind: 'paragraph', content: text('<img src=x onerror=alert(1)> và <b>chữ</b>') },
    ]));

  it.each([
    ['Người dùng, khóa, sao lưu', 'người-dùng-khóa-sao-lưu'],
    ['Bí mật: những điều phải nhớ', 'bí-mật-những-điều-phải-nhớ'],
    ['Mở sổ và khóa sổ'.normalize('NFD'), 'mở-sổ-và-khóa-sổ'],
  ])('names the place of "%s"', (heading, id) => expect(anchorOf(heading)).toBe(id));

  it.each(['', '\n\n', '|', '- ', '# ', '> ', '![', '**', '<!--'])('ends with whatever it is given: %j', (odd) =>
    expect(() => readMarkdown(`${odd}\n${odd}`)).not.toThrow(),
  );
});
