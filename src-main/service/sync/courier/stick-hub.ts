import { paths, type Watermark } from '#shared/contract/hub';
import { noHash } from '#shared/sync/batch';
import type { HubClient, HubReply } from '../hub-client';

/**
 * What the hub wrote onto a stick, answering the questions that the line asks: so a stick is taken over by the very steps of the
 * line. It takes nothing: what it is asked to keep goes along with the next bundle.
 */
export interface StickHub {
  readonly marks: ReadonlyMap<string, Watermark>;
  /** Answer to a pull: a page, or 'unknown' where the hub no longer has the cursor. */
  readonly page?: Uint8Array | 'unknown';
}

export function stickHub({ marks, page }: StickHub): HubClient {
  return {
    async send({ path }) {
      const { pathname, searchParams } = new URL(path, 'stick:/');
      if (pathname === paths.watermark) {
        const asked = searchParams.getAll('incarnation');
        return json(200, {
          marks: asked.map((incarnation) => marks.get(incarnation) ?? { incarnation, number: 0, hash: noHash, applied: 0, confirmed: 0 }),
        });
      }
      if (pathname === paths.pull && page === 'unknown') return json(410, { code: 'unknown-cursor' });
      if (pathname === paths.pull && page instanceof Uint8Array) return reply(200, page);
      return stopping();
    },
  };
}

/** An answer as the hub gives it over the network. */
export const reply = (status: number, bytes: Uint8Array): HubReply => ({
  status,
  bytes: Buffer.from(bytes),
  failure: status === 410 ? 'unknown-cursor' : status === 503 ? 'stopping' : undefined,
  protocol: 2,
});
const json = (status: number, value: unknown): HubReply => reply(status, Buffer.from(JSON.stringify(value)));
/** The stick does not have it. */
export const stopping = (): HubReply => json(503, { code: 'stopping' });
