/**
 * What the QR code of a separator sheet says: KTS:1:<kind>:<id>. F: the pages that follow become a new document of this file. D: they are
 * appended to this document. N: a new document of the file in work begins (one sheet that serves for every stack).
 */
export type Separator = { readonly kind: 'file' | 'document'; readonly id: string } | { readonly kind: 'new' };

const pattern = /^KTS:1:(?:(F|D):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|N)$/;

export const separatorText = (separator: Separator): string =>
  separator.kind === 'new' ? 'KTS:1:N' : `KTS:1:${separator.kind === 'file' ? 'F' : 'D'}:${separator.id}`;

/** Undefined for any other text: a page with a code of its own is a page. */
export function readSeparator(text: string): Separator | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  return match[2] === undefined ? { kind: 'new' } : { kind: match[1] === 'F' ? 'file' : 'document', id: match[2] };
}
