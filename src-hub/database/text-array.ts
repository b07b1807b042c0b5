/**
 * A text[] parameter in PostgreSQL's binary form: neither side writes or reads quotes. pg sends a Buffer as it is; the statement must say `$n::text[]`.
 *
 *   i32 dimensions (1, 0 for none) | i32 whether there are nulls | i32 type of the elements (25: text) | i32 length | i32 first index (1)
 *   then of each element i32 bytes, -1 for null | bytes
 */
export function textArray(values: readonly (string | null)[]): Buffer {
  const textType = 25;
  if (values.length === 0) {
    const none = Buffer.alloc(12);
    none.writeInt32BE(textType, 8);
    return none;
  }
  let most = 20;
  for (const value of values) most += 4 + (value === null ? 0 : value.length * 3);
  const bytes = Buffer.allocUnsafe(most);
  let hasNull = 0;
  let at = 20;
  for (const value of values) {
    if (value === null) {
      hasNull = 1;
      at = bytes.writeInt32BE(-1, at);
      continue;
    }
    const written = bytes.write(value, at + 4);
    bytes.writeInt32BE(written, at);
    at += 4 + written;
  }
  bytes.writeInt32BE(1, 0);
  bytes.writeInt32BE(hasNull, 4);
  bytes.writeInt32BE(textType, 8);
  bytes.writeInt32BE(values.length, 12);
  bytes.writeInt32BE(1, 16);
  return bytes.subarray(0, at);
}
