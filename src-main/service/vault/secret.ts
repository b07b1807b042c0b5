import { inspect } from 'node:util';

const shown = '[redacted]';

/** Key bytes that print as [redacted] wherever they end up: in logs, JSON, templates, inspection and error texts. */
export class Secret {
  readonly #bytes: Buffer;
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes);
  }
  /** The bytes themselves: hand them to a cipher at once and keep no copy. */
  reveal(): Buffer {
    return this.#bytes;
  }
  /** Overwrites the bytes with zeros. */
  forget(): void {
    this.#bytes.fill(0);
  }
  toString(): string {
    return shown;
  }
  toJSON(): string {
    return shown;
  }
  [inspect.custom](): string {
    return shown;
  }
}
