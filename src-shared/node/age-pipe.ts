/**
 * age (https://age-encryption.org/v1) over streams: memory does not grow with the stick. The package and its curves are loaded with the
 * first stick: a start needs none of them.
 */
import { BundleError, type BundleProblem } from '../sync/bundle';
import type { AgePipe } from '../sync/bundle-stick';

export const agePipe: AgePipe = {
  async *encrypt(recipients, clear) {
    const { Encrypter } = await import('age-encryption');
    const encrypter = new Encrypter();
    for (const recipient of recipients) encrypter.addRecipient(recipient);
    const source = watched(clear);
    yield* piecesOf(await encrypter.encrypt(source.stream), source);
  },
  async *decrypt(identity, sealed) {
    const { Decrypter } = await import('age-encryption');
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const source = watched(sealed);
    let clear: ReadableStream<Uint8Array>;
    try {
      clear = await decrypter.decrypt(source.stream);
    } catch (error) {
      throw source.failure() ?? new BundleError(problemOf(error, source.start()), error);
    }
    try {
      yield* piecesOf(clear, source);
    } catch (error) {
      throw source.failure() ?? (error instanceof BundleError ? error : new BundleError('damaged', error));
    }
  },
};

const magic = 'age-encryption.org/v1\n';

/** A head that begins as it should was cut off or altered behind that. */
function problemOf(error: unknown, start: string): BundleProblem {
  if (/no identity/.test(String(error))) return 'notForUs';
  return magic.startsWith(start) || start.startsWith(magic) ? 'damaged' : 'notABundle';
}

interface Watched {
  readonly stream: ReadableStream<Uint8Array>;
  /** What the source threw: a pulled stick must not look like a damaged one. */
  failure(): unknown;
  /** The first bytes, as text. */
  start(): string;
}

function watched(pieces: AsyncIterable<Uint8Array>): Watched {
  const iterator = pieces[Symbol.asyncIterator]();
  let failure: unknown;
  let start = Buffer.alloc(0);
  let ended = false;
  return {
    failure: () => failure,
    start: () => start.toString('latin1'),
    stream: new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          let next: IteratorResult<Uint8Array> | undefined;
          try {
            next = await iterator.next();
          } catch (error) {
            failure = error;
          }
          // Whoever reads may have had enough while this piece was on its way.
          if (ended) return;
          if (!next) controller.error(failure);
          else if (next.done) controller.close();
          else {
            if (start.length < magic.length) start = Buffer.concat([start, next.value]).subarray(0, magic.length);
            controller.enqueue(next.value);
          }
        },
        async cancel() {
          ended = true;
          await iterator.return?.();
        },
      },
      { highWaterMark: 0 },
    ),
  };
}

async function* piecesOf(stream: ReadableStream<Uint8Array>, source: Watched): AsyncGenerator<Uint8Array, void> {
  const reader = stream.getReader();
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    ended = true;
  } catch (error) {
    ended = true;
    throw source.failure() ?? error;
  } finally {
    if (!ended) await reader.cancel().catch(() => undefined);
  }
}
