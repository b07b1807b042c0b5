/** What the window's page may load and run. */

/** @param styleNonce fresh for each load of the page */
export const contentSecurityPolicy = (styleNonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // Mantine writes its theme into <style> elements, which carry the nonce of this load.
    `style-src-elem 'self' 'nonce-${styleNonce}'`,
    // Mantine and the virtual lists set positions by style attributes; they can colour and move things, not run anything.
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    // blob: pictures that the page makes itself; archive: scanned pages.
    "img-src 'self' blob: archive:",
    "connect-src 'self' archive:",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // The one policy `default` lets plain CSS text through (Mantine sets it by innerHTML) and refuses anything with '<'.
    'trusted-types default',
  ].join('; ');
