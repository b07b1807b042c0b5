/** Partitions of every hot table; a commune lies in one by the hash of its code. Part of the schema: never changed. */
export const partitions = 8;

/** DDL of a table's partitions. */
export const partitionsOf = (table: string, nameOf: (n: number) => string = (n) => `${table}_${n}`): string =>
  Array.from(
    { length: partitions },
    (_, n) => `CREATE TABLE ${nameOf(n)} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${partitions}, REMAINDER ${n});`,
  ).join('\n');
