import { describe, expect, it } from 'vitest';
import { sniff } from '#recognizer/files/sniff';
import { withJfifDensity } from '#recognizer/files/jfif';
import sharp from 'sharp';

describe('sniff', () => {
  it('knows the kinds by their first bytes', () => {
    expect(sniff(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpeg');
    expect(sniff(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))).toBe('png');
    expect(sniff(Buffer.from('II*\0', 'latin1'))).toBe('tiff');
    expect(sniff(Buffer.from('MM\0*', 'latin1'))).toBe('tiff');
    expect(sniff(Buffer.from('%PDF-1.7'))).toBe('pdf');
    expect(sniff(Buffer.from('\r\nmail header\r\n%PDF-1.4'))).toBe('pdf');
  });

  it('knows nothing else', () => {
    for (const head of ['', 'Đơn tố cáo', 'GIF89a', 'PK\x03\x04', '\x89PN', 'BM'])
      expect(sniff(Buffer.from(head, 'latin1'))).toBeUndefined();
  });
});

describe('withJfifDensity', () => {
  it('states the resolution and changes no pixel', async () => {
    const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#b33' } })
      .jpeg()
      .toBuffer();
    const stated = withJfifDensity(jpeg, 300);
    expect((await sharp(stated).metadata()).density).toBe(300);
    expect(await sharp(stated).raw().toBuffer()).toEqual(await sharp(jpeg).raw().toBuffer());
    expect(withJfifDensity(stated, 200).length).toBe(stated.length);
  });
});
