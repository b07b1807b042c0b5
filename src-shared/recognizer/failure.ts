/**
 * Why the recognizer could not do what it was asked. Every failure names its code and plain data (never a page's content);
 * the sentences for the user are made from the one table of error codes.
 */

/** Refusals of a foreign file: nothing of it is taken in. */
export const SCAN_REFUSALS = [
  /** A folder, a device: not a regular file. */
  'scan.notAFile',
  'scan.notFound',
  /** The file exists but the system does not let us read it (rights, a lock, a broken medium). `data.reason`: the system's code. */
  'scan.unreadable',
  'scan.empty',
  /** Neither JPEG, PNG, TIFF nor PDF, whatever its name says. */
  'scan.unsupported',
  /** A PDF that needs a password. */
  'scan.encrypted',
  /** Of a known kind, but it cannot be decoded to its end. */
  'scan.corrupt',
  /** Beyond a limit of `#recognizer/limits`. `data`: `what` ('bytes' | 'pixels' | 'pages'), `value`, `limit`. */
  'scan.tooLarge',
] as const;

export const RECOGNIZER_FAILURES = [
  ...SCAN_REFUSALS,
  /** The page took longer than its time; its worker was stopped. */
  'ocr.timeout',
  /** The worker died while reading this page. */
  'ocr.crashed',
  /** Someone asked to stop. */
  'ocr.cancelled',
  /** The language data is missing or the engine does not start. */
  'ocr.unavailable',
  /** The process of the recognizer ended with requests open. Set by the client. */
  'recognizer.exited',
  /** The process did not answer in time and was ended. Set by the client. */
  'recognizer.unresponsive',
  /** A message that does not fit the protocol. */
  'recognizer.badMessage',
  /** A defect of ours. */
  'recognizer.internal',
] as const;

export type ScanRefusal = (typeof SCAN_REFUSALS)[number];
export type RecognizerFailure = (typeof RECOGNIZER_FAILURES)[number];
export type FailureData = Readonly<Record<string, string | number>>;

export class RecognizerError extends Error {
  readonly code: RecognizerFailure;
  readonly data: FailureData;

  constructor(code: RecognizerFailure, data: FailureData = {}) {
    super(code);
    this.name = 'RecognizerError';
    this.code = code;
    this.data = data;
  }
}
