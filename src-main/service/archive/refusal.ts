/** What is told of a file, or a page of it, that was not taken in. */
import type { ImportEvent } from '#shared/contract/window/archive';
import { AppError, type ErrorDetails } from '#shared/errors/app-error';
import type { ErrorCode } from '#shared/errors/error-table';
import { RecognizerError, type FailureData } from '#shared/recognizer/failure';
import { diskFailure } from './atomic-file';

export type Refusal = Extract<ImportEvent, { kind: 'refused' }>;

/** Page of a file that has several, from 1. */
export interface PagePlace {
  readonly index: number;
  readonly of: number;
}

/** @throws the error itself when it is a defect */
export function refusalOf(error: unknown, file: string, page?: PagePlace): Refusal {
  const { code, details } = explain(diskFailure(error));
  const place: ErrorDetails =
    page !== undefined && page.of > 1 ? { page: page.index, place: ` (trang ${page.index}/${page.of})` } : { place: '' };
  return { kind: 'refused', file, code, details: { file, ...place, ...details } };
}

/** Nothing that follows would fare better. */
export const stopsImport = ({ code }: Refusal): boolean =>
  ['store.diskFull', 'store.io', 'recognizer.exited', 'vault.locked'].includes(code);

function explain(error: unknown): { code: ErrorCode; details: ErrorDetails } {
  if (error instanceof AppError) return { code: error.code, details: error.details };
  if (!(error instanceof RecognizerError)) throw error;
  switch (error.code) {
    case 'scan.notAFile':
    case 'scan.notFound':
    case 'scan.empty':
    case 'scan.unsupported':
    case 'scan.encrypted':
    case 'scan.corrupt':
      return { code: error.code, details: {} };
    case 'scan.unreadable':
      return { code: error.code, details: error.data };
    case 'scan.tooLarge':
      return { code: error.code, details: { limit: limitIn(error.data) } };
    case 'ocr.unavailable':
      return { code: 'recognizer.exited', details: {} };
    // The file brought the recognizer down, or it did not come to an end with it.
    default:
      return { code: 'scan.corrupt', details: {} };
  }
}

function limitIn({ what, limit }: FailureData): string {
  switch (what) {
    case 'bytes':
      return `> ${Math.round(Number(limit) / 1024 / 1024)} MB`;
    case 'pixels':
      return `> ${Math.round(Number(limit) / 1_000_000)} MP`;
    default:
      return `> ${limit} trang`;
  }
}
