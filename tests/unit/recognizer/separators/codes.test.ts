import QRCode from 'qrcode';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { withCodes } from '../../../../src-main/recognizer/separators/codes';
import { takeImage } from '../../../../src-main/recognizer/files/take';
import { stampedPage } from '../../../support/secret-stamp';

const sheet = async (text: string): Promise<Buffer> =>
  sharp({ create: { width: 1654, height: 2339, channels: 3, background: '#f4f2ec' } })
    .composite([{ input: await QRCode.toBuffer(text, { errorCorrectionLevel: 'H', width: 280, margin: 4 }), left: 200, top: 240 }])
    .jpeg({ quality: 70 })
    .toBuffer();

test('each sheet says its own code, once, and a page behind it says nothing of it', async () => {
  const page = await stampedPage();
  const codesOn = async (bytes: Uint8Array) => (await withCodes(await takeImage(bytes, 200), true)).codes;
  for (const text of ['KTS:1:N', 'KTS:1:F:01a207c4-1f0f-7000-82df-a905509b552c', 'KTS:1:N']) {
    expect(await codesOn(await sheet(text))).toEqual([text]);
    expect(await codesOn(page)).toEqual([]);
  }
});
