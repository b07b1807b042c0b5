import { type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import type { S3Options } from '../config';
import type { ObjectStore } from './object-store';

const tries = 3;
const patienceMs = 60_000;

/** What the store declined. `code`: ENOSPC for no room, ETIMEDOUT for everything that may go away by itself, ENOENT. */
class ObjectStoreError extends Error {
  readonly code: 'ENOSPC' | 'ETIMEDOUT' | 'ENOENT';
  constructor(code: ObjectStoreError['code'], status: number | undefined, cause?: unknown) {
    super(`object store: ${status ?? 'no answer'}`, { cause });
    this.code = code;
  }
}

/** Objects of one bucket, addressed by path (BUCKET/ab/abcd…), which every S3-compatible store understands. Bodies are streamed. */
export function s3Objects({ endpoint, bucket, region, accessKey, secretKey }: S3Options): ObjectStore {
  const cache = new Map<string, ArrayBuffer>();
  const base = endpoint.replace(/\/+$/, '');

  async function send(
    method: string,
    name: string,
    headers: Record<string, string>,
    body?: AsyncIterable<Uint8Array>,
  ): Promise<IncomingMessage> {
    const url = new URL(`${base}/${bucket}/${name.slice(0, 2)}/${name}`);
    const signer = new AwsV4Signer({
      method,
      url: url.href,
      headers,
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      service: 's3',
      region,
      cache,
    });
    const signed = await signer.sign();
    const outgoing = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      method,
      headers: Object.fromEntries(signed.headers),
      timeout: patienceMs,
    });
    outgoing.once('timeout', () => outgoing.destroy(new ObjectStoreError('ETIMEDOUT', undefined)));
    const answered = new Promise<IncomingMessage>((resolve, reject) => void outgoing.once('response', resolve).once('error', reject));
    if (body) {
      // A body that ends in an error destroys the request: the store got less than announced and keeps nothing.
      const [response] = await Promise.all([answered, pipeline(Readable.from(body), outgoing)]);
      return response;
    }
    outgoing.end();
    return answered;
  }

  const failureOf = (status: number | undefined): ObjectStoreError => {
    if (status === 404) return new ObjectStoreError('ENOENT', status);
    return new ObjectStoreError(status === 507 ? 'ENOSPC' : 'ETIMEDOUT', status);
  };

  async function putOnce(name: string, size: number, content: AsyncIterable<Uint8Array>): Promise<void> {
    const response = await send('PUT', name, { 'content-length': String(size), 'content-type': 'application/octet-stream' }, content);
    response.resume();
    if (response.statusCode !== 200) throw failureOf(response.statusCode);
  }

  return {
    async put(name, size, content) {
      for (let attempt = 1; ; attempt++) {
        let ownFailure: unknown;
        async function* watched(): AsyncIterable<Uint8Array> {
          try {
            yield* content();
          } catch (error) {
            ownFailure = error;
            throw error;
          }
        }
        try {
          return await putOnce(name, size, watched());
        } catch (error) {
          if (ownFailure !== undefined) throw ownFailure;
          const known = error instanceof ObjectStoreError ? error : new ObjectStoreError('ETIMEDOUT', undefined, error);
          if (known.code === 'ENOSPC' || attempt === tries) throw known;
          await setTimeout(200 * attempt);
        }
      }
    },
    async remove(name) {
      const response = await send('DELETE', name, {});
      response.resume();
      if (![200, 204, 404].includes(response.statusCode ?? 0)) throw failureOf(response.statusCode);
    },
    async size(name) {
      const response = await send('HEAD', name, {});
      response.resume();
      if (response.statusCode === 404) return undefined;
      if (response.statusCode !== 200) throw failureOf(response.statusCode);
      return Number(response.headers['content-length']);
    },
    async *read(name, from = 0, to) {
      if (to !== undefined && to <= from) return;
      const range: Record<string, string> =
        from === 0 && to === undefined ? {} : { range: `bytes=${from}-${to === undefined ? '' : to - 1}` };
      const response = await send('GET', name, range);
      if (response.statusCode !== 200 && response.statusCode !== 206) {
        response.resume();
        throw failureOf(response.statusCode);
      }
      for await (const chunk of response) yield chunk as Buffer;
    },
  };
}
