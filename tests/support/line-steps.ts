import { readHub } from '#service/sync/enrolled-hub';
import { createHttpClient } from '#service/sync/http-client';
import type { HubClient } from '#service/sync/hub-client';
import { type LineParts, openLineParts, type Talk } from '#service/sync/line-parts';
import type { Workstation } from './workstation';

/** The steps of an enrolled workstation's line, to be driven one by one; `wrap` stands between them and the hub. */
export function stepsOf(
  { book }: Pick<Workstation, 'book'>,
  wrap: (client: HubClient) => HubClient = (client) => client,
): { parts: LineParts; talk: Talk; close(): void } {
  const hub = readHub(book.syncState);
  if (!hub) throw new Error('not enrolled');
  const parts = openLineParts(book);
  const client = createHttpClient({
    url: hub.url,
    authority: hub.tlsAuthority,
    device: book.outbox.identity().device,
    key: parts.key,
    signal: new AbortController().signal,
  });
  return { parts, talk: { client: wrap(client), hub, go: () => true }, close: () => client.close() };
}
