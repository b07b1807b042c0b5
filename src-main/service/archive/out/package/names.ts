/** Names and identifiers within packages (TT 05/2025/TT-BNV). File names are plain ASCII, so that references need no escapes. */
import { createHash, randomUUID } from 'node:crypto';
import { strip } from '../words';

export type PackageKind = 'sip' | 'aip';
/** One hồ sơ (appendices I and III of the circular), or documents that lie in none (gói tài liệu, appendices II and IV). */
export type PackageForm = 'file' | 'loose';

/** Folder and identifier of a new package: uuid-… for SIP, urn:<fonds>:uuid-… for AIP, whose folder has _ for each colon. */
export function newPackageId(kind: PackageKind, fondsCode: string): { id: string; folder: string } {
  const uuid = `uuid-${randomUUID().toUpperCase()}`;
  if (kind === 'sip') return { id: uuid, folder: uuid };
  const id = fondsCode === '' ? `urn:${uuid.replace('uuid-', 'uuid:')}` : `urn:${plainName(fondsCode)}:${uuid}`;
  return { id, folder: id.replaceAll(':', '_') };
}

export const newXmlId = (prefix: 'uuid' | 'ID' = 'uuid'): string => `${prefix}-${randomUUID().toUpperCase()}`;

/** Letters, digits, dot, hyphen and underscore, without diacritics. */
export const plainName = (text: string): string =>
  strip(text)
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '') || 'x';

/** Mã định danh tài liệu of a document that has none yet: 25 characters that follow from its record, so that they stay the same. */
export const documentId = (given: string, recordId: string): string =>
  given || createHash('sha256').update(`docId ${recordId}`).digest('hex').slice(0, 25).toUpperCase();

/** Moment in the zone of Vietnam, with milliseconds, as the sample packages write it. */
export function moment(date: Date): string {
  return new Date(date.getTime() + 7 * 3_600_000).toISOString().replace('Z', '+07:00');
}
