/** What a file is, by its first bytes; names and extensions are not asked. */
import type { FileKind } from '#shared/recognizer/messages';

/** A PDF may carry this much in front of its header (mail gateways and old scanners put text there). */
export const SNIFF_BYTES = 1024;

export const sniff = (head: Uint8Array): FileKind | undefined => {
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  // Little and big endian, each as TIFF and as BigTIFF.
  if (startsWith(head, [0x49, 0x49, 0x2a, 0x00]) || startsWith(head, [0x49, 0x49, 0x2b, 0x00])) return 'tiff';
  if (startsWith(head, [0x4d, 0x4d, 0x00, 0x2a]) || startsWith(head, [0x4d, 0x4d, 0x00, 0x2b])) return 'tiff';
  if (Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, SNIFF_BYTES)).includes('%PDF-', 0, 'latin1')) return 'pdf';
  return undefined;
};

const startsWith = (head: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, at) => head[at] === byte);
