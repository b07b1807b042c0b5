import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { imageUrl } from '../../../../src-shared/contract/image-channel';
import { AppError } from '../../../../src-shared/errors/app-error';
import type { PageImage } from '../../../../src-main/service/archive/page-images';
import { serveImages } from '../../../../src-main/service/archive/serve-images';

const hash = 'ab'.repeat(32);
const path = (variant: 'view' | 'full', sha256 = hash) => imageUrl({ sha256, variant }).slice('archive://'.length);

const ask = async (
  archive: () => { imageVariant(hash: string, variant: string): Promise<PageImage> },
  question: string,
): Promise<unknown> => {
  const { port1, port2 } = new MessageChannel();
  // Electron hands the message over as an event, Node bare.
  serveImages(
    {
      on: (_: string, listener: (event: never) => void) => void port1.on('message', (data) => listener({ data, ports: [] } as never)),
      postMessage: (message: unknown) => port1.postMessage(message),
      start: () => port1.start(),
    } as never,
    archive as never,
  );
  const answer = new Promise((resolve) => port2.once('message', resolve));
  port2.postMessage({ id: 7, path: question });
  return answer.finally(() => port1.close());
};

test('a picture is answered with its bytes, under the id of the question', async () => {
  const asked: string[] = [];
  const archive = () => ({
    imageVariant: async (sha256: string, variant: string) => {
      asked.push(`${sha256} ${variant}`);
      return { mime: 'image/jpeg', bytes: new Uint8Array([1, 2]) };
    },
  });
  expect(await ask(archive, path('view'))).toEqual({ id: 7, ok: true, mime: 'image/jpeg', bytes: new Uint8Array([1, 2]) });
  expect(asked).toEqual([`${hash} view`]);
});

test('what cannot be shown is answered with a code: a locked book, a damaged page, an address that is none, a defect', async () => {
  const failing = (error: Error) => () => ({ imageVariant: () => Promise.reject(error) });
  const locked = () => {
    throw new AppError('vault.locked');
  };
  expect(await ask(locked, path('full'))).toEqual({ id: 7, ok: false, code: 'vault.locked' });
  expect(await ask(failing(new AppError('page.damaged')), path('full'))).toEqual({ id: 7, ok: false, code: 'page.damaged' });
  expect(await ask(failing(new TypeError('secret')), path('full'))).toEqual({ id: 7, ok: false, code: 'internal' });
  for (const none of ['page/../vault.json?variant=full', 'page/abc?variant=view', path('full').replace('full', 'raw'), '']) {
    expect(await ask(locked, none)).toEqual({ id: 7, ok: false, code: 'page.missing' });
  }
});
