/** Where encrypted scans lie, by name: a folder or an S3-compatible store. Nothing here knows what they are. */
export interface ObjectStore {
  /**
   * Keeps an object whole or not at all; one of that name is replaced. `content` may be asked for again after a failure, and
   * what it throws leaves nothing behind.
   * @throws an error with code ENOSPC when there is no room, ETIMEDOUT when the store does not answer
   */
  put(name: string, size: number, content: () => AsyncIterable<Uint8Array>): Promise<void>;
  /** Does nothing when there is none of that name. */
  remove(name: string): Promise<void>;
  /** Bytes; undefined when there is none of that name. */
  size(name: string): Promise<number | undefined>;
  /** Bytes `from` up to `to` (not included), the end when absent. */
  read(name: string, from?: number, to?: number): AsyncIterable<Uint8Array>;
}
