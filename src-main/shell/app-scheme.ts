/** Serves the built window under `app://ui/`. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session } from 'electron';
import { assetOf, pageAsset } from './asset-path';
import { contentSecurityPolicy } from './content-security-policy';

/** @param folder the built window */
export const serveWindow = (session: Session, folder: string): void => {
  session.protocol.handle('app', async (request) => {
    const asset = request.method === 'GET' ? assetOf(request.url) : null;
    if (asset === null) return notFound();
    try {
      const body = await readFile(join(folder, ...asset.path.split('/')));
      return asset === pageAsset ? page(body.toString('utf8')) : new Response(new Uint8Array(body), { headers: headers(asset.mime) });
    } catch {
      return notFound();
    }
  });
};

const headers = (mime: string): Record<string, string> => ({
  'content-type': mime,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
});

/** The page learns its style nonce from `<meta name="style-nonce">`. */
const page = (html: string): Response => {
  const nonce = randomBytes(16).toString('base64');
  const body = html.replace('<head>', `<head><meta name="style-nonce" content="${nonce}">`);
  return new Response(body, {
    headers: { ...headers(pageAsset.mime), 'content-security-policy': contentSecurityPolicy(nonce), 'cache-control': 'no-store' },
  });
};

const notFound = () => new Response(null, { status: 404 });
