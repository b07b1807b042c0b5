/** A running recognizer process, whoever started it: the shell (parent-port) or plain Node (recognizer-fork). */
export interface RecognizerLink {
  /** Structured clone: typed arrays are copied. */
  post(message: unknown): void;
  /** One listener; messages wait for it. */
  onMessage(listener: (message: unknown) => void): void;
  /** Told once, also when the process had ended before. code: null when a signal ended it. */
  onExit(listener: (code: number | null) => void): void;
  /** Ends the process at once; onExit follows. */
  kill(): void;
}

export type StartRecognizer = () => Promise<RecognizerLink>;
