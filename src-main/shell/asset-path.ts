/**
 * Which file of the built window an `app://ui/...` address stands for. An allow-list: one page, and files with a known ending
 * under `assets/`, in plain characters. Whatever else is asked for does not exist.
 */

const mimeTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
  webp: 'image/webp',
  woff2: 'font/woff2',
  woff: 'font/woff',
};

export interface Asset {
  /** Relative to the window's folder, with forward slashes. */
  path: string;
  mime: string;
}

export const pageAsset: Asset = { path: 'index.html', mime: 'text/html; charset=utf-8' };

const address = /^app:\/\/ui\/([^?#]*)(?:[?#].*)?$/;
// No percent, backslash, colon or empty name: neither encoded dots, nor UNC paths, drives or streams of Windows can be spelled.
const assetName = /^assets\/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.([a-z0-9]+)$/;

/** @returns null for an address that is not on the list */
export const assetOf = (url: string): Asset | null => {
  const path = address.exec(url)?.[1];
  if (path === '' || path === pageAsset.path) return pageAsset;
  const [name, ending] = assetName.exec(path ?? '') ?? [];
  const mime = ending === undefined || !Object.hasOwn(mimeTypes, ending) ? undefined : mimeTypes[ending];
  return name === undefined || mime === undefined ? null : { path: name, mime };
};
