import type { Json } from '#shared/sync/op';

/** The same value with every string that is an old name of a field's clock replaced by the new one. */
export const renameClocks = (value: Json, renamed: ReadonlyMap<string, string>): Json =>
  typeof value === 'string'
    ? (renamed.get(value) ?? value)
    : Array.isArray(value)
      ? (value as readonly Json[]).map((one) => renameClocks(one, renamed))
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renameClocks(inner, renamed)]))
        : value;
