/**
 * What the shell and the processes that it starts say to each other besides the typed contract: they hand over message ports
 * and start and stop recognizers. The service runs in a utilityProcess, which cannot start another one, so it asks the shell.
 *
 * | From | To | Message | Ports |
 * | --- | --- | --- | --- |
 * | shell | service | `rpc` | one: a window's calls |
 * | shell | service | `image` | one: page images for `archive://`, see image-channel |
 * | service | shell | `recognizer-start` | |
 * | shell | service | `recognizer` | one: to the recognizer with that id |
 * | shell | recognizer | `connect` | one: to the service |
 * | service | shell | `recognizer-stop` | |
 * | shell | service | `recognizer-exit` | |
 * | service | shell | `os-store` | |
 * | shell | service | `os-store` | |
 * | shell | service | `lock` | |
 * | shell | service | `shutdown` | |
 * | shell | service | `power` | |
 *
 * `shutdown`: finish what is being written and exit; the shell ends the process after {@link shutdownMilliseconds}.
 */
export type ShellToService =
  | { kind: 'rpc' }
  | { kind: 'image' }
  | { kind: 'recognizer'; id: number }
  | { kind: 'recognizer-exit'; id: number; code: number | null }
  /** What the system's key store gave, or why it did not. */
  | { kind: 'os-store'; id: number; text?: string; problem?: OsStoreProblem }
  /** The machine goes to sleep or was locked: close the book. */
  | { kind: 'lock' }
  | { kind: 'shutdown' }
  | ({ kind: 'power' } & PowerState);

/** Where the machine's power comes from. `level`: charge of the battery, 0 to 100, where the system tells it. */
export interface PowerState {
  readonly onBattery: boolean;
  readonly level: number | null;
}

export type ServiceToShell =
  | { kind: 'recognizer-start'; id: number }
  | { kind: 'recognizer-stop'; id: number }
  /** Encrypts a text by the system's key store, or opens it again. */
  | { kind: 'os-store'; id: number; act: 'seal' | 'open'; text: string };

/** none: the system has no store that is more than plain text; failed: it has one that does not open this. */
export type OsStoreProblem = 'none' | 'failed';

export type ShellToRecognizer = { kind: 'connect' };

/** How long the service may take to close its store: a backup on closing copies the database. */
export const shutdownMilliseconds = 20_000;
