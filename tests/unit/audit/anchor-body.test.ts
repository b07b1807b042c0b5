import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { anchorRequest, auditPath } from '#shared/contract/hub-audit';
import { readAnchor, writeAnchor } from '#shared/node/anchor-body';
import { advance, noAuditHash } from '#shared/secrecy/audit-chain';
import { sha256Hex } from '#shared/node/batch-tools';
import { anchorStep } from '#service/sync/anchors';
import type { HubClient } from '#service/sync/hub-client';
import { openLineParts } from '#service/sync/line-parts';
import { testBook } from '../../support/book';
import { petition } from '../../support/plain-petition';

const hashes = Array.from({ length: 500 }, (_, n) => createHash('sha256').update(String(n)).digest('hex'));
const request = { from: { seq: 3, hash: noAuditHash }, contents: hashes, signature: 'chữ ký', branch: true };

test('both forms are read as the same request; packed, an entry takes 32 bytes', () => {
  for (const packed of [true, false]) expect(anchorRequest.parse(readAnchor(writeAnchor(request, packed)))).toEqual(request);
  const none = { ...request, contents: [] };
  expect(anchorRequest.parse(readAnchor(writeAnchor(none, true)))).toEqual(none);
  expect(writeAnchor(request, true).length - writeAnchor(none, true).length).toBe(32 * 500);
});

test('what is neither is refused', () => {
  const whole = writeAnchor(request, true);
  expect(() => readAnchor(whole.subarray(0, whole.length - 1))).toThrow('a hash is cut');
  expect(() => readAnchor(whole.subarray(1))).toThrow('JSON');
  expect(anchorRequest.safeParse(readAnchor(Buffer.from('[1]\n'))).success).toBe(false);
});

test('a workstation packs for a hub that said it reads that, and takes the old form where another hub stands in its place', async () => {
  const book = testBook();
  const sent: boolean[] = [];
  /** A hub of this version, or of before. */
  const hub = (newer: boolean): HubClient => ({
    async send({ method, path, body = new Uint8Array() }) {
      expect(path).toBe(auditPath);
      const answer = (status: number, value: unknown) => ({
        status,
        bytes: Buffer.from(JSON.stringify(value)),
        failure: undefined,
        protocol: 2,
      });
      const told = newer ? { packed: true } : {};
      if (method === 'GET') return answer(200, { anchors: [], ...told });
      const packed = body.includes(0x0a);
      sent.push(packed);
      if (packed && !newer) return answer(400, { code: 'bad-request' });
      const { from, contents } = anchorRequest.parse(readAnchor(Buffer.from(body)));
      return answer(200, { anchored: advance((text) => sha256Hex(Buffer.from(text)), from, contents), ...told });
    },
  });
  const parts = openLineParts(book);
  const step = async (newer: boolean): Promise<boolean[]> => {
    book.records.save([petition(sent.length + 1)]);
    // No more of the hub's identity is asked for here.
    await anchorStep(parts, { client: hub(newer), hub: undefined as never, go: () => true });
    return sent.splice(0);
  };
  expect(await step(false)).toEqual([false]);
  expect(await step(true)).toEqual([false]);
  expect(await step(true)).toEqual([true]);
  expect(await step(false)).toEqual([true, false]);
  expect(await step(false)).toEqual([false]);
});
