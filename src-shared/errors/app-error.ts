import { type ErrorCode, errorTable } from './error-table';

/** Names and numbers that make the message concrete; never a secret, a passphrase or a person who is sealed. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** A failure that a person can do something about. Anything else that is thrown is a defect. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  constructor(code: ErrorCode, details: ErrorDetails = {}, cause?: unknown) {
    super(messageOf(code, details, 'en'), cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

const fill = (text: string, details: ErrorDetails): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));

/** The whole message in one language: what happened, what is safe, what to do next. */
export function messageOf(code: ErrorCode, details: ErrorDetails, language: 'vi' | 'en'): string {
  const text = errorTable[code][language];
  return [text.what, text.safe, text.next]
    .filter(Boolean)
    .map((part) => fill(part, details))
    .join(' ');
}

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorTable, code);
