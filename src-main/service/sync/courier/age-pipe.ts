/** age (https://age-encryption.org/v1) over streams: memory does not grow with the stick. */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { BundleError } from '#shared/sync/bundle';
import type { AgePipe } from '#shared/sync/bundle-stick';
import type { SyncState } from '../../store/settings';

export const agePipe: AgePipe = {
  async *encrypt(recipients, clear) {
    const encrypter = new Encrypter();
    for (const recipient of recipients) encrypter.addRecipient(recipient);
    const source = watched(clear);
    yield* piecesOf(await encrypter.encrypt(source.stream), source);
  },
  async *decrypt(identity, sealed) {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const source = watched(sealed);
    let clear: ReadableStream<Uint8Array>;
    try {
      clear = await decrypter.decrypt(source.stream);
    } catch (error) {
      throw source.failure() ?? new BundleError(/no identity/.test(String(error)) ? 'notForUs' : 'notABundle', error);
    }
    try {
      yield* piecesOf(clear, source);
    } catch (error) {
      // Cut off and altered look the same to a cipher; a cut is what happens to sticks, and the frames tell it where they can.
      throw source.failure() ?? (error instanceof BundleError ? error : new BundleError('damaged', error));
    }
  },
};

interface Watched {
  readonly stream: ReadableStream<Uint8Array>;
  /** What the source threw: a pulled stick must not look like a damaged one. */
  failure(): unknown;
}

function watched(pieces: AsyncIterable<Uint8Array>): Watched {
  const iterator = pieces[Symbol.asyncIterator]();
  let failure: unknown;
  return {
    failure: () => failure,
    stream: new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          try {
            const next = await iterator.next();
            if (next.done) controller.close();
            else controller.enqueue(next.value);
          } catch (error) {
            failure = error;
            controller.error(error);
          }
        },
        async cancel() {
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

const stateKey = 'device.age';

/** The key that opens bundles written to this workstation. It lives in the encrypted book, beside the signing key. */
export async function openAgeIdentity(state: SyncState): Promise<{ identity: string; recipient: string }> {
  let identity = state.get<string>(stateKey);
  if (identity === undefined) {
    identity = await generateX25519Identity();
    state.set(stateKey, identity);
  }
  return { identity, recipient: await identityToRecipient(identity) };
}
