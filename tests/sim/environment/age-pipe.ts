/**
 * Sticks of the simulation are not encrypted (scripts/sim/bundle.mjs puts this in the place of age-pipe and age-identity): only the head is
 * there that says for whom they are. What a stick does to bytes so reaches the frames, whose own checks must find it.
 */
import { randomBytes } from './crypto';
import { BundleError } from '#shared/sync/bundle';
import type { AgePipe } from '#shared/sync/bundle-stick';
import type { SyncState } from '#service/store/settings';

export const agePipe: AgePipe = {
  async *encrypt(recipients, clear) {
    yield Buffer.from(`${recipients.join(' ')}\n`);
    yield* clear;
  },
  async *decrypt(identity, sealed) {
    let head = '';
    for await (const piece of sealed) {
      const text = head.endsWith('\n') ? undefined : Buffer.from(piece).toString('latin1');
      if (text === undefined) yield piece;
      else {
        const end = text.indexOf('\n') + 1;
        head += end > 0 ? text.slice(0, end) : text;
        if (!head.endsWith('\n')) continue;
        if (!head.trim().split(' ').includes(identity)) throw new BundleError('notForUs');
        yield piece.subarray(end);
      }
    }
  },
};

const stateKey = 'device.age';

export async function openAgeIdentity(state: SyncState): Promise<{ identity: string; recipient: string }> {
  let identity = state.get<string>(stateKey);
  if (identity === undefined) {
    identity = `age1${[...randomBytes(58)].map((byte) => 'qpzry9x8gf2tvdw0'[byte & 15]).join('')}`;
    state.set(stateKey, identity);
  }
  return { identity, recipient: identity };
}
