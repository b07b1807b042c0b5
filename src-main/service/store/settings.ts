/** Small named values (JSON) of the book: choices of people. Setting one tells the listeners. */
export interface Settings {
  get<T>(key: string): T | undefined;
  set(key: string, value: unknown): void;
}

/** Small named values (JSON) of the sync line: cursor, hub, certificate. Set them within `book.transact` beside what they describe. */
export interface SyncState {
  get<T>(key: string): T | undefined;
  /** `undefined` removes the key. */
  set(key: string, value: unknown): void;
}
