/** Where scans are kept, by the SHA-256 of their content. */
export interface BlobStore {
  /** Bytes that have arrived of an upload that is not whole yet. */
  partial(owner: string, hash: string): Promise<number>;
  /**
   * Continues an upload at `offset`, which must be what `partial` says. When `bytes` ends early or in an error (the line was cut), what
   * has come stays.
   * @returns what has arrived, and whether it is whole and stored
   * @throws OffsetMismatch, WrongContent (what had arrived is dropped)
   */
  append(
    owner: string,
    hash: string,
    offset: number,
    size: number,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<{ offset: number; done: boolean }>;
  has(hash: string): Promise<boolean>;
  /** Takes it out of the store for good. */
  drop(hash: string): Promise<void>;
  size(hash: string): Promise<number>;
  /** The content from byte `from` up to `to` (not included), the end when absent; the reader checks the hash. */
  read(hash: string, from: number, to?: number): AsyncIterable<Uint8Array>;
}

export class OffsetMismatch extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super('the upload goes on at another byte');
    this.offset = offset;
  }
}
export class WrongContent extends Error {}
