/** What every import of a package shares: the gate, the ids that records get here, and keeping what this version knows. */
import { createHash } from 'node:crypto';
import { AppError } from '#shared/errors/app-error';
import { InvalidRecord } from '#shared/records/invalid-record';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Values } from '#shared/records/record-type';
import { codeLabel } from '#shared/rules/code-lists/index';
import { coveringApproval } from '../../gate/approvals';
import { highestLevel } from '../gate';
import type { OutParts } from '../parts';

export interface ImportWish {
  readonly signal: AbortSignal;
  /** After each document. */
  readonly onDocument: (done: number, of: number, title: string) => void;
}

/** A file that wants to come in. */
export interface Entering {
  /** Undefined: documents without file, which no approval covers. */
  readonly fileId: string | undefined;
  readonly file: Values;
  /** The fonds that it would lie in, where this archive has it already. */
  readonly fonds: string | undefined;
  readonly documents: readonly Values[];
}

/**
 * The rule of the gate before the first page (gate/secrecy-gate.ts), asked before anything of the package is kept.
 * @throws AppError scan.topSecret, scan.secrecy, scan.noApproval, scan.undecided, scan.suspected
 */
export function requireMayEnter(
  { committee, records }: Pick<OutParts['book'], 'committee' | 'records'>,
  { fileId, file, fonds, documents }: Entering,
): void {
  if (file.secrecyState === 'CHO_HUONG_DAN') throw new AppError('scan.undecided', { file: String(file.code ?? '') });
  if (documents.some(({ secrecyAlarm }) => secrecyAlarm === 'NGHI_MAT')) throw new AppError('scan.suspected');
  const level = highestLevel([file, ...documents].map(({ secrecy }) => secrecy));
  if (level === 'TUYET_MAT') throw new AppError('scan.topSecret');
  if (level === 'THUONG') return;
  if (committee.profile === 'connected') throw new AppError('scan.secrecy', { level: codeLabel('secrecy', level, 'vi') });
  const today = new Date().toISOString().slice(0, 10);
  if (fileId === undefined || coveringApproval(records, fileId, { ...file, fonds }, level, today) === undefined)
    throw new AppError('scan.noApproval', { level: codeLabel('secrecy', level, 'vi') });
}

/** Id of a record of another archive in this one; a committee gets its own records back under their own ids. */
export function idHere(here: string, origin: string, id: string): string {
  if (here === origin) return id;
  const hex = createHash('sha256').update(`${here} ${origin} ${id}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Fields that this version does not know, or whose values it does not take, are left out; the others are kept. */
export function keep(book: OutParts['book'], type: RecordTypeName, id: string, values: Values): void {
  const { fields } = recordType(type);
  const known = Object.fromEntries(Object.entries(values).filter(([name, value]) => fields[name] !== undefined && value !== undefined));
  try {
    book.records.save([{ type, id, values: known }]);
  } catch (error) {
    if (!(error instanceof InvalidRecord)) throw error;
    const bad = new Set(error.problems.map(({ field }) => field));
    book.records.save([{ type, id, values: Object.fromEntries(Object.entries(known).filter(([name]) => !bad.has(name))) }]);
  }
}
