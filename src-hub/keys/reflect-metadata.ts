/**
 * The few functions of the metadata proposal that @peculiar/x509 asks of its runtime before it is loaded. Import this first.
 * Nothing else here uses them.
 */
const known = new WeakMap<object, Map<unknown, unknown>>();

const own = (key: unknown, target: object): unknown => known.get(target)?.get(key);
const inherited = (key: unknown, target: object | null): unknown =>
  target === null ? undefined : (own(key, target) ?? inherited(key, Object.getPrototypeOf(target) as object | null));
function define(key: unknown, value: unknown, target: object): void {
  const entries = known.get(target) ?? new Map<unknown, unknown>();
  known.set(target, entries.set(key, value));
}

Object.assign(Reflect, {
  defineMetadata: define,
  getOwnMetadata: own,
  getMetadata: inherited,
  hasOwnMetadata: (key: unknown, target: object) => known.get(target)?.has(key) ?? false,
});
