/** What a person is told when something that can be recovered from goes wrong: what happened, what is safe, what to do next. */
export interface ErrorText {
  readonly what: string;
  readonly safe: string;
  readonly next: string;
}

export interface ErrorEntry {
  readonly vi: ErrorText;
  readonly en: ErrorText;
  /** Whether the same call may succeed later without anybody changing anything (network, busy file). */
  readonly retryable?: boolean;
  /** Exit code of `kts`; see docs. 2 usage, 3 refused input, 4 locked or wrong passphrase, 5 store, 6 network, 7 not found, 8 disk. */
  readonly exit: 2 | 3 | 4 | 5 | 6 | 7 | 8;
}

/** Texts may name details in braces: {file}, {field}; the details are never secret. */
export const entry = (
  exit: ErrorEntry['exit'],
  vi: readonly [string, string, string],
  en: readonly [string, string, string],
  retryable = false,
): ErrorEntry => ({
  vi: { what: vi[0], safe: vi[1], next: vi[2] },
  en: { what: en[0], safe: en[1], next: en[2] },
  exit,
  retryable,
});
