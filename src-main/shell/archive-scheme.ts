/** Serves scanned pages under `archive://`, decrypted by the service, never kept by Chromium. */
import type { Session } from 'electron';
import { parseImagePath } from '#shared/contract/image-channel';
import type { ImageClient } from './image-client';
import { windowOrigin } from './window-address';

const prefix = 'archive://';

export const serveArchive = (session: Session, images: ImageClient): void => {
  session.protocol.handle('archive', async (request) => {
    const path = request.url.slice(prefix.length);
    if (request.method !== 'GET' || parseImagePath(path) === null) return refuse(404);
    const answer = await images.ask(path);
    if (!answer.ok) return refuse(answer.code === 'service.down' ? 503 : 404, answer.code);
    return new Response(new Uint8Array(answer.bytes), { headers: { ...shared, 'content-type': answer.mime } });
  });
};

const shared = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'access-control-allow-origin': windowOrigin,
  'cross-origin-resource-policy': 'cross-origin',
};

const refuse = (status: number, code = 'address.unknown') =>
  new Response(JSON.stringify({ code }), { status, headers: { ...shared, 'content-type': 'application/json' } });
