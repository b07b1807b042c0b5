/** Partitions of every hot table; a commune lies in one by the hash of its code. Part of the schema: never changed. */
export const partitions = 8;

/**
 * What is written again and again: room on its pages for the next version, and no compression below half a page, which costs more than
 * it saves.
 */
const storage = 'fillfactor = 85, toast_tuple_target = 4080';

/** DDL of a table's partitions. */
export const partitionsOf = (table: string, nameOf: (n: number) => string = (n) => `${table}_${n}`): string =>
  Array.from(
    { length: partitions },
    (_, n) => `CREATE TABLE ${nameOf(n)} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${partitions}, REMAINDER ${n}) WITH (${storage});`,
  ).join('\n');
